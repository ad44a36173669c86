import type { Challenge } from '../../../domain/challenge/challenge.js';
import { buttonRows } from '../../button-rows.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { paragraphs } from '../../paragraphs.js';
import { button } from '../../verbs.js';
import { titleOf, whoseName } from '../challenge-words.js';

/** What has come of a challenge, in the words in which everybody else reads it; undefined before. */
const outcomeOf = ({ stage, words }: Pick<Challenge, 'stage' | 'words'>): string | undefined =>
  stage === 'told' ? words.result : stage === 'withdrawn' ? words.reason : undefined;

/** Whether those outside can be told what has come of it. */
export const isTold = (challenge: Pick<Challenge, 'stage' | 'words'>): boolean => outcomeOf(challenge) !== undefined;

/** What is sent to those outside who have answered, to be copied: how it turned out, as everybody reads it. */
export function textToSend(context: CardContext, { challenge }: { challenge: Challenge }): Drawn {
  const { t, settings } = context;
  const { id, seq, words } = challenge;
  const title = titleOf(context, { title: words.title ?? '' });
  const municipality = settings.municipality.name;
  const text = [
    t('challenge.outside.reply.thanks', { title, id }),
    t('challenge.outside.reply.outcome'),
    outcomeOf(challenge) ?? '',
    t('challenge.outside.reply.purchase'),
    challenge.department === undefined
      ? municipality
      : t('challenge.outside.reply.from', { municipality, department: whoseName(context, challenge) }),
  ];
  const card = context.draw('note', {
    heading: t('challenge.outside.button.reply'),
    lines: [{ text: t('challenge.outside.reply.about') }, ...text.flatMap(paragraphs)],
    buttonRows: buttonRows([button(t('challenge.back'), 'challenge', { challenge: id }, { inputs: 'none' })]),
    links: [],
  });
  return {
    ...{ card, summary: `${t('challenge.outside.button.reply')}: ${title}` },
    about: { card: `challenge.${id}`, records: [{ record: 'challenge', id, seq }] },
  };
}
