import type { CorrectableAnswer } from '../../../app/challenge/outside-answers.js';
import { buttonRows } from '../../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../../card-context.js';
import { button } from '../../verbs.js';
import { titleOf } from '../challenge-words.js';
import { type OutsideDraft, outsideFields } from './outside-fields.js';

interface Correction extends CorrectableAnswer {
  /** What was written in vain; else the form holds the answer as it reads now. */
  kept?: OutsideDraft;
  fault?: string | undefined;
}

/** An answer from outside that was written down wrongly, to be written as it should read. */
export function correctionForm(context: CardContext, { challenge, answer, kept, fault }: Correction): Drawn {
  const { t } = context;
  const { id, seq, decisionVersion, words } = challenge;
  const heading = t('challenge.outside.correct.heading');
  const title = titleOf(context, { title: words.title ?? '' });
  const act = {
    ...{ challenge: id, decisionVersion, idempotencyKey: context.mintIdempotencyKey() },
    ...({ act: 'correctOutside', answer: answer.seq, correction: answer.corrected?.seq } as const),
  };
  const card = context.draw('challenge', {
    ...{ stageLine: `${t('challenge.id', { id })} · ${heading}`, title, titleSize: 'Large' },
    told: [{ text: t('challenge.outside.correct.form') }],
    fault: fault ? [{ text: fault }] : [],
    ...{ words: [], answers: [], facts: [] },
    fields: outsideFields(t, kept ?? answer.words, !answer.buys),
    buttonRows: buttonRows([
      button(t('challenge.outside.correct.send'), 'actOnChallenge', act, { style: 'positive' }),
      button(t('button.back'), 'challengeOutside', { challenge: id }, { inputs: 'none' }),
    ]),
  });
  return {
    ...{ card, summary: `${heading}: ${title}` },
    ...showsRecords('quotes', [{ record: 'challenge', id, seq }]),
  };
}
