import type { DelegatedDecisions, ToldDecision } from '../../app/archive/registry.js';
import type { DecisionPeriod } from '../../domain/archive/decision-periods.js';
import type { Resources } from '../../domain/idea/deciding/resources.js';
import { capitalised } from '../../domain/language/tidy.js';
import type { PersonRef } from '../../domain/person/person.js';
import { dayText, monthText, NO_YEAR } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { resourcesText } from '../idea/parts/answers.js';
import { type Reading, readingOf, titleFor } from '../idea/reading.js';
import { postIn } from '../person/post-names.js';

/** As anybody reads the idea: hidden words, words taken back and kept names are in no list. */
const anybody = { ref: '', roles: new Set(['reader'] as const) };

/** "november 2026", or "2026". */
export const periodText = ({ language }: Pick<CardContext, 'language'>, { name, from }: DecisionPeriod): string =>
  name.length === 4 ? name : monthText(from, language, NO_YEAR);

/** A decision with its idea as everybody may read that. */
export const readingOfDecision = (
  context: CardContext,
  { idea }: Pick<ToldDecision, 'idea'>,
  names: ReadonlyMap<PersonRef, string> = new Map(),
): Reading => readingOf({ ...context, today: NO_YEAR }, { idea, reader: anybody, names: new Map(names) });

/** What a list says of a decision on money, each part in words. */
export interface DecisionTold {
  id: string;
  day: string;
  title: string;
  diary: string;
  what: string;
  by: string;
  delegation: string;
  reason: string;
}

export function decisionTold(
  context: CardContext,
  decision: ToldDecision,
  names: DelegatedDecisions['names'],
): DecisionTold {
  const { t, language } = context;
  const { event, idea, day } = decision;
  const reading = readingOfDecision(context, decision, names);
  const said = reading.saidIn(event);
  const data = event.type === 'granted' || event.type === 'moneyDeclined' ? event.data : {};
  return {
    ...{ id: decision.id, day: dayText(day, language, NO_YEAR), title: titleFor(reading) },
    diary: said.diary || idea.diary || '',
    what: whatWasDecided(context, decision),
    by: data.outside
      ? t('registry.outside', { day: dayText(data.outside.on, language, NO_YEAR), taker: said.taker ?? '' })
      : [whoOf(reading, decision), ...postIn(context, event)].join(', '),
    delegation: data.delegation ?? '',
    reason: said.reason ?? '',
  };
}

function whoOf(reading: Reading, { event }: ToldDecision): string {
  const { text, known } = reading.authorOf(event);
  return known ? text : capitalised(text);
}

/** "Beviljat 40 000 kr av 50 000 kr", "Nej till 50 000 kr". */
function whatWasDecided(context: CardContext, { event }: ToldDecision): string {
  const { t } = context;
  if (event.type === 'granted') {
    const { amount, hours = 0, asked: amountAsked, askedHours = 0 } = event.data;
    const asked = { amount: amountAsked, hours: askedHours };
    const granted = resourcesText(context, { amount, hours });
    const isAll = asked.amount === amount && asked.hours === hours;
    return isAll
      ? t('registry.granted', { granted })
      : t('registry.granted.part', { granted, asked: resourcesText(context, asked) });
  }
  const asked = askedOf(event.type === 'moneyDeclined' ? event.data : {});
  return asked ? t('registry.declined', { asked: resourcesText(context, asked) }) : t('registry.declined.some');
}

/** Undefined where an earlier version has not kept it. */
const askedOf = ({ asked, askedHours = 0 }: { asked?: number; askedHours?: number }): Resources | undefined =>
  asked === undefined ? undefined : { amount: asked, hours: askedHours };
