import type { OutsidePage } from '../../../app/challenge/outside-answers.js';
import { isChallengeOpenTo } from '../../../domain/challenge/decide.js';
import { speaksOutside } from '../../../domain/challenge/outside.js';
import { takesAnswers } from '../../../domain/challenge/reading.js';
import { buttonRows, pageButtons } from '../../button-rows.js';
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
    words: [
      ...(answers.length > 0 ? [] : [{ heading: [], lines: paragraphs(t('challenge.outside.none')) }]),
      ...answers.map((one) => answerSection(context, one)),
    ],
    facts: [],
    fields: [],
    buttonRows: buttonRows(buttons(context, view)),
  });
  return {
    ...{ card, summary: `${heading}: ${title}` },
    ...showsRecords('quotes', [{ record: 'challenge', id, seq }]),
  };
}

function answerSection(context: CardContext, { day, buys, words }: OutsidePage['answers'][number]): Section {
  const { t } = context;
  const when = t(buys ? 'challenge.outside.answer.buys' : 'challenge.outside.answer', { date: dateText(context, day) });
  return {
    heading: [{ text: words.organisation ?? '' }],
    lines: [{ text: when }, ...paragraphs(words.proposal ?? '')],
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
