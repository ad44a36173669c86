import { parsePress, type Verb, type VerbData } from '../cards/verbs.js';
import { limits } from '../domain/idea/words.js';
import { tidy } from '../domain/language/tidy.js';
import { type ParsedCommand, readMessage } from './conversation/commands.js';
import { guarded, guardedText } from './handlers/conversation/guarded.js';
import * as messages from './handlers/conversation/messages.js';
import * as written from './handlers/conversation/written.js';
import { stopDigest, week } from './handlers/digest/week.js';
import * as acts from './handlers/idea/idea-acts.js';
import * as forms from './handlers/idea/idea-forms.js';
import * as pages from './handlers/idea/idea-pages.js';
import * as lists from './handlers/idea/lists.js';
import * as pictures from './handlers/idea/pictures.js';
import { several } from './handlers/idea/several.js';
import { account } from './handlers/person/accounts.js';
import { leaders } from './handlers/person/leaders.js';
import * as people from './handlers/person/people.js';
import * as own from './handlers/privacy/my-data.js';
import type { IncomingOf } from './incoming.js';
import { type Answer, nothing, tell } from './turns/answer.js';
import type { Beside, Turn } from './turns/turn.js';
import type { TurnPlan } from './turns/turn-plan.js';

/** The bot's table of contents: what each button and each written word leads to. */

type Handler<Data> = (turn: Turn, data: Data) => Promise<Answer>;

export const buttons: { [V in Verb]: Handler<VerbData<V>> } = {
  form: forms.form,
  submit: forms.submit,
  submitText: forms.submitText,
  editForm: forms.editForm,
  edit: forms.edit,

  open: pages.open,
  panel: pages.panel,
  act: acts.act,
  next: pages.next,
  answerTyped: acts.answerTyped,
  merge: acts.merge,
  answerMerge: acts.answerMerge,
  follow: acts.follow,

  mine: lists.mine,
  queue: lists.queue,
  several,

  leader: leaders,
  week,
  stopDigest,

  pickDepartment: people.pickDepartment,
  changeDepartment: people.changeDepartment,
  settings: people.settings,
  saveSettings: people.saveSettings,
  disown: people.disown,

  myData: own.myData,
  readData: own.readData,
  eraseMe: own.eraseMe,
  eraseMeNow: own.eraseMeNow,
  keepData: own.keepData,

  account,

  help: written.help,
  dismiss: messages.dismiss,
  answerInstead: messages.answerInstead,
  typed,
};

export const commands: { [C in ParsedCommand['command']]: Handler<Extract<ParsedCommand, { command: C }>> } = {
  idea: async (turn, { rest }) => forms.form(turn, { text: rest, picture: await turn.beside?.goAlong() }),
  mine: (turn) => lists.mine(turn, { page: 0 }),
  queue: (turn) => lists.queue(turn, { filter: 'all', page: 0, several: false }),
  open: (turn, { id }) => pages.open(turn, { idea: id }),
  why: (turn, { id }) => pages.why(turn, { idea: id }),
  status: written.status,
  leader: (turn, { rest }) => leaders(turn, { query: rest }),
  week: (turn, { rest }) => week(turn, { week: rest, page: 0 }),
  settings: people.settings,
  myData: own.myData,
  eraseMe: own.eraseMe,
  help: written.help,
  thanks: written.thanks,
  text: (turn, { text }) => messages.freeText(turn, text),
};

export const onText = (activity: IncomingOf<'text'>): TurnPlan => {
  const { written: message, pictures: urls } = activity;
  const text = tidy(message.text);
  // Nothing but what cannot be seen.
  if (text === '') return onWordless(activity);
  return withPictures(urls, text.length > limits.problem ? tooLong : guardedSaying(text, tidy(message.asCommand)));
};

function guardedSaying(text: string, asCommand: string): TurnPlan {
  const plan = saying(text, asCommand);
  return { ...plan, answer: (turn) => guardedText(turn, text, () => plan.answer(turn)) };
}

const tooLong: TurnPlan = {
  answer: async ({ context }) => tell(context.t('reply.tooLong', { limit: limits.problem })),
};

function saying(text: string, asCommand: string): TurnPlan {
  const read = readMessage(text);
  // What is no command as it was typed may be one as it was meant; words are kept as they were typed.
  const meant = read.command === 'text' && asCommand !== text ? readMessage(asCommand) : read;
  const asked = meant.command === 'text' ? read : meant;
  const handler = commands[asked.command] as Handler<ParsedCommand>;
  return {
    ...(asked.command === 'open' && { about: { id: asked.id, history: true } }),
    ...(asked.command === 'mine' && { about: { mine: 0 } }),
    looksForPost: ofPosts.has(asked.command),
    answer: (turn) => handler(turn, asked),
  };
}

/** What came back in a field: read as if it had been typed so. A picture that was sent with it still goes along. */
async function typed(turn: Turn, { text = '', picture }: VerbData<'typed'>): Promise<Answer> {
  if (text === '') return tell(turn.context.t('reply.nothing'));
  const beside: Beside = { goAlong: async () => picture, answer: async () => nothing };
  return saying(text, text).answer({ ...turn, ...(picture && { beside }) });
}

/** Words with pictures beside them: the words are answered, and then it is said what becomes of the pictures. */
function withPictures(urls: IncomingOf<'text'>['pictures'], plan: TurnPlan): TurnPlan {
  if (urls.length === 0) return plan;
  let beside: Beside | undefined;
  return {
    ...plan,
    answer(turn) {
      beside = pictures.sentBeside(turn, urls);
      return plan.answer({ ...turn, beside });
    },
    afterwards: async () => beside?.answer() ?? nothing,
  };
}

/** A message without words: a picture, a file, or what cannot be seen. */
export const onWordless = ({ pictures: urls, instead }: IncomingOf<'text' | 'wordless'>): TurnPlan => ({
  answer: urls.some((url) => url !== undefined)
    ? (turn) => pictures.received(turn, urls)
    : async (turn) => written.sent(turn, instead ?? 'nothing'),
});

/** Teams' question whether they want the file has been answered. */
export const onFileAnswer = ({ answer }: IncomingOf<'fileAnswer'>): TurnPlan => ({
  answer: (turn) => own.fileAnswered(turn, answer),
});

export const onCardAction = ({ press: { verb, data } }: IncomingOf<'cardAction' | 'cardSubmit'>): TurnPlan =>
  press(verb, data);

/** Words and buttons of those who have a post: "Min tur", the week. */
const ofPosts: ReadonlySet<string> = new Set(['queue', 'next', 'several', 'week'] satisfies Verb[]);

/** Buttons that lead somewhere: bare, as on the welcome, they open a message of their own; with a page or a filter they turn the pages of their own card. */
const places: ReadonlySet<Verb> = new Set(['mine', 'queue', 'leader', 'week', 'settings', 'changeDepartment']);

function press(verb: unknown, data: Record<string, unknown>): TurnPlan {
  const known = parsePress(verb, data);
  if (!known) return { answer: async ({ context }) => tell(context.t('reply.unknownButton')) };
  const handler = buttons[known.verb] as Handler<unknown>;
  const bare = Object.keys(data).every((key) => key === 'verb');
  const history = known.verb === 'open' || known.verb === 'panel';
  return {
    ...('idea' in known.data && { about: { id: known.data.idea, history } }),
    ...(known.verb === 'mine' && { about: { mine: known.data.page } }),
    looksForPost: ofPosts.has(known.verb),
    async answer(turn) {
      const answer = await guarded(turn, known, data.sure, () => handler(turn, known.data));
      return bare && places.has(known.verb) && 'here' in answer ? { below: answer.here } : answer;
    },
  };
}
