import type { Idea } from '../domain/idea.js';
import { buttonRows } from './button-rows.js';
import type { Drawn, Kit } from './kit.js';
import { quoted } from './quote.js';
import { shortened } from './shortened.js';
import { type Button, button } from './verbs.js';

/** The card has room for so many questions beside "Nej"; the most urgent are offered. */
const MOST_QUESTIONS = 4;
const LONGEST_TITLE = 32;

/**
 * Typed text while a question to this person is open: it may be the answer. `ideas` are those with such a question, the
 * most urgent first and at least one, all submitted by the reader; the text is at most as long as an answer may be.
 */
export function answerOffer(kit: Kit, { text, ideas }: { text: string; ideas: readonly Idea[] }): Drawn {
  const { say } = kit;
  const offered = ideas.slice(0, MOST_QUESTIONS);
  const [only, ...others] = offered;
  const one = only && others.length === 0;
  const heading = one ? say('quote.answerHeading', { title: only.words.title }) : say('quote.answerWhich');
  const op = kit.mintOp();
  const sends = ({ id, turn, words }: Idea): Button => {
    const title = one ? say('quote.yes') : shortened(words.title, LONGEST_TITLE);
    return button(title, 'answerTyped', { op, idea: id, turn, text }, { style: one ? 'positive' : 'default' });
  };
  const card = kit.draw('answer-offer', {
    heading,
    questions: offered.map(({ words, question }) => ({
      title: one ? [] : [{ text: words.title }],
      label: say('quote.question'),
      lines: quoted(question?.text ?? ''),
    })),
    label: say('quote.answer'),
    lines: quoted(text),
    buttonRows: buttonRows([...offered.map(sends), button(say('button.somethingElse'), 'dismiss', { text })]),
  });
  return { card, summary: heading };
}
