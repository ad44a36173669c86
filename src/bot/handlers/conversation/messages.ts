import { myIdeas } from '../../../app/idea/lists/my-ideas.js';
import { type Conversation, openConversations } from '../../../app/idea/typed-answer.js';
import { chooseLanguage } from '../../../app/person/settings.js';
import { answerOffer } from '../../../cards/conversation/answer-offer.js';
import { doorCard } from '../../../cards/conversation/door.js';
import { questionAnswer } from '../../../cards/conversation/question-answer.js';
import { questionRows } from '../../../cards/conversation/questions/index.js';
import { quote } from '../../../cards/conversation/quote.js';
import { hasRoomFor, severalIdeas } from '../../../cards/conversation/several-ideas.js';
import { unanswered } from '../../../cards/conversation/unanswered.js';
import { shortened } from '../../../cards/shortened.js';
import type { VerbData } from '../../../cards/verbs.js';
import { limits } from '../../../domain/idea/words.js';
import { isReply } from '../../../domain/language/question-shape.js';
import type { CommandMeant } from '../../conversation/meant.js';
import { type Meant, understand } from '../../conversation/understand.js';
import { recordWith } from '../../records.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import { mine } from '../draft/mine.js';
import { readRow } from '../draft/read-row.js';
import * as forms from '../idea/idea-forms.js';
import * as lists from '../idea/lists.js';
import { leaders } from '../person/leaders.js';
import * as people from '../person/people.js';
import * as own from '../privacy/my-data.js';
import * as written from './written.js';

/** A message, with what it may answer: read only where it matters. */
interface WrittenMessage {
  text: string;
  conversations: () => Promise<Conversation[]>;
}

type MeaningHandler<M extends Meant['kind']> = (
  turn: Turn,
  meant: Extract<Meant, { kind: M }>,
  written: WrittenMessage,
) => Promise<Answer>;

/** What is answered to each thing that somebody may mean who has written no command. */
const answers: { readonly [M in Meant['kind']]: MeaningHandler<M> } = {
  door: async (turn, { door }, { text, conversations }) =>
    below(doorCard(turn.context, door, { text, awaited: (await conversations()).length > 0 })),
  language: async (turn, { language }) =>
    tell(turn.become(await chooseLanguage(turn.deps, turn.me, language)).context.t('reply.language')),
  command: (turn, { command }) => byOtherWords[command](turn),
  leader: (turn, { query }) => leaders(turn, { query }),
  form: async (turn, { about }) => forms.form(turn, { text: about, picture: await turn.beside?.goAlong() }),
  mention,
  question,
  several: (turn, { ideas }, written) =>
    unlessAnswer(turn, written, async () =>
      below(
        hasRoomFor(written.text)
          ? severalIdeas(turn.context, ideas, written.text)
          : quote(turn.context, quotedFor(turn, written.text)),
      ),
    ),
  unanswered: (turn, _, written) =>
    unlessAnswer(turn, written, async () => below(unanswered(turn.context, { text: written.text, awaited: false }))),
  idea: (turn, { door }, written) =>
    unlessAnswer(turn, written, async () => {
      const row = await readRow(turn, written.text);
      if (row) return row;
      const picture = await turn.beside?.goAlong();
      return below(quote(turn.context, { ...quotedFor(turn, written.text), picture, door }));
    }),
};

const byOtherWords: { readonly [C in CommandMeant]: (turn: Turn) => Promise<Answer> } = {
  help: written.help,
  mine: (turn) => mine(turn, { page: 0 }),
  queue: (turn) => lists.queue(turn, { filter: 'all', page: 0, several: false }),
  settings: people.settings,
  myData: own.myData,
  eraseMe: own.eraseMe,
  thanks: written.thanks,
};

/**
 * What somebody wrote that is no command, tidied and no longer than an idea's problem. What must not wait and what is asked
 * are answered at once, with the way to send it as the answer that somebody waits for; anything else is that answer first.
 */
export const freeText = (turn: Turn, text: string): Promise<Answer> => answer(turn, writtenBy(turn, text));

const writtenBy = ({ deps, person }: Turn, text: string): WrittenMessage => ({
  text,
  conversations: () => openConversations(deps, person, text),
});

function answer(turn: Turn, written: WrittenMessage): Promise<Answer> {
  const meant = understand(written.text, turn.deps.settings().doorIn);
  // One assertion for the whole table: each row takes exactly its own meaning, which TypeScript cannot follow here.
  return (answers[meant.kind] as (turn: Turn, meant: Meant, written: WrittenMessage) => Promise<Answer>)(
    turn,
    meant,
    written,
  );
}

const quotedFor = ({ person: { department } }: Turn, text: string) => ({ text, ...(department && { department }) });

const offer = ({ context, person }: Turn, text: string, conversations: Conversation[]): Answer =>
  below(answerOffer(context, { text, reader: person.ref, conversations }));

/** An answer if they have been asked something, else what the text is by itself. */
async function unlessAnswer(turn: Turn, { text, conversations }: WrittenMessage, otherwise: () => Promise<Answer>) {
  const open = await conversations();
  return open.length > 0 ? offer(turn, text, open) : otherwise();
}

async function question(
  turn: Turn,
  { question: asked, sure }: Extract<Meant, { kind: 'question' }>,
  { text, conversations }: WrittenMessage,
): Promise<Answer> {
  const [open, mine] = await Promise.all([
    conversations(),
    questionRows[asked].ideas ? myIdeas(turn.deps, turn.person, 0) : { ideas: [] },
  ]);
  const { ref, department, unit } = turn.person;
  if ((!sure || isReply(text)) && open.length > 0) return offer(turn, text, open);
  const asker = {
    ref,
    ...(department && { place: { department, ...(unit && { unit }) } }),
    ideas: mine.ideas,
    text,
    awaited: open.length > 0,
  };
  return below(questionAnswer(turn.context, asked, asker));
}

/** An id among other words opens what has it, unless they are the answer that an idea waits for. */
async function mention(
  turn: Turn,
  { id, asks }: Extract<Meant, { kind: 'mention' }>,
  { text, conversations }: WrittenMessage,
): Promise<Answer> {
  const open = asks ? [] : (await conversations()).filter(({ idea }) => idea.id === id);
  if (open.length > 0) return offer(turn, text, open);
  const opened = await recordWith(turn, id);
  if (opened) return opened;
  // Nothing has it: it was a word among others.
  return below(asks ? unanswered(turn.context, { text, awaited: false }) : quote(turn.context, quotedFor(turn, text)));
}

/** "Det är ett svar" under the answer to a question. */
export const answerInstead = (turn: Turn, { text = '' }: VerbData<'answerInstead'>): Promise<Answer> =>
  inPlace(unlessAnswer(turn, writtenBy(turn, text), async () => below(quote(turn.context, quotedFor(turn, text)))));

/** "Nej": they have said that it is no answer, so what it is by itself; or it was no idea, and that is that. */
export const dismiss = async (turn: Turn, { text }: VerbData<'dismiss'>): Promise<Answer> =>
  text
    ? inPlace(answer(turn, { text: shortened(text, limits.problem), conversations: async () => [] }))
    : tell(turn.context.t('reply.dismissed'));

async function inPlace(answered: Promise<Answer>): Promise<Answer> {
  const shown = await answered;
  return shown.kind === 'below' ? here(shown.drawn, shown.follows) : shown;
}
