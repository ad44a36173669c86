import type { Decision } from '../../../domain/idea/deciding/decisions.js';
import type { IdeaEvent } from '../../../domain/idea/events.js';
import type { Stage } from '../../../domain/idea/stages.js';
import { heldRefsOf, type Person } from '../../../domain/person/person.js';
import type { RecordPlace } from '../../../domain/record.js';
import { EVENTS_A_PAGE } from '../../../store/idea/history.js';
import type { Deps } from '../../deps.js';

/** Which part of a record a card shows: the newest of all that happened, of the decisions, or of the comments; or one event. With a place: only what came before it. */
export type RecordShown = ({ of: 'all' | 'decisions' | 'comments' } & RecordPlace) | { of: 'event'; seq: number };

/** A part of an idea's record. */
export interface RecordPart {
  /** Oldest first. */
  events: IdeaEvent[];
  /** Of the decisions: the same with the stage in which each was made, and by which event its matter had got to be as it was. */
  decided?: readonly { event: Decision; stage: Stage; change?: IdeaEvent | undefined }[];
  /** Before which place there is more of it. */
  earlier?: RecordPlace | undefined;
}

/** As many as one card shows of them. */
const DECISIONS_A_PAGE = 15;
const COMMENTS_A_PAGE = 8;

/**
 * Begins to read a part of an idea's record, without what was said; `whole` adds that, and what stands beside it. All parts
 * cost the same whatever has happened: two round trips' time. `decides`: whose comments are theirs to handle is known
 * when it is known what they are to the idea.
 */
export async function recordPart(
  deps: Pick<Deps, 'ideas'>,
  id: string,
  shown: RecordShown,
  by: { person: Person; decides: () => Promise<boolean> },
): Promise<{ events: IdeaEvent[]; whole: () => Promise<RecordPart> }> {
  const { ideas } = deps;
  switch (shown.of) {
    case 'all': {
      const { below, before } = shown;
      const found = await ideas.newest(id, { below, before, limit: EVENTS_A_PAGE });
      const events = found.events.toReversed();
      const whole = async () => ({ events: await ideas.withWords(id, events), earlier: found.earlier });
      return { events, whole };
    }
    case 'decisions': {
      const { below, before } = shown;
      const { decisions, earlier } = await ideas.decisions(id, { below, before, limit: DECISIONS_A_PAGE });
      const whole = async () => ({ ...(await decisionsWhole(deps, id, decisions)), earlier });
      return { events: decisions.map(({ event }) => event), whole };
    }
    case 'comments': {
      const theirs = (await by.decides()) ? undefined : heldRefsOf(by.person);
      const found = await ideas.comments(id, { below: shown.below, limit: COMMENTS_A_PAGE + 1 }, theirs);
      const page = found.slice(0, COMMENTS_A_PAGE).toReversed();
      const whole = async () => ({
        events: await ideas.withWordsOfEach(id, page),
        ...(found.length > page.length && { earlier: { below: page[0]?.seq } }),
      });
      return { events: page, whole };
    }
    case 'event': {
      const event = await ideas.event(id, shown.seq);
      const events = event ? [event] : [];
      return { events, whole: async () => ({ events }) };
    }
  }
}

async function decisionsWhole(
  { ideas }: Pick<Deps, 'ideas'>,
  id: string,
  page: readonly { event: Decision; stage: Stage }[],
): Promise<RecordPart> {
  const numbers = [...new Set(page.flatMap(({ event: { asOf } }) => (asOf === undefined ? [] : [asOf])))];
  const [said, changes] = await Promise.all([
    ideas.withWordsOfEach(
      id,
      page.map(({ event }) => event),
    ),
    Promise.all(numbers.map((seq) => ideas.event(id, seq))),
  ]);
  const decided = page.map(({ event, stage }, at) => ({
    // The words change nothing of what kind it is.
    event: (said[at] ?? event) as Decision,
    stage,
    change: changes.find((change) => change?.seq === event.asOf && event.asOf !== undefined),
  }));
  return { events: decided.map(({ event }) => event).toReversed(), decided };
}
