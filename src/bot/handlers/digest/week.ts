import { lastWeek, readWeek, scopesOf, thisWeek, weekFor } from '../../../app/digest/week.js';
import { changePerson } from '../../../app/person/meet-person.js';
import { week as weekCard, weekPart } from '../../../cards/digest/week.js';
import type { VerbData } from '../../../cards/verbs.js';
import { latestWeek, type Week } from '../../../domain/time.js';
import { WEEK } from '../../conversation/commands.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';

/** The week that is asked for, by number or in full; without one, the week that is going on. */
export async function week(turn: Turn, data: VerbData<'week'>): Promise<Answer> {
  const wanted = data.week ? weekNamed(data.week, thisWeek(turn.deps)) : thisWeek(turn.deps);
  const log = wanted && (await readWeek(turn.deps, wanted));
  if (!log) return tell(turn.kit.say('week.unknown', { example: lastWeek(turn.deps) }));
  const digest = await weekFor(turn.deps, turn.person, log);
  const { posts } = scopesOf(turn.deps, turn.person);
  const view = { digest, posts, onDemand: true };
  const { part, page } = data;
  return here(part ? weekPart(turn.kit, view, { part, page }) : weekCard(turn.kit, view));
}

/** "2026-W47", "v47" or "47": a week without a year is the latest of its number, for nothing is told of weeks to come. */
function weekNamed(text: string, present: Week): Week | undefined {
  const [, year, number] = WEEK.exec(text.trim()) ?? [];
  if (!number) return undefined;
  return year ? `${year}-W${number.padStart(2, '0')}` : latestWeek(Number(number), present);
}

/** "Stäng av" on the week's card. */
export async function stopDigest(turn: Turn): Promise<Answer> {
  const { person: me } = await changePerson(turn.deps, turn.me, ({ person, reach }) => ({
    person: { ...person, preferences: { ...person.preferences, digest: false } },
    ...(reach && { reach }),
  }));
  return tell(turn.become(me).kit.say('week.stopped'));
}
