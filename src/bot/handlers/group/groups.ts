import { actOnGroup } from '../../../app/group/act-on-group.js';
import { type GroupView, openGroup, openGroupWith } from '../../../app/group/group-view.js';
import { type GroupCardView, groupCard } from '../../../cards/group/group-card.js';
import { groupNote } from '../../../cards/group/group-note.js';
import { groupPanelOf } from '../../../cards/group/group-verbs.js';
import { groupRefusal, groupTold } from '../../../cards/group/group-words.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import { fitted } from '../../turns/fitted.js';
import type { Turn } from '../../turns/turn.js';

/** "Jobba tillsammans", in place or as a message of its own. */
async function group(turn: Turn, { idea, panel, below: isBelow }: VerbData<'group'>): Promise<Answer> {
  const view = await openGroup(turn.deps, turn.person, idea);
  if (!view) return notHere(turn);
  const drawn = groupCard(turn.context, { ...view, reader: turn.person.ref, panel });
  return isBelow ? below(drawn) : here(drawn);
}

/** One by its bare id; undefined where there is none for this reader. */
export async function openGroupById(turn: Turn, id: string): Promise<Answer | undefined> {
  const view = await openGroupWith(turn.deps, turn.person, id);
  return view && below(groupCard(turn.context, { ...view, reader: turn.person.ref }));
}

const notHere = ({ context }: Turn): Answer => tell(context.t('group.refusal.notFound'));

/** What somebody does with it: its card as it is then, with what happened; refused: with why, and what was written in vain. */
async function act(turn: Turn, data: VerbData<'actOnGroup'>): Promise<Answer> {
  const { idea, idempotencyKey, groupAct: type, person, personEmail, step = '', on, slot, shownVersion } = data;
  const outcome = await actOnGroup(turn.deps, turn.person, {
    ...{ idea, idempotencyKey, type, person: personEmail?.trim() || person?.trim(), on, slot, words: { step } },
    shownVersion,
    ...(turn.cardActivityId && { shownIn: turn.cardActivityId }),
  });
  if (outcome.ok) {
    const { view, event } = outcome;
    turn.changed({ record: 'group', id: outcome.group.id, seq: event.seq });
    const told = groupTold(turn.context, { event, as: 'actor' });
    return here(
      view
        ? groupCard(turn.context, { ...view, reader: turn.person.ref, told })
        : groupNote(turn.context, outcome.idea, told),
    );
  }
  const { refusal, view } = outcome;
  const fault = groupRefusal(turn.context, refusal, { type, mostMembers: view?.mostMembers });
  return view ? here(writing(turn, view, data, fault)) : tell(fault);
}

/** The panel as it was sent, where what was written is asked about first. */
export async function actAgain(turn: Turn, data: VerbData<'actOnGroup'>, fault?: string): Promise<Answer> {
  const view = await openGroup(turn.deps, turn.person, data.idea);
  if (view) return here(writing(turn, view, data, fault));
  // What was written is what they hear of first, whatever is there.
  return fault === undefined ? notHere(turn) : tell(fault);
}

function writing(turn: Turn, view: GroupView, data: VerbData<'actOnGroup'>, fault: string | undefined) {
  const { personEmail, step, on, groupAct: type, shownVersion } = data;
  // Of a list that has changed a place is somebody else's: it is chosen anew.
  const isSame = shownVersion === undefined || shownVersion === view.group?.decisionVersion;
  const person = isSame ? data.person : undefined;
  const panel = groupPanelOf(type);
  const drawn = (kept: GroupCardView['kept']) =>
    groupCard(turn.context, { ...view, reader: turn.person.ref, fault, panel, kept });
  return fitted({ person, personEmail, step, on }, drawn);
}

/** What the buttons of groups lead to. */
export const groupButtons = { group, actOnGroup: act };
