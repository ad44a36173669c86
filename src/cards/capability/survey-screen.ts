import type { Round } from '../../domain/capability/round.js';
import { placesOn, SCREENS } from '../../domain/survey/survey.js';
import type { SurveyAnswers } from '../../domain/survey/survey-answers.js';
import type { Undertaking } from '../../domain/undertaking/undertaking.js';
import { dayText } from '../../text/dates.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { choiceField } from '../fields.js';
import { note } from '../note.js';
import { button } from '../verbs.js';
import { stepFields } from './capability-verbs.js';
import { promisedPart, promisedRecords } from './promised.js';

const plain = { inputs: 'none' } as const;

export interface SurveyScreenView {
  round: Pick<Round, 'year' | 'until'>;
  screen: number;
  /** What has been said until now. */
  answers: SurveyAnswers;
  /** The same, as the card carries it along. */
  sealed: string;
  /** What their department promised after the last round. */
  promised?: Undertaking | undefined;
}

/** One of the three screens of "Hur är det att prova nytt hos er?". */
export function surveyScreen(context: CardContext, view: SurveyScreenView): Drawn {
  const { t, language, settings, today } = context;
  const { round, screen, answers, sealed, promised } = view;
  const { survey } = settings;
  const heading = t('capability.heading');
  const choices = (survey.scale[language] ?? []).map((title, value) => ({ title, value: String(value) }));
  const kept = { year: round.year, sealed };
  const [unknown, ...steps] = choices;
  const isFirst = screen === 0;
  const card = context.draw('survey-screen', {
    ...{ heading, place: t('capability.screen', { screen: screen + 1, count: SCREENS }) },
    promised: isFirst ? promisedPart(context, 'capability.promised.last', promised) : [],
    about: isFirst ? [{ text: t('capability.screen.about', { date: dayText(round.until, language, today) }) }] : [],
    fields: placesOn(screen, survey).map((place) =>
      choiceField({
        ...{ id: stepFields[place] ?? '', label: survey.statements[place]?.text[language] ?? '' },
        ...{ choices: [...steps, ...(unknown ? [unknown] : [])], placeholder: t('capability.choose') },
        value: answers[place]?.toString(),
      }),
    ),
    buttonRows: buttonRows([
      screen < SCREENS - 1
        ? button(t('capability.button.next'), 'surveyScreen', { ...kept, page: screen + 1 }, { style: 'positive' })
        : button(t('capability.button.send'), 'sendAnswers', kept, { style: 'positive' }),
      ...(isFirst ? [] : [button(t('capability.button.before'), 'surveyScreen', { ...kept, page: screen - 1 })]),
      ...(isFirst ? [button(t('capability.button.skip'), 'skipSurvey', { year: round.year }, plain)] : []),
    ]),
  });
  return { card, summary: heading, ...(isFirst && showsRecords('quotes', promisedRecords(promised))) };
}

/** What came of it, in the place of the screens. */
export const surveyAnswered = (context: CardContext, came: 'thanks' | 'answered' | 'skipped' | 'over'): Drawn =>
  note(context, { heading: context.t('capability.heading'), lines: [context.t(`capability.${came}`)] });
