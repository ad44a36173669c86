import { type Button, choicesOf, type Input, inputsOf } from './card.js';

/** Why a client would not send this value, or undefined; values are as they are sent, never empty. */
const refusals: Record<string, (value: string, input: Input) => string | false> = {
  'Input.Text': (value, { maxLength, regex }) =>
    (typeof maxLength === 'number' && value.length > maxLength && `takes ${maxLength} characters`) ||
    (typeof regex === 'string' && !new RegExp(regex).test(value) && `does not fit ${regex}`),
  'Input.Number': (value, { min, max }) => {
    const amount = Number(value);
    const within =
      amount >= Number(min ?? Number.NEGATIVE_INFINITY) && amount <= Number(max ?? Number.POSITIVE_INFINITY);
    return !within && `is not a number from ${min} to ${max}`;
  },
  'Input.Date': (value, { min, max }) =>
    (!/^\d{4}-\d\d-\d\d$/.test(value) && 'is not a date') || outside(value, min, max),
  'Input.Time': (value, { min, max }) => (!/^\d\d:\d\d$/.test(value) && 'is not a time') || outside(value, min, max),
  'Input.Toggle': (value, input) => !toggleValues(input).includes(value) && `is not one of ${toggleValues(input)}`,
  'Input.ChoiceSet': (value, input) => {
    const there = choicesOf(input).map((choice) => choice.value);
    const chosen = input.isMultiSelect === true ? value.split(',') : [value];
    const dynamic = input['choices.data'] !== undefined;
    return !dynamic && chosen.some((it) => !there.includes(it)) && `is not one of ${there.join(', ')}`;
  },
};

/**
 * What a client sends with this button: every input's value, as text, with `given` typed over what the card fills in.
 * Empty inputs are left out, as the vendor's client does. Throws where the client would show an error instead of
 * sending, and for an input that the card does not have.
 */
export function filledIn(card: unknown, button: Button, given: Record<string, unknown>): Record<string, string> {
  const inputs = button.associatedInputs === 'none' ? [] : inputsOf(card);
  const strange = Object.keys(given).filter((id) => !inputs.some((input) => input.id === id));
  const values = inputs.map((input) => ({ input, value: String(given[input.id] ?? valueOnOpening(input)) }));
  const faults = [
    ...strange.map((id) => `there is no input "${id}", only ${inputs.map((input) => input.id).join(', ') || 'none'}`),
    ...values.flatMap(({ input, value }) => fault(input, value)),
  ];
  if (faults.length > 0) throw new Error(`The client does not send "${button.title}": ${faults.join('; ')}.`);
  return Object.fromEntries(values.filter(({ value }) => value !== '').map(({ input, value }) => [input.id, value]));
}

const toggleValues = ({ valueOn = 'true', valueOff = 'false' }: Input): string[] => [String(valueOn), String(valueOff)];

function valueOnOpening(input: Input): unknown {
  return input.value ?? (input.type === 'Input.Toggle' ? (input.valueOff ?? 'false') : '');
}

function fault(input: Input, value: string): string[] {
  const missing = value === '' || (input.type === 'Input.Toggle' && value !== toggleValues(input)[0]);
  if (input.isRequired === true && missing) return [`"${input.id}" is required`];
  const reason = value === '' ? false : refusals[input.type]?.(value, input);
  return reason ? [`"${input.id}" = "${value.slice(0, 80)}" ${reason}`] : [];
}

function outside(value: string, min: unknown, max: unknown): string | false {
  const within = (typeof min !== 'string' || value >= min) && (typeof max !== 'string' || value <= max);
  return !within && `is not from ${min} to ${max}`;
}
