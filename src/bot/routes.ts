import { parsePress, type Verb, type VerbData } from '../cards/verbs.js';
import { executeValue, type Incoming, sentInstead } from './activity.js';
import { type Answer, tell } from './answer.js';
import { type Asked, readMessage } from './commands.js';
import * as ideas from './handlers/ideas.js';
import { leaders } from './handlers/leaders.js';
import * as lists from './handlers/lists.js';
import * as people from './handlers/people.js';
import { stopDigest, week } from './handlers/week.js';
import * as written from './handlers/written.js';
import type { About } from './read-ahead.js';
import type { Turn } from './turn.js';

/** The bot's table of contents: what each button and each written word leads to. */

type Handler<Data> = (turn: Turn, data: Data) => Promise<Answer>;

export const buttons: { [V in Verb]: Handler<VerbData<V>> } = {
  form: ideas.form,
  submit: ideas.submit,
  submitText: ideas.submitText,
  editForm: ideas.editForm,
  edit: ideas.edit,

  open: ideas.open,
  panel: ideas.panel,
  act: ideas.act,
  next: ideas.next,
  answerTyped: ideas.answerTyped,

  mine: lists.mine,
  queue: lists.queue,
  several: lists.several,

  leader: leaders,
  week,
  stopDigest,

  pickDepartment: people.pickDepartment,
  changeDepartment: people.changeDepartment,
  settings: people.settings,
  saveSettings: people.saveSettings,
  disown: people.disown,

  help: written.help,
  dismiss: written.dismiss,
};

export const commands: { [C in Asked['command']]: Handler<Extract<Asked, { command: C }>> } = {
  idea: (turn, { rest }) => ideas.form(turn, rest ? { text: rest } : {}),
  mine: (turn) => lists.mine(turn, { page: 0 }),
  queue: (turn) => lists.queue(turn, { filter: 'all', page: 0, several: false }),
  open: (turn, { id }) => ideas.open(turn, { idea: id }),
  status: written.status,
  leader: (turn, { rest }) => leaders(turn, { query: rest }),
  week: (turn, { rest }) => week(turn, rest ? { week: rest } : {}),
  settings: people.settings,
  help: written.help,
  thanks: written.thanks,
  text: (turn, { text }) => written.freeText(turn, text),
};

/** What a turn does, once it is known who acts. */
export interface Doing {
  about?: About;
  answer: (turn: Turn) => Promise<Answer>;
}

export const said = ({ text }: Incoming): Doing => {
  const asked = readMessage(text ?? '');
  const handler = commands[asked.command] as Handler<Asked>;
  return {
    ...(asked.command === 'open' && { about: { id: asked.id, history: true } }),
    answer: (turn) => handler(turn, asked),
  };
};

export const sent = (activity: Incoming): Doing => ({
  answer: async (turn) => written.sent(turn, sentInstead(activity) ?? 'nothing'),
});

export const pressed = ({ value }: Incoming): Doing => {
  const { action } = executeValue.catch({ action: {} }).parse(value);
  return press(action.verb ?? action.data?.verb, action.data ?? {});
};

export const submitted = ({ value }: Incoming): Doing => {
  const data = value as Record<string, unknown>;
  return press(data.verb, data);
};

/** Buttons that lead somewhere: bare, as on the welcome, they open a message of their own; with a page or a filter they turn the pages of their own card. */
const places: ReadonlySet<Verb> = new Set(['mine', 'queue', 'leader', 'week', 'settings', 'changeDepartment']);

function press(verb: unknown, data: Record<string, unknown>): Doing {
  const known = parsePress(verb, data);
  if (!known) return { answer: async ({ kit }) => tell(kit.say('reply.unknownButton')) };
  const handler = buttons[known.verb] as Handler<unknown>;
  const bare = Object.keys(data).every((key) => key === 'verb');
  const history = known.verb === 'open' || known.verb === 'panel';
  return {
    ...('idea' in known.data && { about: { id: known.data.idea, history } }),
    async answer(turn) {
      const answer = await handler(turn, known.data);
      return bare && places.has(known.verb) && 'here' in answer ? { below: answer.here } : answer;
    },
  };
}
