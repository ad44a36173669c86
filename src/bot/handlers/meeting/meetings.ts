import { actOnMeeting } from '../../../app/meeting/act-on-meeting.js';
import { addMeeting } from '../../../app/meeting/add-meeting.js';
import { listMeetings } from '../../../app/meeting/list-meetings.js';
import { type MeetingView, openMeeting } from '../../../app/meeting/meeting-view.js';
import { holdsIn } from '../../../app/meeting/roles.js';
import { type MeetingCardView, meetingCard } from '../../../cards/meeting/meeting-card.js';
import type { MeetingDraft } from '../../../cards/meeting/meeting-fields.js';
import { meetingForm } from '../../../cards/meeting/meeting-form.js';
import { meetingList } from '../../../cards/meeting/meeting-list.js';
import { meetingTold } from '../../../cards/meeting/meeting-told.js';
import { meetingPanelOf } from '../../../cards/meeting/meeting-verbs.js';
import { meetingRefusal } from '../../../cards/meeting/meeting-words.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import { offered } from '../../turns/file-kind.js';
import { fitted } from '../../turns/fitted.js';
import type { Turn } from '../../turns/turn.js';
import { meetingFile } from './meeting-file.js';

/** "Träffar": the next five. */
async function meetings(turn: Turn, { page }: VerbData<'meetings'>): Promise<Answer> {
  return here(meetingList(turn.context, await listMeetings(turn.deps, turn.person, page)));
}

/** The form for a new one. */
const form = async (turn: Turn): Promise<Answer> => formAgain(turn, {});

/** The list with what was planned; the form with what was written, where it could not be. */
async function add(turn: Turn, data: VerbData<'addMeeting'>): Promise<Answer> {
  const { idempotencyKey, forWhom = '', what = '', where = '' } = data;
  const added = await addMeeting(turn.deps, turn.person, {
    ...{ idempotencyKey, forWhom, words: { what, where }, ...timeOf(data), seats: seatsOf(data) },
  });
  if (!added.ok) return addAgain(turn, data, meetingRefusal(turn.context, added.refusal));
  const { id, seq, announced } = added.value;
  turn.changed({ record: 'meeting', id, seq });
  const told = turn.context.t(announced ? 'meeting.did.meetingAdded' : 'meeting.did.listedOnly');
  return here(meetingList(turn.context, { ...(await listMeetings(turn.deps, turn.person, 0)), told }));
}

/** The form as it was sent, where what was written is asked about first. */
export const addAgain = (turn: Turn, data: VerbData<'addMeeting'>, fault?: string): Promise<Answer> => {
  const { what, where, on, at, minutes, seats, forWhom } = data;
  return formAgain(turn, { what, where, on, at, minutes, seats, forWhom }, fault);
};

async function formAgain(turn: Turn, written: MeetingDraft, fault?: string): Promise<Answer> {
  const holds = holdsIn(turn.deps, turn.person);
  if (!holds) return tell(fault ?? turn.context.t('meeting.refusal.notAllowed'));
  const { departments } = holds;
  return here(fitted({ ...written }, (draft) => meetingForm(turn.context, { departments, draft, fault })));
}

/** When it is, as the form has it. */
const timeOf = ({ on = '', at = '', minutes = '' }: MeetingDraft) => ({ on, at, minutes: Number(minutes) });

/** As many as somebody has written; what is no number the rule refuses. */
const seatsOf = ({ seats }: MeetingDraft): number | undefined => (seats ? Number(seats) : undefined);

/** One, in place or as a message of its own. */
async function meeting(turn: Turn, { meeting: id, panel, below: isBelow }: VerbData<'meeting'>): Promise<Answer> {
  const view = await openMeeting(turn.deps, turn.person, id, { named: panel === 'comers' });
  if (!view) return notHere(turn);
  const drawn = meetingCard(turn.context, { ...view, panel });
  return isBelow ? below(drawn) : here(drawn);
}

/** One by its bare id; undefined where there is none for this reader. */
export async function openMeetingById(turn: Turn, id: string): Promise<Answer | undefined> {
  const view = await openMeeting(turn.deps, turn.person, id);
  return view && below(meetingCard(turn.context, view));
}

const notHere = ({ context }: Turn): Answer => tell(context.t('meeting.refusal.notFound'));

/** What somebody does to one: its card as it is then, with what happened; refused: with why, and what was written in vain. */
async function act(turn: Turn, data: VerbData<'actOnMeeting'>): Promise<Answer> {
  const { meeting: id, decisionVersion, idempotencyKey, meetingAct: type, why = '', what = '', where = '' } = data;
  const outcome = await actOnMeeting(turn.deps, turn.person, {
    ...{ id, idempotencyKey, type, decisionVersion, words: { why, what, where } },
    ...{ time: timeOf(data), seats: seatsOf(data) },
    ...(turn.cardActivityId && { shownIn: turn.cardActivityId }),
  });
  if (outcome.ok) {
    const { view, event } = outcome;
    turn.changed({ record: 'meeting', id, seq: event.seq });
    const told = meetingTold(turn.context, view.meeting, { event, as: 'actor' });
    return here(meetingCard(turn.context, { ...view, told }));
  }
  const { refusal, view } = outcome;
  const said = meetingRefusal(turn.context, refusal);
  if (!view) return tell(said);
  // Whoever cannot come has nothing to take back.
  return refusal.code === 'comesNot'
    ? here(meetingCard(turn.context, { ...view, told: said }))
    : here(writing(turn, view, data, said));
}

/** The panel as it was sent, where what was written is asked about first. */
export async function actAgain(turn: Turn, data: VerbData<'actOnMeeting'>, fault?: string): Promise<Answer> {
  const view = await openMeeting(turn.deps, turn.person, data.meeting);
  return view ? here(writing(turn, view, data, fault)) : notHere(turn);
}

function writing(turn: Turn, view: MeetingView, data: VerbData<'actOnMeeting'>, fault: string | undefined) {
  const { why, what, where, on, at, minutes, seats, meetingAct: type } = data;
  const panel = meetingPanelOf(type);
  const drawn = (kept: MeetingCardView['kept']) =>
    meetingCard(turn.context, { ...view, fault, panel, ...(panel && kept && { kept }) });
  return fitted({ why, what, where, on, at, minutes, seats }, drawn);
}

/** What the buttons of meetings lead to. */
export const meetingButtons = {
  ...{ meetings, meetingForm: form, addMeeting: add, meeting, actOnMeeting: act },
  meetingFile: (turn: Turn, { meeting: id }: VerbData<'meetingFile'>) => offered(turn, meetingFile, { meeting: id }),
};
