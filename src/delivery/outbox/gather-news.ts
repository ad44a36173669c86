import { peopleAskedOnce } from '../../app/person/asked-once.js';
import { gather, isFirst, isFull, type NewsEvent } from '../../domain/news.js';
import { MOST_GATHERED } from '../../store/delivery/news.js';
import type { Outgoing } from '../../store/delivery/outbox.js';
import type { DeliveryDeps } from '../deps.js';
import { subjectOf } from '../subjects.js';
import { drawAnew } from './draw-anew.js';
import { give } from './give.js';

/**
 * Takes events of one record that may wait for each other out of the outbox: the first after a quiet hour is told at once,
 * and the others with what comes until the next round, but for those whom they answer. The cards that follow the record are
 * drawn anew now: that is silent. True when there is more to tell.
 */
export async function gatherNews(deps: DeliveryDeps, outgoing: readonly [Outgoing, ...Outgoing[]]): Promise<boolean> {
  const { app, news, log } = deps;
  const some = outgoing.slice(0, MOST_GATHERED);
  const [{ record, id }] = outgoing;
  const kind = subjectOf(record);
  const seqs = some.map(({ seq }) => seq);
  const [subject, events, before] = await Promise.all([kind.load(app, id), kind.events(app, id, seqs), news.of(id)]);
  const [last, newest] = [events.at(-1), some.at(-1)];
  if (!subject || !last || !newest || events.length < some.length) {
    throw new Error('The outbox names an event that is not there');
  }
  // On days off no date comes, and talk goes on.
  if (before && isFull(before)) {
    await beginRound(deps, { record, id });
    return true;
  }
  const oldCards = await drawAnew(deps, subject, last, newest);
  const more = await kind.goesOn(app, subject, last);
  const first = isFirst(before, app.now()) ? seqs[0] : undefined;
  const finding = peopleAskedOnce(app);
  const gathered: NewsEvent[] = [];
  for (const event of events) {
    const answer = event.seq === first ? undefined : await kind.answers(finding, subject, event);
    if (answer) {
      await oldCards.of([answer.person]);
      await give(deps, [answer]);
    }
    gathered.push({ seq: event.seq, ...(answer && { told: answer.person }) });
  }
  const draws = await oldCards.others();
  const after = gather(before, gathered, app.now());
  // Where somebody else has taken them in meanwhile, or more has been taken in, the next look knows.
  if (!(await news.gather(before, after, some, first))) return true;
  log.info({ record, id, seqs, waiting: after.waiting.length, atOnce: first !== undefined }, 'News was gathered');
  return more || draws || first !== undefined || outgoing.length > some.length;
}

/** What has waited for its hour becomes a round. False where nothing waits (any more), or somebody else was first. */
export async function beginRound(
  { app, news, log }: DeliveryDeps,
  { record, id }: Pick<Outgoing, 'record' | 'id'>,
): Promise<boolean> {
  const before = await news.of(id);
  if (!before || before.waiting.length === 0 || !(await news.begin({ record, id }, before, app.now()))) return false;
  log.info({ record, id, seqs: before.waiting.map(({ seq }) => seq) }, 'News that has waited is told together');
  return true;
}
