import { answered } from '../../../app/challenge/answered.js';
import { askAuthor } from '../../../app/draft/ask-author.js';
import { dropDraft as drops, forgetDraft, leftOfDraft, meetSimilar } from '../../../app/draft/kept-draft.js';
import { actOnIdea } from '../../../app/idea/act-on-idea.js';
import { takeableIdea } from '../../../app/search/take-along.js';
import { draftGone } from '../../../cards/draft/draft-notes.js';
import { authorAsked, authorWaited, draftDropped } from '../../../cards/draft/idea-asked.js';
import { needAsked, needSaid } from '../../../cards/draft/need-first.js';
import { readFirst, similarIdeas } from '../../../cards/draft/similar-ideas.js';
import { requestOf } from '../../../cards/idea/actions/request.js';
import { refusalText } from '../../../cards/refusal-text.js';
import type { VerbData } from '../../../cards/verbs.js';
import { ASKED_DAYS, type KeptDraft } from '../../../domain/draft/draft.js';
import type { Idea } from '../../../domain/idea/idea.js';
import type { Refusal } from '../../../domain/idea/refusal.js';
import { heldRefsOf } from '../../../domain/person/person.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import { fitted } from '../../turns/fitted.js';
import type { Turn } from '../../turns/turn.js';
import * as forms from '../idea/idea-forms.js';

/** Whether somebody still waits for the answer. */
type Waits = () => boolean;

/**
 * "Skicka idén", with what is like it before it is sent in: one step more at most, and none where they have been asked about
 * their words already, nor where nobody is there any more to read it: then it is sent as it is, and was not kept for nothing.
 */
export const submit = async (turn: Turn, sent: VerbData<'submit'>, waits: Waits = () => true): Promise<Answer> => {
  const data = { ...sent, answersTo: await answered(turn.deps, sent.answersTo) };
  const forgotten = forgets(turn, data.idempotencyKey);
  if (!data.isIdea && !forms.isAskedAbout(turn, data)) {
    const words = forms.ideaWordsIn(data);
    const met = await meetSimilar(turn.deps, turn.person, {
      ...data,
      words,
      department: data.department,
      challenge: data.answersTo,
    });
    // The same form in another turn shows what this one does not.
    if (met && (waits() || !met.isNew)) return here(similarIdeas(turn.context, met, turn.person.ref));
    if (met) return forms.submit(turn, data, forgotten);
  }
  return forms.submit(turn, data, data.kept && forgotten);
};

/** What a dialog has that a chat has not. */
export interface InDialog {
  waits: Waits;
  /** Where the reader's own chat with the bot opens with this written in it. */
  linkTo(message?: string): string | undefined;
  /** People of other organisations may be where it was opened: nothing of others' is shown. */
  isShared: boolean;
}

/** The same in a dialog of another chat. What somebody else has written is theirs, unless that is chosen: they are asked. */
export const submitInDialog =
  ({ waits, isShared, linkTo }: InDialog) =>
  async (turn: Turn, data: VerbData<'submit'>): Promise<Answer> => {
    const { author, whose, idempotencyKey } = data;
    if (!author || whose === 'mine') return isShared ? forms.submit(turn, data) : submit(turn, data, waits);
    const words = forms.ideaWordsIn(data);
    const asked = await askAuthor(turn.deps, turn.person, { idempotencyKey, author, words });
    if (!asked.ok) return forms.submitAgain(turn, data, asked.refusal);
    turn.stored();
    return here(
      asked.value.waits ? authorWaited(turn.context, ASKED_DAYS, linkTo()) : authorAsked(turn.context, ASKED_DAYS),
    );
  };

/** "Läs" in a dialog, from where it goes on as from what was met: with one's own, which is kept meanwhile. */
export const readInDialog =
  ({ linkTo }: Pick<InDialog, 'linkTo'>) =>
  async (turn: Turn, { idea: id, draft }: VerbData<'open'>): Promise<Answer> => {
    const idea = await takeableIdea(turn.deps, id);
    if (!idea) return tell(turn.context.t('extension.notThere'));
    return here(readFirst(turn.context, idea, { draft, link: linkTo(id) }));
  };

/** The same of what was typed as a message. */
export const submitText = (turn: Turn, data: VerbData<'submitText'>): Promise<Answer> =>
  forms.submitText(turn, data, (sending, whole) => submit(sending, whole));

/**
 * "Skicka min idé", or "Ja, skicka in den" of what another wants sent in, which meets what is like it as any other: what was kept becomes an idea, once,
 * however often it is pressed.
 */
export const sendDraft = async (turn: Turn, { idempotencyKey, met }: VerbData<'sendDraft'>): Promise<Answer> => {
  const left = await leftOfDraft(turn.deps, turn.person, idempotencyKey);
  if (left.kind === 'sent') return here(forms.receipt(turn, left.idea));
  if (left.kind === 'gone') return here(draftGone(turn.context));
  const { name, words, confidential, department, picture, challenge } = left.draft;
  if (!department && !turn.person.department) return editDraft(turn, { idempotencyKey, met });
  const kept = { kept: 'true', ...hadStep(left.draft, met) } as const;
  return submit(turn, {
    idempotencyKey: name,
    ...words,
    confidential,
    department,
    picture,
    answersTo: challenge,
    ...kept,
  });
};

/** What they were to send themselves has had its step, and so has what they have met since: it is asked about no more. */
const hadStep = ({ by }: KeptDraft, met: 'true' | undefined) =>
  by === undefined || met ? { isIdea: 'true' as const } : {};

/** "Ändra först": what was kept, in the form, which sends it by the same operation. */
export const editDraft = async (turn: Turn, { idempotencyKey, met }: VerbData<'editDraft'>): Promise<Answer> => {
  const left = await leftOfDraft(turn.deps, turn.person, idempotencyKey);
  if (left.kind === 'sent') return here(forms.receipt(turn, left.idea));
  if (left.kind === 'gone') return here(draftGone(turn.context));
  const { name, words, confidential, department, picture, challenge } = left.draft;
  const draft = { ...words, confidential, picture, challenge, kept: name, ...hadStep(left.draft, met) };
  return here(forms.formWith(turn, draft, department));
};

/** "Nej" to whether it is to be sent in; the same again changes nothing. */
export async function dropDraft(turn: Turn, { idempotencyKey }: VerbData<'dropDraft'>): Promise<Answer> {
  const left = await drops(turn.deps, turn.person, idempotencyKey);
  if (left.kind === 'sent') return here(forms.receipt(turn, left.idea));
  turn.stored();
  return here(draftDropped(turn.context));
}

/** What was kept under a name is an idea now. */
const forgets =
  ({ deps, person }: Turn, name: string) =>
  async (idea: string) =>
    void (await Promise.all(heldRefsOf(person).map((ref) => forgetDraft(deps, { person: ref, name }, idea))));

/** "Samma problem hos oss" beside one's own: first a line about it, if they like, then it is said; their own is kept. */
export const sameProblem = async (turn: Turn, data: VerbData<'sameProblem'>): Promise<Answer> => {
  if (!data.said) return asksFor(turn, data);
  const { idea: id, idempotencyKey, need } = data;
  const request = requestOf({ idea: id, decisionVersion: 0, idempotencyKey, do: 'need', ...(need && { need }) });
  const [outcome, left] = await Promise.all([
    actOnIdea(turn.deps, turn.person, request),
    data.draft === undefined ? undefined : leftOfDraft(turn.deps, turn.person, data.draft),
  ]);
  const draft = left?.kind === 'draft' ? left.draft : undefined;
  if (outcome.ok) {
    turn.changed();
    return here(needSaid(turn.context, outcome.view, draft));
  }
  const { refusal, seen } = outcome;
  if (!seen) return tell(turn.context.t('refusal.notFound'));
  if ('field' in refusal) return asksFor(turn, data, refusal);
  return here(needSaid(turn.context, seen.view, draft, refusalText(turn.context.t, refusal)));
};

/** The line that they may write, with why it came back. */
export async function asksFor(turn: Turn, data: VerbData<'sameProblem'>, fault?: Refusal): Promise<Answer> {
  const stored = await turn.deps.ideas.load(data.idea);
  const idea: Idea | undefined = stored?.idea;
  if (!idea) return tell(turn.context.t('refusal.notFound'));
  const { need, draft } = data;
  return here(
    fitted({ need }, (kept) =>
      needAsked(turn.context, idea, turn.person.ref, { draft, ...kept, ...(fault && { fault }) }),
    ),
  );
}
