import type { UndertakingEvent } from './events.js';
import type { Undertaking } from './undertaking.js';

/** The undertaking after an event. `id` names the one that a first event creates. */
export function evolveUndertaking(
  before: Undertaking | undefined,
  event: UndertakingEvent,
  id = before?.id,
): Undertaking {
  if (!id) throw new Error('The first event needs the id of its undertaking');
  if (!before) return begun(id, event);
  const after: Undertaking = { ...changed(before, event), seq: event.seq, changedAt: event.at };
  return decidedOn(before) === decidedOn(after) ? after : { ...after, decisionVersion: before.decisionVersion + 1 };
}

function begun(id: string, event: UndertakingEvent): Undertaking {
  if (event.type !== 'undertakingAdded' || event.by === 'clock')
    throw new Error(`An undertaking begins by being added by somebody, not by ${event.type}`);
  const { seq, at, day, by, data, words } = event;
  return {
    ...{ id, seq, decisionVersion: 1, stage: 'planned', ...data, words, addedBy: by, addedOn: day, changedAt: at },
  };
}

/** What an event makes of it, beside its number and its time. */
function changed(undertaking: Undertaking, event: UndertakingEvent): Undertaking {
  switch (event.type) {
    case 'undertakingAdded':
      throw new Error('An undertaking is added once');
    case 'undertakingMoved':
      return { ...said(undertaking, event), moved: undertaking.until, until: event.data.until };
    case 'undertakingDone':
      return { ...said(undertaking, event), stage: 'done' };
    case 'undertakingDropped':
      return { ...said(undertaking, event), stage: 'dropped' };
    case 'undertakingReminded':
      return { ...undertaking, reminded: event.data.part };
    case 'undertakingLapsed':
      return { ...undertaking, stage: 'lapsed' };
    case 'undertakingHidden':
      return { ...undertaking, hidden: true };
    case 'undertakingShown': {
      const { hidden: _, ...shown } = undertaking;
      return shown;
    }
  }
}

/** With what was said last: an earlier reason does not stand beside a later result. */
function said(undertaking: Undertaking, { words }: UndertakingEvent): Undertaking {
  const { why: _, ...rest } = undertaking.words;
  return { ...undertaking, words: { ...rest, ...words } };
}

/** What somebody decides on when they press a button of its card. */
const decidedOn = ({ stage, until }: Undertaking): string => JSON.stringify([stage, until]);
