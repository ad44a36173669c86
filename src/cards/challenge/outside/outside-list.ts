import { mayCorrect, type OutsidePage } from '../../../app/challenge/outside-answers.js';
import { isChallengeOpenTo } from '../../../domain/challenge/decide.js';
import { type OutsideAnswer, speaksOutside } from '../../../domain/challenge/outside.js';
import { takesAnswers } from '../../../domain/challenge/reading.js';
import { buttonRows, pageButtons, titleThatFits } from '../../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../../card-context.js';
import { paragraphs, type Section } from '../../paragraphs.js';
import { type Button, button } from '../../verbs.js';
import { dateText, titleOf } from '../challenge-words.js';
import { isTold } from './text-to-send.js';

const plain = { inputs: 'none' } as const;

/** What organisations outside have answered a challenge, a page of it, with what can be said to them. */
export function outsideList(context: CardContext, view: OutsidePage): Drawn {
  const { t } = context;
  const { challenge, answers } = view;
  const { id, seq, words, outside } = challenge;
  const heading = t('challenge.outside.heading');
  const title = titleOf(context, { title: words.title ?? '' });
  const card = context.draw('challenge', {
    ...{ stageLine: `${t('challenge.id', { id })} · ${heading}`, title, titleSize: 'Large' },
    told: outside?.buys ? [{ text: t('challenge.outside.noPrice') }] : [],
    fault: [],
    words: answers.length > 0 ? [] : [{ heading: [], lines: paragraphs(t('challenge.outside.none')) }],
    answers: answers.map((one, at) => answerSection(context, view, one, answers.slice(0, at))),
    facts: [],
    fields: [],
    buttonRows: buttonRows(buttons(context, view)),
  });
  return {
    ...{ card, summary: `${heading}: ${title}` },
    ...showsRecords('quotes', [{ record: 'challenge', id, seq }]),
  };
}

/** An answer, with what leads to its correction for those who may. */
function answerSection(
  context: CardContext,
  { challenge, roles }: OutsidePage,
  one: OutsideAnswer,
  above: readonly OutsideAnswer[],
): Section & { correct: { word: string; press: Button }[] } {
  const { t } = context;
  const { seq, day, buys, words, corrected } = one;
  const { organisation = '' } = words;
  const when = [
    t(buys ? 'challenge.outside.answer.buys' : 'challenge.outside.answer', { date: dateText(context, day) }),
    ...(corrected ? [t('challenge.outside.answer.corrected', { date: dateText(context, corrected.day) })] : []),
  ];
  // Of several from one, or from two whose names begin alike, each is told from those above it.
  const titleOf = (from = '') =>
    titleThatFits((name) => t('challenge.outside.button.correct.one', { organisation: name }), from);
  const same = above.filter((other) => titleOf(other.words.organisation) === titleOf(organisation)).length;
  const title = same > 0 ? `${titleOf(organisation)} (${same + 1})` : titleOf(organisation);
  const press = button(title, 'challengeOutside', { challenge: challenge.id, answer: seq }, plain);
  return {
    heading: [{ text: organisation }],
    lines: [{ text: when.join(' · ') }, ...paragraphs(words.proposal ?? '')],
    correct: mayCorrect(challenge, roles, one) ? [{ word: t('challenge.outside.button.correct'), press }] : [],
  };
}

function buttons(context: CardContext, { challenge, roles, page, more, answers }: OutsidePage): Button[] {
  const { t } = context;
  const name = { challenge: challenge.id };
  const speaks = speaksOutside(roles);
  return [
    ...(speaks && answers.length > 0 && isTold(challenge)
      ? [
          button(
            t('challenge.outside.button.reply'),
            'challengeText',
            { ...name, reply: true },
            { ...plain, style: 'positive' },
          ),
        ]
      : []),
    ...(isChallengeOpenTo('takeDownOutside', challenge, roles)
      ? [button(t('challenge.button.outside'), 'challenge', { ...name, panel: 'outside' }, plain)]
      : []),
    ...(speaks && takesAnswers(challenge, context.today)
      ? [button(t('challenge.outside.button.text'), 'challengeText', name, plain)]
      : []),
    ...pageButtons(context, { page, more }, (title, to) =>
      button(title, 'challengeOutside', { ...name, page: to }, plain),
    ),
    button(t('challenge.back'), 'challenge', name, plain),
  ];
}
