import type { NominatedIdea } from '../../app/award/nominations.js';
import type { NominatorPost } from '../../domain/award/nomination.js';
import type { Idea } from '../../domain/idea/idea.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { dayText } from '../../text/dates.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { note } from '../note.js';
import { officeName } from '../places.js';
import { button } from '../verbs.js';

const plain = { inputs: 'none' } as const;

/** A class by its name; one that the organisation file has no more by its code. */
export function className({ settings, language }: Pick<CardContext, 'settings' | 'language'>, code: string): string {
  const found = settings.award?.classes.find((one) => one.code === code);
  return found ? nameIn(found.name, language) : code;
}

/** For which award and class an idea is nominated, and why; who wrote it by their post, and by name nowhere. */
function written(context: CardContext, { nomination, idea }: NominatedIdea): string[] {
  const { t, settings, language } = context;
  const award = settings.award ? nameIn(settings.award.name, language) : undefined;
  const named = className(context, nomination.class);
  return [
    idea.words.title,
    award ? t('award.of', { award, class: named }) : t('award.class', { class: named }),
    ...(nomination.as ? [wrote(context, nomination.as)] : []),
    nomination.why,
  ];
}

const wrote = (context: CardContext, as: NominatorPost): string =>
  as === 'office' ? context.t('award.wrote.office', { office: officeName(context) }) : context.t(`award.wrote.${as}`);

/** Whether whoever had the idea wants it nominated, with what was written. */
export function nominationQuestion(context: CardContext, { nomination, idea }: NominatedIdea): Drawn {
  const { t, language, today } = context;
  const answer = { idea: idea.id, nomination: nomination.name };
  const drawn = note(context, {
    heading: t('award.question.heading'),
    lines: [
      ...written(context, { nomination, idea }),
      t(nomination.as ? 'award.question.until' : 'award.question.text', {
        date: dayText(nomination.until, language, today),
      }),
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
export const nominationTold = (context: CardContext, view: NominatedIdea): Drawn =>
  told(context, view.idea, context.t('award.told.heading'), [...written(context, view), context.t('award.told.text')]);

/** For whoever nominated it. */
export const nominationKept = (context: CardContext, view: NominatedIdea): Drawn =>
  told(context, view.idea, context.t('award.told.heading'), [view.idea.words.title, context.t('award.kept.text')]);

/** Whoever had it has said no, nothing in time, or no after all: which of them stands nowhere, so that each is as easy. */
export const nominationDeclined = (context: CardContext, idea: Idea): Drawn =>
  told(context, idea, context.t('award.declined.heading'), [idea.words.title, context.t('award.declined.text')]);

function told(context: CardContext, idea: Idea, heading: string, lines: readonly string[]): Drawn {
  const drawn = note(context, {
    ...{ heading, lines },
    buttons: [button(context.t('telling.open'), 'open', { idea: idea.id }, plain)],
  });
  return { ...drawn, summary: heading, ...showsRecords('quotes', [{ record: 'idea', id: idea.id, seq: idea.seq }]) };
}

/** What came of the answer, in the place of the question. A yes can be taken back from here. */
export const nominationAnswered = (
  context: CardContext,
  answered: 'yes' | 'no' | 'over',
  nomination: { idea: string; nomination: string },
): Drawn =>
  note(context, {
    heading: context.t('award.question.heading'),
    lines: [context.t(`award.answered.${answered}`)],
    buttons:
      answered === 'yes'
        ? [button(context.t('award.takeBack'), 'answerNomination', { ...nomination, yes: false }, plain)]
        : [],
  });

/** It is made: whoever had the idea is asked. */
export const nominationSent = (context: CardContext, idea: string): Drawn =>
  note(context, {
    heading: context.t('button.nominate'),
    lines: [context.t('award.asked')],
    buttons: [button(context.t('telling.open'), 'open', { idea }, plain)],
  });
