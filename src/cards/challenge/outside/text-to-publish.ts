import type { ChallengeView } from '../../../app/challenge/challenge-view.js';
import type { ChallengeOffers } from '../../../domain/challenge/challenge.js';
import { buttonRows } from '../../button-rows.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { amountText } from '../../idea/parts/answers.js';
import { paragraphs } from '../../paragraphs.js';
import { button } from '../../verbs.js';
import { dateText, titleOf, whoseName } from '../challenge-words.js';

/**
 * An open challenge in words for those outside the municipality, to be copied into a page, a newsletter or a post: they have neither the bot nor
 * its buttons, so it says to whom an answer goes, and what becomes of it.
 */
export function textToPublish(context: CardContext, { challenge }: Pick<ChallengeView, 'challenge'>): Drawn {
  const { t, settings } = context;
  const { id, seq, words, offers, department, answerBy, resultBy } = challenge;
  const municipality = settings.municipality.name;
  const title = titleOf(context, { title: words.title ?? '' });
  const date = dateText(context, answerBy);
  const text = [
    department === undefined
      ? t('challenge.outside.text.asks', { municipality, title })
      : t('challenge.outside.text.asks.department', { municipality, department: whoseName(context, challenge), title }),
    words.problem ?? '',
    ...(words.tried ? [t('challenge.outside.text.tried'), words.tried] : []),
    t('challenge.outside.text.offers'),
    ...offered(context, offers),
    t('challenge.outside.text.answer', { municipality, date, id }),
    t('challenge.outside.text.what'),
    t('challenge.outside.text.public'),
    t('challenge.outside.text.purchase'),
    t('challenge.outside.text.result', { date: dateText(context, resultBy) }),
  ];
  const card = context.draw('note', {
    heading: t('challenge.outside.text.heading'),
    lines: [{ text: t('challenge.outside.text.about') }, ...text.flatMap(paragraphs)],
    buttonRows: buttonRows([button(t('challenge.back'), 'challenge', { challenge: id }, { inputs: 'none' })]),
    links: [],
  });
  return {
    ...{ card, summary: `${t('challenge.outside.text.heading')}: ${title}` },
    about: { card: `challenge.${id}`, records: [{ record: 'challenge', id, seq }] },
  };
}

/** What is offered, as those read it who do not work here. */
function offered(context: CardContext, { time, place, money, person }: ChallengeOffers): string[] {
  const { t } = context;
  return [
    ...(time ? [t('challenge.outside.text.offer.time')] : []),
    ...(place ? [t('challenge.outside.text.offer.place')] : []),
    ...(money === undefined ? [] : [t('challenge.outside.text.offer.money', { amount: amountText(context, money) })]),
    ...(person ? [t('challenge.outside.text.offer.person')] : []),
  ];
}
