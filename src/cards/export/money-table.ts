import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Day } from '../../domain/time.js';
import type { CardContext } from '../card-context.js';
import { type Reading, titleFor } from '../idea/reading.js';
import { postIn } from '../person/post-names.js';
import { shortPlaceName } from '../places.js';
import type { ExportedEvent } from './idea-tables.js';
import { type TableOf, tableOf } from './table-of.js';

/** What was asked for, granted, declined, or used: in whole SEK, and hours of work beside it. */
interface MoneyStep {
  kind: 'asked' | 'granted' | 'declined' | 'used';
  day: Day;
  amount?: number | undefined;
  hours?: number | undefined;
  delegation?: string | undefined;
}

export interface ExportedMoney extends ExportedEvent {
  step: MoneyStep;
}

/** What an event says of money; undefined of most. `idea`: in whose answers stands what was used. */
function moneyIn(event: IdeaEvent, { idea }: Reading): MoneyStep | undefined {
  const { day } = event;
  switch (event.type) {
    case 'planApproved':
    case 'ownPlanSent': {
      const { cost, hours, funder } = event.data;
      return funder ? { kind: 'asked', day, amount: cost, hours } : undefined;
    }
    case 'granted':
      return { kind: 'granted', day, ...amountsOf(event.data) };
    case 'moneyDeclined': {
      const { asked, askedHours, delegation } = event.data;
      return { kind: 'declined', day, amount: asked, hours: askedHours, delegation };
    }
    case 'filled': {
      const { used, usedHours } = idea.answers;
      if (event.data.part !== 'used' || (used === undefined && usedHours === undefined)) return undefined;
      return { kind: 'used', day, amount: numberIn(used), hours: numberIn(usedHours) };
    }
    default:
      return undefined;
  }
}

const amountsOf = ({ amount, hours, delegation }: { amount: number; hours?: number; delegation?: string }) => ({
  ...{ amount, hours, delegation },
});

const numberIn = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

/** Each step of an idea's money. What was used is told once, as it was told last. */
export function moneySteps(reading: Reading, events: readonly IdeaEvent[]): ExportedMoney[] {
  const all = events.flatMap((event) => {
    const step = moneyIn(event, reading);
    return step ? [{ reading, event, step }] : [];
  });
  const last = all.findLast(({ step }) => step.kind === 'used');
  return all.filter((one) => one.step.kind !== 'used' || one === last);
}

export function moneyTable(context: CardContext): TableOf<ExportedMoney> {
  const { t } = context;
  return tableOf<ExportedMoney>(context, 'money', [
    { name: 'id', width: 10, cell: ({ reading }) => reading.idea.id },
    { name: 'title', width: 40, cell: ({ reading }) => titleFor(reading) },
    { name: 'department', width: 28, cell: ({ reading }) => shortPlaceName(context, reading.idea) },
    { name: 'step', width: 12, cell: ({ step }) => t(`export.money.${step.kind}`) },
    { name: 'day', width: 12, kind: 'day', cell: ({ step }) => ({ day: step.day }) },
    { name: 'amount', width: 12, kind: 'number', cell: ({ step }) => step.amount },
    { name: 'hours', width: 10, kind: 'number', cell: ({ step }) => step.hours },
    { name: 'post', width: 34, cell: ({ event }) => postIn(context, event)[0] },
    { name: 'delegation', width: 40, cell: ({ step }) => step.delegation },
    {
      ...{ name: 'diary', width: 18 },
      cell: ({ reading, step }) => (step.kind === 'granted' ? reading.idea.money?.diary : undefined),
    },
  ]);
}
