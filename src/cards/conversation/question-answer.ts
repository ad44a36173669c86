import { newestEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { isSubmitter } from '../../domain/idea/policy.js';
import { stageRow } from '../../domain/idea/stages.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import type { Place } from '../../domain/organisation/place.js';
import { aloneIn } from '../../domain/organisation/place.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Values } from '../../text/index.js';
import { listText } from '../../text/lists.js';
import { buttonRows, titleThatFits } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { ideaRow } from '../idea/lists/idea-row.js';
import { few } from '../organisation/few.js';
import type { LinkButton } from '../paragraphs.js';
import { chatLink } from '../person/deep-links.js';
import { officeName, shortPlaceName } from '../places.js';
import { shortened } from '../shortened.js';
import { type Button, button } from '../verbs.js';
import { carried } from './carried.js';
import { type NextStep, type OwnIdeas, type QuestionName, type QuestionRow, questionRows } from './questions/index.js';

/** Who asks, and what is known of them. */
export interface Asker {
  ref: PersonRef;
  place?: Place | undefined;
  /** Their newest ideas, the newest first; none where the answer is not about them. */
  ideas: readonly Idea[];
  /** What they wrote: it may be an idea all the same. */
  text: string;
  /** Somebody waits for an answer of theirs, which this may be. */
  awaited: boolean;
}

/** More are in "Mina idéer". */
const MOST_IDEAS = 3;
/** So much of a question goes along to a chat with somebody who can answer it. */
const LONGEST_MESSAGE = 500;

const ofWhich: { readonly [O in OwnIdeas]: (ideas: readonly Idea[]) => readonly Idea[] } = {
  newest: (ideas) => ofWhich.open(ideas).slice(0, 1),
  open: (ideas) => ideas.filter(({ stage }) => stageRow(stage).open).slice(0, MOST_IDEAS),
  ended: (ideas) => ideas.filter(({ stage }) => stage === 'closed').slice(0, MOST_IDEAS),
};

/** What is answered to a question: a few sentences, those of the asker's own ideas that it is about, and one button. */
export function questionAnswer(context: CardContext, question: QuestionName, asker: Asker): Drawn {
  const row = questionRows[question];
  const ideas = row.ideas ? ofWhich[row.ideas](asker.ideas) : [];
  const answer = answerOf(context, row, { ...factsOf(context, asker.place), ideas: ideas.length });
  const step = nextStep(context, row.next, asker);
  const { fields, buttons } = otherwise(context, asker);
  const card = context.draw('question-answer', {
    answer,
    fields,
    rows: ideas.map((idea) =>
      ideaRow(context, idea, {
        ref: asker.ref,
        roles: new Set([isSubmitter(asker.ref, idea) ? 'submitter' : 'joined'] as const),
      }),
    ),
    links: 'url' in step ? [step] : [],
    buttonRows: buttonRows([...('url' in step ? [] : [step]), ...buttons]),
  });
  return { card, summary: answer, ...showsRecords('titles', ideas.map(newestEvent)) };
}

/** "Det är en idé", always: what sounds like a question often is one. And "Det är ett svar" where one is waited for. */
export function otherwise({ t }: CardContext, { text, awaited }: Pick<Asker, 'text' | 'awaited'>) {
  const along = carried(t, text, awaited ? 2 : 1);
  const buttons: Button[] = [
    button(t('button.isIdea'), 'form', { text: along.text, isIdea: 'true' }),
    ...(awaited ? [button(t('button.isAnswer'), 'answerInstead', { text: along.text })] : []),
  ];
  return { buttons, fields: along.fields, lines: along.lines };
}

/** The municipality's own words, where it has some. */
function answerOf({ t, settings, language }: CardContext, { answer, own }: QuestionRow, facts: Values): string {
  const said = own && settings.answers[own];
  return said ? nameIn(said, language) : t(answer, facts).trim();
}

/** What answers may name: who decides where the asker works, how long things may take, and whom to ask. */
export function factsOf(context: CardContext, place: Place | undefined): Values {
  const { directory, language } = context;
  const { answerDays, municipality } = context.settings;
  const deciders = place && directory.decidersOf(place.department, []);
  return {
    role: deciders?.role ?? 'unknown',
    count: deciders?.contacts.length ?? 0,
    leader: listText(few(context, deciders?.contacts.map(({ name }) => name) ?? []), language),
    place: place ? shortPlaceName(context, { department: place.department }) : 'none',
    office: officeName(context),
    contact: directory.office[0]?.name ?? officeName(context),
    municipality: municipality.name,
    ...aloneIn(directory),
    days: answerDays.leader,
  };
}

/** Where an answer leads on. A chat with somebody begins with the question. */
function nextStep(context: CardContext, next: NextStep, { text }: Asker): Button | LinkButton {
  const { t, directory } = context;
  const to = (
    title: Parameters<typeof t>[0],
    verb: 'form' | 'mine' | 'search' | 'leader' | 'week' | 'settings' | 'help' | 'changeDepartment',
  ) => button(t(title), verb, {}, { style: 'positive', inputs: 'none' });
  const chat = (name: string, email: string): LinkButton => ({
    title: titleThatFits((short) => t('button.askLeader', { name: short }), name),
    url: chatLink(email, shortened(text, LONGEST_MESSAGE)),
    style: 'positive',
  });
  switch (next) {
    case 'idea':
      return to('button.idea', 'form');
    case 'help':
      return to('button.seeHelp', 'help');
    case 'changeDepartment':
      return to('settings.place', 'changeDepartment');
    case 'askOffice': {
      const [contact] = directory.office;
      return contact ? chat(officeName(context), contact.email) : to('button.leader', 'leader');
    }
    default:
      return to(`button.${next}`, next);
  }
}
