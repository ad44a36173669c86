import { changePerson } from '../../app/meet-person.js';
import { myIdeas } from '../../app/my-ideas.js';
import { openConversations } from '../../app/typed-answer.js';
import { answerOffer } from '../../cards/answer-offer.js';
import { doorCard } from '../../cards/door.js';
import { questionAnswer } from '../../cards/question-answer.js';
import { questionRows } from '../../cards/questions/index.js';
import { quote } from '../../cards/quote.js';
import { severalIdeas } from '../../cards/several-ideas.js';
import { shortened } from '../../cards/shortened.js';
import { unanswered } from '../../cards/unanswered.js';
import type { VerbData } from '../../cards/verbs.js';
import { isReply } from '../../domain/question-shape.js';
import { limits } from '../../domain/words.js';
import { type Answer, below, here, tell } from '../answer.js';
import type { CommandMeant } from '../meant.js';
import type { Turn } from '../turn.js';
import { type Meant, understand } from '../understand.js';
import * as forms from './idea-forms.js';
import * as pages from './idea-pages.js';
import { leaders } from './leaders.js';
import * as lists from './lists.js';
import * as own from './my-data.js';
import * as people from './people.js';
import * as written from './written.js';

type Handler<M extends Meant['is']> = (turn: Turn, meant: Extract<Meant, { is: M }>, text: string) => Promise<Answer>;

/** What is answered to each thing that somebody may mean who has written no command. */
const answers: { readonly [M in Meant['is']]: Handler<M> } = {
  door: async (turn, { door }, text) => below(doorCard(turn.kit, door, { text, awaited: await isAwaited(turn, text) })),
  language: async (turn, { language }) => speak(turn, language),
  command: (turn, { command }) => byOtherWords[command](turn),
  leader: (turn, { query }) => leaders(turn, { query }),
  form: async (turn, { about }) => forms.form(turn, { text: about, picture: await turn.beside?.goAlong() }),
  mention,
  question,
  several: (turn, { ideas }, text) => unlessAnswer(turn, text, async () => severalIdeas(turn.kit, ideas, text)),
  unanswered: (turn, _, text) => unlessAnswer(turn, text, async () => unanswered(turn.kit, { text, awaited: false })),
  idea: (turn, { door }, text) =>
    unlessAnswer(turn, text, async () =>
      quote(turn.kit, { ...quotedFor(turn, text), picture: await turn.beside?.goAlong(), door }),
    ),
};

const byOtherWords: { readonly [C in CommandMeant]: (turn: Turn) => Promise<Answer> } = {
  help: written.help,
  mine: (turn) => lists.mine(turn, { page: 0 }),
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
export const freeText = (turn: Turn, text: string): Promise<Answer> => answer(turn, text, meantBy(turn, text));

const meantBy = ({ deps }: Turn, text: string): Meant => understand(text, deps.directory.doorIn);

const answer = (turn: Turn, text: string, meant: Meant): Promise<Answer> =>
  (answers[meant.is] as (turn: Turn, meant: Meant, text: string) => Promise<Answer>)(turn, meant, text);

const quotedFor = ({ person: { department } }: Turn, text: string) => ({ text, ...(department && { department }) });

/** An answer if they have been asked something, else what the text is by itself. */
async function unlessAnswer(turn: Turn, text: string, drawn: () => Promise<Parameters<typeof below>[0]>) {
  const conversations = await openConversations(turn.deps, turn.person, text);
  if (conversations.length > 0) return below(answerOffer(turn.kit, { text, reader: turn.person.ref, conversations }));
  return below(await drawn());
}

const isAwaited = async (turn: Turn, text: string): Promise<boolean> =>
  (await openConversations(turn.deps, turn.person, text)).length > 0;

async function question(
  turn: Turn,
  { question: asked, sure }: Extract<Meant, { is: 'question' }>,
  text: string,
): Promise<Answer> {
  const [conversations, mine] = await Promise.all([
    openConversations(turn.deps, turn.person, text),
    questionRows[asked].ideas ? myIdeas(turn.deps, turn.person, 0) : { ideas: [] },
  ]);
  const { ref, department, unit } = turn.person;
  if ((!sure || isReply(text)) && conversations.length > 0)
    return below(answerOffer(turn.kit, { text, reader: ref, conversations }));
  const asker = {
    ref,
    ...(department && { place: { department, ...(unit && { unit }) } }),
    ideas: mine.ideas,
    text,
    awaited: conversations.length > 0,
  };
  return below(questionAnswer(turn.kit, asked, asker));
}

/** An idea's id among other words opens the idea, unless they are the answer that it waits for. */
async function mention(turn: Turn, { id, asks }: Extract<Meant, { is: 'mention' }>, text: string): Promise<Answer> {
  const all = asks ? [] : await openConversations(turn.deps, turn.person, text);
  const conversations = all.filter(({ idea }) => idea.id === id);
  if (conversations.length > 0) return below(answerOffer(turn.kit, { text, reader: turn.person.ref, conversations }));
  const opened = await pages.open(turn, { idea: id });
  if (!('tell' in opened)) return opened;
  // No idea has it: it was a word among others.
  return below(asks ? unanswered(turn.kit, { text, awaited: false }) : quote(turn.kit, quotedFor(turn, text)));
}

/** "Det är ett svar" under the answer to a question. */
export const answerInstead = (turn: Turn, { text = '' }: VerbData<'answerInstead'>): Promise<Answer> =>
  inPlace(unlessAnswer(turn, text, async () => quote(turn.kit, quotedFor(turn, text))));

/** "Nej": it was no answer, so what it is by itself; or it was no idea, and that is that. */
export async function dismiss(turn: Turn, { text }: VerbData<'dismiss'>): Promise<Answer> {
  if (!text) return tell(turn.kit.say('reply.dismissed'));
  const kept = shortened(text, limits.problem);
  const meant = meantBy(turn, kept);
  if (meant.is === 'several') return here(severalIdeas(turn.kit, meant.ideas, kept));
  if (meant.is === 'unanswered') return here(unanswered(turn.kit, { text: kept, awaited: false }));
  if (meant.is === 'idea') return here(quote(turn.kit, { ...quotedFor(turn, kept), door: meant.door }));
  // They have said that it is no answer.
  return inPlace(answer(turn, kept, meant.is === 'question' ? { ...meant, sure: true } : meant));
}

async function inPlace(answered: Promise<Answer>): Promise<Answer> {
  const shown = await answered;
  return 'below' in shown ? here(shown.below, shown.follows) : shown;
}

/** "English": from now on, as if it had been chosen in the settings. */
async function speak(turn: Turn, language: 'sv' | 'en'): Promise<Answer> {
  const { person: me } = await changePerson(turn.deps, turn.me, ({ person, reach }) => {
    const { otherLanguage: _, ...rest } = person;
    return { person: { ...rest, language, languageChosen: true }, ...(reach && { reach }) };
  });
  return tell(turn.become(me).kit.say('reply.language'));
}
