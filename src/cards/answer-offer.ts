import type { Conversation } from '../app/typed-answer.js';
import type { Idea } from '../domain/idea.js';
import { isSubmitter } from '../domain/policy.js';
import type { Say, TextKey } from '../text/index.js';
import { buttonRows } from './button-rows.js';
import type { Drawn, Kit } from './kit.js';
import { quoted } from './quote.js';
import { hiddenTitle } from './reading.js';
import { shortened } from './shortened.js';
import { type Button, button } from './verbs.js';

/** The card has room for so many conversations beside "Nej"; the most urgent are offered. */
const MOST_CONVERSATIONS = 4;
const LONGEST_TITLE = 32;

interface Kind {
  heading: TextKey;
  /** What the other has written, and what this person has. */
  theirs: TextKey;
  mine: TextKey;
  yes: TextKey;
  words: (idea: Idea, say: Say) => string | undefined;
}

const kinds: { readonly [K in Conversation['about']]: Kind } = {
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
    words: (idea) => (idea.hidden && idea.talk && isSubmitter(idea.talk.by, idea) ? undefined : idea.talk?.text),
  },
  progress: {
    heading: 'quote.progressHeading',
    theirs: 'quote.progressAsked',
    mine: 'quote.progress',
    yes: 'quote.progressYes',
    words: (_idea, say) => say('notice.progressAsked.waitedFor'),
  },
};

/** The button's act for a comment or a line on how the work goes. */
const typed = { comment: 'comment', progress: 'reportProgress' } as const;

/**
 * Typed text while somebody has asked this person something or wants to know how their work goes, or commented on an idea of theirs: it may be the answer.
 * `conversations` are the most urgent first and at least one; the text is at most as long as an answer may be.
 */
export function answerOffer(
  kit: Kit,
  { text, conversations }: { text: string; conversations: readonly Conversation[] },
): Drawn {
  const { say } = kit;
  // Questions are for submitters only, who see their own words also where a leader has hidden them.
  const titleOf = ({ idea, about }: Conversation): string =>
    idea.hidden && about !== 'question' ? hiddenTitle(kit, idea) : idea.words.title;
  const offered = conversations.slice(0, MOST_CONVERSATIONS);
  const [only, ...others] = offered;
  const one = only && others.length === 0 ? only : undefined;
  const heading = one ? say(kinds[one.about].heading, { title: titleOf(one) }) : say('quote.answerWhich');
  const op = kit.mintOp();
  const sends = (conversation: Conversation): Button => {
    const { idea, about } = conversation;
    const { id, turn } = idea;
    const title = one ? say(kinds[about].yes) : shortened(titleOf(conversation), LONGEST_TITLE);
    const style = one ? 'positive' : 'default';
    return about === 'question'
      ? button(title, 'answerTyped', { op, idea: id, turn, text }, { style })
      : button(title, 'act', { op, idea: id, turn, do: typed[about], [about]: text }, { style });
  };
  const card = kit.draw('answer-offer', {
    heading,
    conversations: offered.map((conversation) => ({
      title: one ? [] : [{ text: titleOf(conversation) }],
      label: say(kinds[conversation.about].theirs),
      lines: quoted(kinds[conversation.about].words(conversation.idea, say) ?? ''),
    })),
    label: say(one ? kinds[one.about].mine : 'quote.written'),
    lines: quoted(text),
    buttonRows: buttonRows([...offered.map(sends), button(say('button.somethingElse'), 'dismiss', { text })]),
  });
  return { card, summary: heading };
}
