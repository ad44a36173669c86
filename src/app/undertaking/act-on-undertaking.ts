import type { Person } from '../../domain/person/person.js';
import type { UndertakingCommand, UndertakingCommandType } from '../../domain/undertaking/commands.js';
import { decideUndertaking } from '../../domain/undertaking/decide.js';
import type { UndertakingEvent } from '../../domain/undertaking/events.js';
import type { UndertakingRefusal } from '../../domain/undertaking/refusal.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import type { UndertakingWords } from '../../domain/undertaking/words.js';
import { answering, decideAndSave, type Verdict } from '../decide-and-save.js';
import type { Deps } from '../deps.js';
import { rolesByUndertaking } from './roles.js';
import { undertakingSetting } from './setting.js';
import { readableTo, type UndertakingView, viewUndertaking } from './undertaking-view.js';

/** What a person can do to an undertaking that exists. */
export type UndertakingAct = Exclude<UndertakingCommandType, 'addUndertaking' | 'bringNext'>;

export interface UndertakingActRequest {
  id: string;
  idempotencyKey: string;
  type: UndertakingAct;
  /** That of the pressed card. */
  decisionVersion?: number | undefined;
  words: UndertakingWords;
  /** The new day of one that is moved. */
  until?: string | undefined;
  /** The activity whose card will show the outcome to the actor. */
  shownIn?: string;
}

export type ActedOnUndertaking =
  | { ok: true; view: UndertakingView; event: UndertakingEvent }
  /** Nothing changed. What stands now is absent where there is none, or it is not for them. */
  | { ok: false; refusal: UndertakingRefusal; view?: UndertakingView };

/** Load, judge on what is stored, decide, save. The same operation twice is one effect and the same answer. Two round trips. */
export async function actOnUndertaking(
  deps: Deps,
  person: Person,
  request: UndertakingActRequest,
): Promise<ActedOnUndertaking> {
  const { id, idempotencyKey, type, decisionVersion, words, until, shownIn } = request;
  const refused = async (undertaking: Undertaking, refusal: UndertakingRefusal): Promise<ActedOnUndertaking> => {
    // A refusal may be our own effect, seen again.
    const effect = await deps.commits.effectOf(idempotencyKey);
    if (effect?.record === 'undertaking' && effect.id === id && effect.by === person.ref)
      return again(deps, person, effect);
    const view = readableTo(deps, person, undertaking);
    return { ok: false, refusal, ...(view && { view }) };
  };
  return decideAndSave(deps, deps.undertakings, id, {
    async judge(before): Promise<Verdict<Undertaking, UndertakingEvent, ActedOnUndertaking>> {
      if (!before) return answering({ ok: false, refusal: { code: 'notFound' } });
      const { undertaking } = before;
      const actor = { ref: person.ref, roles: rolesByUndertaking(deps, person, undertaking) };
      const command = {
        ...{ type, data: type === 'moveUndertaking' ? { until: until ?? '' } : {}, words },
        ...(decisionVersion !== undefined && { decisionVersion }),
      };
      const decision = decideUndertaking(command as UndertakingCommand, undertaking, actor, undertakingSetting(deps));
      if (!decision.ok) return answering(await refused(undertaking, decision.refusal));
      return {
        ...{ kind: 'change', idempotencyKey, events: [decision.value], ...(shownIn && { shownIn }) },
        answers: (after) => ({ ok: true, view: viewUndertaking(deps, person, after), event: decision.value }),
      };
    },
    again: (effect) => again(deps, person, effect),
  });
}

/** An operation that was spent before: the same answer for the one who did, and nothing for anybody else. */
async function again(
  deps: Deps,
  person: Person,
  { record, id, seq, by }: { record: string; id: string; seq: number; by: string },
): Promise<ActedOnUndertaking> {
  const [stored, event] =
    record === 'undertaking'
      ? await Promise.all([deps.undertakings.load(id), deps.undertakings.event(id, seq)])
      : [undefined, undefined];
  const view = stored && readableTo(deps, person, stored.undertaking);
  return event && view && by === person.ref
    ? { ok: true, view, event }
    : { ok: false, refusal: { code: 'stale' }, ...(view && { view }) };
}
