import type { Conversation } from '../../app/idea/typed-answer.js';
import { amountIn } from '../../domain/amount.js';
import { askedIn } from '../../domain/idea/deciding/resources.js';
import { newestEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { TextKey } from '../../text/index.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { resourcesText } from '../idea/parts/answers.js';
import { readingOf, titleFor } from '../idea/reading.js';
import { shortened } from '../shortened.js';
import { type Button, button, type moneyWays } from '../verbs.js';
import { carried } from './carried.js';
import { quoted } from './quote.js';

/** The card has room for so many conversations beside "Nej"; the most urgent are offered. */
const MOST_CONVERSATIONS = 4;
const LONGEST_TITLE = 32;

interface OfferKind {
  heading: TextKey;
  /** What the other has written, and what this person has. */
  theirs: TextKey;
  mine: TextKey;
  yes: TextKey;
  words: (idea: Idea, context: CardContext) => string | undefined;
}

const kinds: { readonly [K in Conversation['about']]: OfferKind } = {
  question: {
    heading: 'quote.answerHeading',
    theirs: 'quote.question',
    mine: 'quote.answer',
    yes: 'quote.yes',
    words: ({ question }) => question?.text,
  },
  comment: {
    heading: 'quote.replyHeading',
    theirs: 'quote.comment',
    mine: 'quote.reply',
    yes: 'quote.replyYes',
    words: ({ talk }) => talk?.text,
  },
  progress: {
    heading: 'quote.progressHeading',
    theirs: 'quote.progressAsked',
    mine: 'quote.progress',
    yes: 'quote.progressYes',
    words: (_idea, { t }) => t('notice.progressAsked.waitedFor'),
  },
  money: {
    heading: 'quote.moneyHeading',
    theirs: 'quote.moneyAsked',
    mine: 'quote.answer',
    yes: 'button.grantPart',
    words: ({ money }, context) => money && resourcesText(context, askedIn(money)),
  },
};

/**
 * To the forms in which money is decided on, with the words in them: nobody grants anything by one press on what they typed. A
 * sum that was named is filled in. With a title of its own, only the first.
 */
function moneyButtons(
  { t }: CardContext,
  { id, decisionVersion, money }: Idea,
  {
    idempotencyKey,
    text,
    sum,
    title,
  }: { idempotencyKey: string; text: string | undefined; sum: number | undefined; title: string | undefined },
): Button[] {
  const asked = money?.asked ?? 0;
  const amount = Math.min(sum ?? asked, asked);
  const opens = (name: string, way: (typeof moneyWays)[number], style: Button['style'] = 'default'): Button =>
    button(
      name,
      'answerTyped',
      { idempotencyKey, idea: id, decisionVersion, text, about: 'money', way, amount: String(amount) },
      { style },
    );
  if (title) return [opens(title, 'grant')];
  return [
    opens(asked > 0 ? t('button.grantTyped', { amount }) : t('button.grantPart'), 'grant', 'positive'),
    opens(t('button.askFirst'), 'ask'),
    opens(t('button.declineMoney'), 'declineMoney'),
  ];
}

/** The button's act for a comment or a line on how the work goes. */
const typed = { comment: 'comment', progress: 'reportProgress' } as const;
/** Questions are for submitters; the rest for those who work on the idea. */
const rolesIn = {
  question: new Set(['submitter', 'driver'] as const),
  comment: new Set(['driver'] as const),
  progress: new Set(['driver'] as const),
  money: new Set(['funder'] as const),
};
const noNames: ReadonlyMap<PersonRef, string> = new Map();

/**
 * Typed text while somebody has asked this person something or wants to know how their work goes, or commented on an idea of theirs: it may be the answer.
 * `conversations` are the most urgent first and at least one; the text is at most as long as an answer may be.
 */
export function answerOffer(
  context: CardContext,
  {
    text: typedText,
    reader,
    conversations: all,
  }: { text: string; reader: PersonRef; conversations: readonly Conversation[] },
): Drawn {
  const { t } = context;
  const offered = all.slice(0, MOST_CONVERSATIONS).map(({ idea, about }) => {
    const reading = readingOf(context, { idea, reader: { ref: reader, roles: rolesIn[about] }, names: noNames });
    return { idea: reading.idea, about, title: titleFor(reading) };
  });
  const [only, ...others] = offered;
  const one = only && others.length === 0 ? only : undefined;
  const heading = one ? t(kinds[one.about].heading, { title: one.title }) : t('quote.answerWhich');
  const idempotencyKey = context.mintIdempotencyKey();
  // Money has three forms, each with the words in it, and "Något annat" has them too.
  const carrying = one?.about === 'money' ? 4 : offered.length + 1;
  const along = carried(t, typedText, carrying);
  const { text } = along;
  const sends = ({ idea, about, title: name }: (typeof offered)[number]): Button[] => {
    const { id, decisionVersion } = idea;
    const title = one ? t(kinds[about].yes) : shortened(name, LONGEST_TITLE);
    const style = one ? 'positive' : 'default';
    if (about === 'money') {
      return moneyButtons(context, idea, {
        idempotencyKey,
        text,
        sum: amountIn(typedText),
        title: one ? undefined : title,
      });
    }
    if (about === 'question')
      return [button(title, 'answerTyped', { idempotencyKey, idea: id, decisionVersion, text }, { style })];
    if (text === undefined)
      return [button(title, 'answerTyped', { idempotencyKey, idea: id, decisionVersion, about }, { style })];
    return [
      button(title, 'act', { idempotencyKey, idea: id, decisionVersion, do: typed[about], [about]: text }, { style }),
    ];
  };
  const card = context.draw('answer-offer', {
    heading,
    conversations: offered.map((conversation) => ({
      title: one ? [] : [{ text: conversation.title }],
      label: t(kinds[conversation.about].theirs),
      lines: quoted(kinds[conversation.about].words(conversation.idea, context) ?? ''),
    })),
    label: t(one ? kinds[one.about].mine : 'quote.written'),
    lines: along.lines(quoted(typedText)),
    fields: along.fields,
    buttonRows: buttonRows([...offered.flatMap(sends), button(t('button.somethingElse'), 'dismiss', { text })]),
  });
  return {
    card,
    summary: heading,
    ...showsRecords(
      'quotes',
      offered.map(({ idea }) => newestEvent(idea)),
    ),
  };
}
