import type { Listed } from '../../../store/idea/lists/listed.js';
import { queueName } from '../../../store/keys.js';
import { type Deps, todayIn } from '../../deps.js';
import { chainOf } from '../../person/post-holders.js';
import { type Holiday, holidayIn } from '../people/holiday.js';
import { actAsClock } from './as-clock.js';

/** An idea whose promise would be broken by a holiday. */
export interface ToPause extends Holiday {
  id: string;
}

/**
 * Ideas of departments where nobody is there to answer, promised for a day before somebody is. What is promised for later stays as it
 * is, so a day away tells nobody anything. One round trip for all who lead, and two for each department where one of them is away.
 */
export async function promisesToPause(deps: Deps): Promise<ToPause[]> {
  const { directory, people, ideas } = deps;
  const today = todayIn(deps);
  const { departments, leadersOf, everyCode } = directory();
  const led = departments.map(({ code }) => ({ code, emails: leadersOf(code).map(({ email }) => email) }));
  const known = await people.contacts(new Set(led.flatMap(({ emails }) => emails)));
  const isAway = (email: string) => (known.get(email)?.awayUntil ?? '') >= today;
  const found: ToPause[] = [];
  for (const { code } of led.filter(({ emails }) => emails.some(isAway))) {
    const holiday = holidayIn(await chainOf(deps, code), undefined, today);
    if (!holiday) continue;
    const queues = everyCode([code]).map((department) =>
      queueName({ for: 'deciders' }, { department, tier: 'leader' }),
    );
    const rows = (await Promise.all([...queues, holiday.leader].map((queue) => ideas.waiting(queue)))).flat();
    found.push(...rows.filter((row) => isWithin(row, today, holiday)).map(({ id }) => ({ id, ...holiday })));
  }
  return found;
}

const isWithin = ({ beside, reminded, promised }: Listed, today: string, { until }: Holiday): boolean =>
  !beside && !reminded && today <= promised && promised <= until;

/** Lets an idea's promise wait. Any number of instances may do it at once: there is one effect. True when it does now. */
export async function pausePromise(deps: Deps, { id, leader, until }: ToPause): Promise<boolean> {
  const { kind } = await actAsClock(deps, id, { name: 'pause' }, () => ({
    type: 'pause',
    data: { leader, until },
    words: {},
  }));
  return kind === 'saved';
}
