import type { NominatedIdea } from '../../app/award/nominations.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { dayText } from '../../text/dates.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { note } from '../note.js';
import { button } from '../verbs.js';

const plain = { inputs: 'none' } as const;

/** A class by its name; one that the organisation file has no more by its code. */
export function className({ settings, language }: Pick<CardContext, 'settings' | 'language'>, code: string): string {
  const found = settings.award?.classes.find((one) => one.code === code);
  return found ? nameIn(found.name, language) : code;
}

/** Whether whoever had the idea wants it nominated, with what was written; by whom stands nowhere. */
export function nominationQuestion(context: CardContext, { nomination, idea }: NominatedIdea): Drawn {
  const { t, language, today } = context;
  const answer = { idea: idea.id, nomination: nomination.name };
  const drawn = note(context, {
    heading: t('award.question.heading'),
    lines: [
      idea.words.title,
      t('award.class', { class: className(context, nomination.class) }),
      nomination.why,
      t('award.question.text', { date: dayText(nomination.until, language, today) }),
    ],
    buttons: [
      button(t('award.yes'), 'answerNomination', { ...answer, yes: true }, { ...plain, style: 'positive' }),
      button(t('award.no'), 'answerNomination', { ...answer, yes: false }, plain),
      button(t('telling.open'), 'open', { idea: idea.id }, plain),
    ],
  });
  return {
    ...drawn,
    summary: t('award.question.heading'),
    ...showsRecords('quotes', [{ record: 'idea', id: idea.id, seq: idea.seq }]),
  };
}

/** The same for those who work with the idea, when the answer was yes. */
export function nominationTold(context: CardContext, { nomination, idea }: NominatedIdea): Drawn {
  const { t } = context;
  const drawn = note(context, {
    heading: t('award.told.heading'),
    lines: [
      idea.words.title,
      t('award.class', { class: className(context, nomination.class) }),
      nomination.why,
      t('award.told.text'),
    ],
    buttons: [button(t('telling.open'), 'open', { idea: idea.id }, plain)],
  });
  return {
    ...drawn,
    summary: t('award.told.heading'),
    ...showsRecords('quotes', [{ record: 'idea', id: idea.id, seq: idea.seq }]),
  };
}

/** What came of the answer, in the place of the question. */
export const nominationAnswered = (context: CardContext, answered: 'yes' | 'no' | 'over'): Drawn =>
  note(context, {
    heading: context.t('award.question.heading'),
    lines: [context.t(`award.answered.${answered}`)],
  });

/** It is made: whoever had the idea is asked. */
export const nominationSent = (context: CardContext, idea: string): Drawn =>
  note(context, {
    heading: context.t('button.nominate'),
    lines: [context.t('award.asked')],
    buttons: [button(context.t('telling.open'), 'open', { idea }, plain)],
  });
