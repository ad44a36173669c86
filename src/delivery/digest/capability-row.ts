import { askedIn, isDone } from '../../app/capability/round-now.js';
import { readableTo } from '../../app/undertaking/undertaking-view.js';
import { promiseNews, resultNews, surveyNews } from '../../cards/digest/capability-news.js';
import type { DayNews } from '../../cards/digest/day.js';
import { followedPlaces } from '../../domain/person/followed-places.js';
import type { Person } from '../../domain/person/person.js';
import type { DaySectionDeps } from '../day-section.js';

/** What a day card says of it now; undefined where there is nothing to say any more. Two round trips' time. */
export async function capabilityRow(
  { app, context }: Pick<DaySectionDeps, 'app' | 'context'>,
  person: Person,
  about: string,
): Promise<DayNews | undefined> {
  const kit = context(person.language);
  const [what, of = '', time = ''] = about.split('.');
  if (what === 'promise') {
    const promised = (await app.undertakings.load(of))?.undertaking;
    return promised && !promised.hidden && readableTo(app, person, promised) ? promiseNews(kit, promised) : undefined;
  }
  const rounds = await app.capability.rounds();
  const round = rounds.find(({ year }) => year === of);
  if (!round) return undefined;
  if (what === 'result') {
    const { led, managed } = followedPlaces(person, app.directory());
    const [department] = [...led, ...managed];
    return resultNews(kit, department === undefined ? {} : { department });
  }
  const asked = askedIn(app, person, round);
  if (!asked || isDone(app, asked, await app.capability.department(round.year, asked.department))) return undefined;
  return surveyNews(kit, round, Number(time));
}
