import { addDays } from '../../src/domain/time';
import { choicesOf, type Input } from '../../testing/cards/card';
import type { Chance } from '../../testing/properties/chance';

/**
 * How likely somebody is to press a button that they see, by what it does, against the others on the card. What is named here
 * nowhere is pressed now and then too, so that a year has something of everything.
 */
const likely: Readonly<Record<string, number>> = {
  ...{ explore: 40, doNow: 6, close: 14, passOn: 3, postpone: 3, postponeInstead: 3, ask: 4, answer: 60 },
  ...{ acceptDriving: 60, declineDriving: 6, acceptDoing: 60, declineDoing: 6, reportDone: 60, nameDriver: 4 },
  ...{ fill: 80, fillNext: 80, plan: 90, submitPlan: 90, approvePlan: 50, sendBack: 5, takeBack: 1 },
  ...{ grant: 50, grantPart: 4, declineMoney: 8, submitResult: 90, extend: 3, stopAsAgreed: 6, endTest: 40 },
  ...{ useHere: 30, scale: 20, nameOwner: 50, acceptOwning: 60, declineOwning: 4, spread: 50, invite: 4 },
  ...{ adopt: 20, tryFirst: 10, notNow: 8, tellBetter: 20, followUp: 40, stopUsing: 1, comment: 2, withdraw: 1 },
};
const NOW_AND_THEN = 0.3;

/** What opens more of the same card and leads to nothing by itself. */
const idle = new Set(['more', 'less', 'history', '']);

/** What somebody presses of all that they could; undefined where there is nothing to do. */
export function chosen<T extends { name: string }>(chance: Chance, moves: readonly T[]): T | undefined {
  const weights = moves.map(({ name }) => (idle.has(name) ? 0 : Math.round(10 * (likely[name] ?? NOW_AND_THEN))));
  let left = chance.below(
    Math.max(
      1,
      weights.reduce((sum, one) => sum + one, 0),
    ),
  );
  return moves.find((_, at) => {
    left -= weights[at] ?? 0;
    return left < 0;
  });
}

const things = ['cyklar', 'nycklar', 'scheman', 'lampor', 'möten', 'resor', 'kartor', 'böcker', 'mallar', 'skyltar'];
const places = [
  'på skolan',
  'i hemtjänsten',
  'på kontoret',
  'i köket',
  'på lagret',
  'i receptionen',
  'ute hos brukare',
];

/** What somebody has an idea about: `number` makes its name one of its own. */
export function newIdea(chance: Chance, number: number): { title: string; problem: string } {
  const [thing, place] = [chance.of(things), chance.of(places)];
  return { title: `Fler ${thing} ${number}`, problem: `Vi letar efter ${thing} ${place} och kommer för sent.` };
}

const sums = ['0', '0', '0', '8 000', '45 000', '180 000'];
const said = ['Vi provar i två veckor.', 'Det tar mindre tid nu.', 'Alla tio var med.', 'Det behövs en plan för lov.'];

/** What somebody fills in on that day; undefined where they leave the field as it is. */
export function filledBy(chance: Chance, input: Input, today: string): string | undefined {
  const { id, type, value, isRequired = false } = input;
  const asked = isRequired || chance.below(3) > 0;
  switch (type) {
    case 'Input.ChoiceSet': {
      const values = choicesOf(input).map((choice) => choice.value);
      const some = values.filter((one) => one !== '' && one !== 'none');
      return (value === undefined || value === '') && asked && some.length > 0 ? chance.of(some) : undefined;
    }
    case 'Input.Date': {
      if (value) return undefined;
      const day = addDays(today, id === 'end' ? 20 + chance.below(60) : 1 + chance.below(10));
      return asked ? clamped(day, input) : undefined;
    }
    case 'Input.Text':
      if (value) return undefined;
      if (id === 'cost') return chance.of(sums);
      return isRequired || /^(?:reason|outcome|learned|lesson|tried|sign|activity|companions|question|answer)$/.test(id)
        ? `${chance.of(said)}`
        : undefined;
    default:
      return undefined;
  }
}

function clamped(day: string, { min, max }: Input): string {
  if (typeof min === 'string' && day < min) return min;
  return typeof max === 'string' && day > max ? max : day;
}
