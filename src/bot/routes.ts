import { parsePress, type Verb, type VerbData } from '../cards/verbs.js';
import { limits } from '../domain/idea/words.js';
import { tidy } from '../domain/language/tidy.js';
import { type ParsedCommand, readMessage } from './conversation/commands.js';
import { fileAnswered } from './files.js';
import { archiveButtons } from './handlers/archive/registry.js';
import { awardButtons } from './handlers/award/award.js';
import { capabilityButtons } from './handlers/capability/capability.js';
import { followUp } from './handlers/capability/follow-up.js';
import { ideaForm } from './handlers/challenge/answer-form.js';
import * as challenges from './handlers/challenge/challenges.js';
import * as outside from './handlers/challenge/outside.js';
import { guarded, guardedText } from './handlers/conversation/guarded.js';
import * as messages from './handlers/conversation/messages.js';
import * as written from './handlers/conversation/written.js';
import { day } from './handlers/digest/day.js';
import { stopDigest, week } from './handlers/digest/week.js';
import * as drafts from './handlers/draft/drafts.js';
import { mine } from './handlers/draft/mine.js';
import { enter, existing } from './handlers/existing/existing.js';
import { exportButtons } from './handlers/export/export.js';
import * as figures from './handlers/figures/overview.js';
import { groupButtons } from './handlers/group/groups.js';
import { helpingButtons } from './handlers/helping/helping.js';
import * as acts from './handlers/idea/idea-acts.js';
import * as forms from './handlers/idea/idea-forms.js';
import * as pages from './handlers/idea/idea-pages.js';
import * as lists from './handlers/idea/lists.js';
import * as pictures from './handlers/idea/pictures.js';
import { account } from './handlers/identity/accounts.js';
import { sayImprovement, textToTellBack } from './handlers/improvement/improvement.js';
import * as knowHow from './handlers/meeting/know-how.js';
import { meetingButtons } from './handlers/meeting/meetings.js';
import * as obstacles from './handlers/obstacle/obstacles.js';
import { several } from './handlers/obstacle/several-hindered.js';
import { changeCounts } from './handlers/person/asked-changes.js';
import { leaders } from './handlers/person/leaders.js';
import { mergeDepartment } from './handlers/person/merge-departments.js';
import * as people from './handlers/person/people.js';
import * as posts from './handlers/person/posts.js';
import { splitDepartment } from './handlers/person/split-departments.js';
import { staffLoss } from './handlers/person/staff-loss.js';
import { nameMeans } from './handlers/person/unknown-names.js';
import * as own from './handlers/privacy/my-data.js';
import { newsOfOthers, search } from './handlers/search/search.js';
import { sharingButtons } from './handlers/sharing/sharing.js';
import { tellingButtons } from './handlers/telling/telling.js';
import { undertakingButtons } from './handlers/undertaking/undertakings.js';
import type { IncomingOf } from './incoming.js';
import { openRecord, readAheadById, readAheadOf, whyOfRecord } from './records.js';
import { type Answer, below, nothing, tell } from './turns/answer.js';
import { withPlaces } from './turns/named-places.js';
import { readIdeaAhead } from './turns/read-ahead.js';
import type { PicturesBeside, Turn } from './turns/turn.js';
import type { TurnPlan } from './turns/turn-plan.js';

/** The bot's table of contents: what each button and each written word leads to. */

type Handler<Data> = (turn: Turn, data: Data) => Promise<Answer>;

export const buttons: { [V in Verb]: Handler<VerbData<V>> } = {
  form: ideaForm,
  submit: drafts.submit,
  submitText: drafts.submitText,
  sendDraft: drafts.sendDraft,
  editDraft: drafts.editDraft,
  dropDraft: drafts.dropDraft,
  sameProblem: drafts.sameProblem,
  editForm: forms.editForm,
  edit: forms.edit,
  existing,
  enter,
  open: (turn, { idea: id, draft: _, ...opened }) => openRecord(turn, id, opened),
  panel: pages.panel,
  act: acts.act,
  next: pages.next,
  answerTyped: acts.answerTyped,
  merge: acts.merge,
  answerMerge: acts.answerMerge,
  follow: acts.follow,
  takeBackNeed: acts.takeBackNeed,
  sayImprovement,
  textToTellBack,
  ...{ ...tellingButtons, ...awardButtons, ...helpingButtons, ...capabilityButtons, ...sharingButtons },

  obstacles: obstacles.obstacles,
  obstacle: obstacles.obstacle,
  actOnObstacle: obstacles.act,
  ...undertakingButtons,

  ...archiveButtons,
  overview: figures.overview,
  figureIdeas: figures.figureIdeas,
  followUp,
  ...exportButtons,
  report: figures.report,

  ...knowHow.buttons,
  ...groupButtons,
  ...meetingButtons,

  mine,
  queue: lists.queue,
  several,
  search,

  challenges: challenges.challenges,
  challenge: challenges.challenge,
  challengeForm: (turn) => challenges.challengeForm(turn),
  publishChallenge: challenges.publish,
  actOnChallenge: challenges.act,
  challengeSame: challenges.challengeSame,
  challengeAnswers: challenges.challengeAnswers,
  challengeAgenda: challenges.agenda,
  challengeText: outside.challengeText,
  challengeOutside: outside.challengeOutside,

  leader: leaders,
  day,
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
  staffLoss,
  changeCounts,
  nameMeans,

  posts: (turn, data) => posts.posts(turn, data),
  changePosts: posts.changePosts,
  mergeDepartment,
  splitDepartment,
  answerProposal: posts.answerProposal,
  postsRight: posts.postsRight,

  help: written.help,
  dismiss: messages.dismiss,
  answerInstead: messages.answerInstead,
  typed,
};

export const commands: { [C in ParsedCommand['command']]: Handler<Extract<ParsedCommand, { command: C }>> } = {
  idea: async (turn, { rest }) => forms.form(turn, { text: rest, picture: await turn.beside?.goAlong() }),
  mine: (turn) => mine(turn, { page: 0 }),
  queue: (turn) => lists.queue(turn, { page: 0, several: false }),
  open: (turn, { id }) => openRecord(turn, id),
  why: (turn, { id }) => whyOfRecord(turn, id),
  status: written.status,
  search: (turn, { rest, lessons }) =>
    rest === '' ? newsOfOthers(turn) : search(turn, { query: rest, tab: lessons ? 'lessons' : 'all', page: 0 }),
  existing,
  challenges: (turn) => challenges.challenges(turn),
  obstacles: (turn) => obstacles.obstacles(turn),
  overview: (turn) => figures.overview(turn, { tab: undefined, department: '', page: 0 }),
  methods: knowHow.written,
  leader: (turn, { rest }) => leaders(turn, { query: rest }),
  day,
  week: (turn, { rest }) => week(turn, { week: rest, page: 0, below: false }),
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
    ...(asked.command === 'open' && { readAhead: readAheadById(asked.id) }),
    ...(asked.command === 'mine' && { readAhead: readIdeaAhead({ mine: 0 }) }),
    looksForPost: ofPosts.has(asked.command),
    answer: (turn) => handler(turn, asked),
  };
}

/** What came back in a field: read as if it had been typed so. A picture that was sent with it still goes along. */
async function typed(turn: Turn, { text = '', picture }: VerbData<'typed'>): Promise<Answer> {
  if (text === '') return tell(turn.context.t('reply.nothing'));
  const beside: PicturesBeside = { goAlong: async () => picture, answer: async () => nothing };
  return saying(text, text).answer({ ...turn, ...(picture && { beside }) });
}

/** Words with pictures beside them: the words are answered, and then it is said what becomes of the pictures. */
function withPictures(urls: IncomingOf<'text'>['pictures'], plan: TurnPlan): TurnPlan {
  if (urls.length === 0) return plan;
  let beside: PicturesBeside | undefined;
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
  answer: (turn) => fileAnswered(turn, answer),
});

export const onCardAction = ({ press: { verb, data } }: IncomingOf<'cardAction' | 'cardSubmit'>): TurnPlan =>
  press(verb, data);

/** A dialog has one form, that of an idea, and what somebody meets who sends it: nothing else can be pressed there. */
export const onDialogSend = (
  { press: { verb, data }, isShared }: IncomingOf<'dialogSend'>,
  { waits, linkTo }: Pick<drafts.InDialog, 'waits' | 'linkTo'>,
): TurnPlan => {
  const submit = drafts.submitInDialog({ waits, linkTo, isShared: isShared === true });
  const handlers = { ...buttons, submit, open: drafts.readInDialog({ linkTo }) };
  const isKnown = (isShared ? inSharedDialogs : inDialogs).some((one) => one === verb);
  return press(isKnown ? verb : undefined, data, handlers);
};

const inSharedDialogs = ['submit'] as const satisfies Verb[];
const inDialogs = [
  ...inSharedDialogs,
  'form',
  'sendDraft',
  'editDraft',
  'sameProblem',
  'open',
] as const satisfies Verb[];

/** Words and buttons of those who have a post: "Min tur", the week. */
const ofPosts: ReadonlySet<string> = new Set(['queue', 'next', 'several', 'day', 'week'] satisfies Verb[]);

/** Buttons that lead somewhere: bare, as on the welcome, they open a message of their own; with a page or a filter they turn the pages of their own card. */
const places: ReadonlySet<Verb> = new Set([
  'mine',
  'queue',
  'search',
  'leader',
  'day',
  'week',
  'settings',
  'overview',
  'changeDepartment',
]);

function press(verb: unknown, data: Record<string, unknown>, handlers = buttons): TurnPlan {
  const known = parsePress(verb, data);
  if (!known) return { answer: async ({ context }) => tell(context.t('reply.unknownButton')) };
  const handler = handlers[known.verb] as Handler<unknown>;
  const bare = Object.keys(data).every((key) => key === 'verb');
  // The other parts of a record are looked for in it.
  const history = known.verb === 'open' || (known.verb === 'panel' && pages.partOf(known.data).of === 'all');
  const place = known.verb === 'panel' ? { below: known.data.below, before: known.data.before } : {};
  return {
    readAhead:
      known.verb === 'mine' ? readIdeaAhead({ mine: known.data.page }) : readAheadOf(known.data, { history, ...place }),
    looksForPost: ofPosts.has(known.verb),
    async answer(turn) {
      const named = { ...known, data: withPlaces(turn.context, known.verb, known.data) } as typeof known;
      const answer = await guarded(turn, named, data.sure, () => handler(turn, named.data));
      return bare && places.has(known.verb) && answer.kind === 'here' ? below(answer.drawn) : answer;
    },
  };
}
