import { CHANGE, type Sending, withSure, withWaysOn } from '../../../cards/conversation/asked-again.js';
import { typedAgain } from '../../../cards/conversation/typed-again.js';
import { typedFields, typedIn } from '../../../cards/conversation/typed-fields.js';
import { asText } from '../../../cards/press-data.js';
import { refusalText } from '../../../cards/refusal-text.js';
import type { Verb, VerbData } from '../../../cards/verbs.js';
import type { Refusal } from '../../../domain/idea/refusal.js';
import { type Assurance, assurances, privateIn } from '../../../domain/private-words/private-words.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import { recordAgain } from '../archive/record-file.js';
import { nominateAgain } from '../award/award.js';
import { promiseAgain } from '../capability/capability.js';
import { actAgain, publishAgain } from '../challenge/challenges.js';
import { asksFor } from '../draft/drafts.js';
import { enterAgain } from '../existing/existing.js';
import * as groups from '../group/groups.js';
import { askAgain, thankAgain } from '../helping/helping.js';
import * as acts from '../idea/idea-acts.js';
import * as forms from '../idea/idea-forms.js';
import { choosingAgain } from '../idea/several.js';
import * as meetings from '../meeting/meetings.js';
import { actOnObstacleAgain } from '../obstacle/obstacles.js';
import { changePostsAgain } from '../person/posts.js';
import { splitAgain } from '../person/split-departments.js';
import * as undertakings from '../undertaking/undertakings.js';

/**
 * Nothing private by one press. Every press goes through here with all that was typed into it, whatever it does: a new form
 * has it without being asked. A row of `forms` says where the words are given back; a verb without one is only told.
 */
interface Guarded<V extends Verb> {
  /** The form as it was, with the words in its fields and why it came back. */
  form: (turn: Turn, data: VerbData<V>, fault?: Refusal) => Promise<Answer>;
  /** With which buttons it is sent from there; the same where nothing else is said. */
  sends?: readonly Verb[];
}

/** What was typed as a message, in a field, whatever it was taken for. */
const message = {
  form: async (
    { context }: Turn,
    { text = '', picture }: { text?: string | undefined; picture?: string | undefined },
    fault?: Refusal,
  ): Promise<Answer> => here(typedAgain(context, { text, picture, fault })),
  sends: ['typed', 'submitText', 'answerTyped', 'act', 'form', 'dismiss'],
} as const satisfies Guarded<'typed'>;

const faultText = ({ context }: Turn, fault: Refusal | undefined): string | undefined =>
  fault && refusalText(context.t, fault);

export const guardedForms: { readonly [V in Verb]?: Guarded<V> } = {
  submit: { form: forms.submitAgain },
  submitText: { form: forms.submitTextAgain, sends: ['submit', 'submitText'] },
  form: { form: forms.formAgain, sends: ['submit'] },
  edit: { form: forms.editAgain },
  enter: { form: enterAgain },
  sameProblem: { form: asksFor },
  act: { form: acts.actAgain },
  answerTyped: message,
  typed: message,
  dismiss: message,
  answerInstead: message,
  merge: { form: acts.mergeAgain },
  nominate: { form: nominateAgain },
  askForHelp: { form: (turn, data, fault) => askAgain(turn, data, faultText(turn, fault)) },
  thankHelp: { form: (turn, data, fault) => thankAgain(turn, data, faultText(turn, fault)) },
  record: { form: recordAgain },
  actOnObstacle: {
    form: (turn, data, fault) => actOnObstacleAgain(turn, data, fault && refusalText(turn.context.t, fault)),
  },
  several: { form: choosingAgain },
  queue: { form: choosingAgain },
  changePosts: { form: changePostsAgain },
  splitDepartment: { form: splitAgain },
  publishChallenge: { form: (turn, data, fault) => publishAgain(turn, data, faultText(turn, fault)) },
  actOnChallenge: { form: (turn, data, fault) => actAgain(turn, data, faultText(turn, fault)) },
  actOnGroup: { form: (turn, data, fault) => groups.actAgain(turn, data, faultText(turn, fault)) },
  addMeeting: { form: (turn, data, fault) => meetings.addAgain(turn, data, faultText(turn, fault)) },
  actOnMeeting: { form: (turn, data, fault) => meetings.actAgain(turn, data, faultText(turn, fault)) },
  promiseChange: { form: (turn, data, fault) => promiseAgain(turn, data, faultText(turn, fault)) },
  addUndertaking: { form: (turn, data, fault) => undertakings.addAgain(turn, data, faultText(turn, fault)) },
  actOnUndertaking: { form: (turn, data, fault) => undertakings.actAgain(turn, data, faultText(turn, fault)) },
};

/** What nobody else reads: it is looked for a number, and not asked about. */
const unstored: ReadonlySet<Verb> = new Set([
  'form',
  'leader',
  'queue',
  'typed',
  'dismiss',
  'answerInstead',
  'saveSettings',
  'pickDepartment',
]);

type ParsedPress = { [V in Verb]: { verb: V; data: VerbData<V> } }[Verb];

/** Carries a press out, unless its words may hold something private: then its form comes back with the words and one line. */
export async function guarded(
  turn: Turn,
  { verb, data }: ParsedPress,
  said: unknown,
  carryOut: () => Promise<Answer>,
): Promise<Answer> {
  if (typedFields(verb).length === 0) return carryOut();
  const { sure, change } = assured(said);
  const row = guardedForms[verb] as Guarded<Verb> | undefined;
  const sending: Sending = {
    verbs: row?.sends ?? [verb],
    ...('do' in data && { do: data.do }),
    ...('part' in data && { part: data.part }),
  };
  // "Ändra" sends nothing, whatever the words have become.
  if (change && row) return row.form(turn, data);
  const found = privateIn(typedIn(verb, data), sure, { stored: !unstored.has(verb) });
  if (!found) return onCard(await carryOut(), (drawn) => withSure(drawn, sending, sure));
  if (!row) return tell(refusalText(turn.context.t, { code: found }));
  const form = await row.form(turn, data, { code: found });
  return onCard(form, (drawn) => withWaysOn(turn.context, drawn, sending, found, sure));
}

/** What somebody has typed as a message, where it may hold a number: given back in a field. */
export async function guardedText(turn: Turn, text: string, carryOut: () => Promise<Answer>): Promise<Answer> {
  const found = privateIn([text], [], { stored: false });
  if (!found) return carryOut();
  const drawn = typedAgain(turn.context, { text, picture: await turn.beside?.goAlong(), fault: { code: found } });
  return here(withWaysOn(turn.context, drawn, { verbs: ['typed'] }, found, []));
}

/** What has been said of the words of a press, and whether they are to be changed first. */
function assured(said: unknown): { sure: Assurance[]; change: boolean } {
  const all = (asText(said) ?? '').split(',');
  return { sure: assurances.filter((one) => all.includes(one)), change: all.includes(CHANGE) };
}

function onCard(
  answer: Answer,
  change: (drawn: Parameters<typeof withSure>[0]) => Parameters<typeof withSure>[0],
): Answer {
  return answer.kind === 'here' || answer.kind === 'below' ? { ...answer, drawn: change(answer.drawn) } : answer;
}
