import type { ActRequest } from '../../../app/idea/act-on-idea.js';
import type { LookUpsAsked } from '../../../app/look-ups.js';
import type { Command } from '../../../domain/idea/commands.js';
import { type FieldName, fields } from '../../../domain/idea/fields.js';
import { limits, type WordKey, type Words } from '../../../domain/idea/words.js';
import { accept } from '../../../domain/result.js';
import type { VerbData } from '../../verbs.js';
import type { RefusedPress } from './action.js';
import { actionOf, type FormValues } from './tables.js';

type ActPress = VerbData<'act'>;

/** What a press asks of its idea: what has to be looked up, and the command that it becomes then. */
export function requestOf(press: ActPress): Omit<ActRequest, 'shownIn'> {
  const { idea: id, decisionVersion, idempotencyKey, do: type } = press;
  const action = actionOf(type);
  const words = wordsIn(press);
  const asks: LookUpsAsked = action.asks?.(press, idempotencyKey) ?? {};
  return {
    ...{ id, idempotencyKey, type, decisionVersion, asks },
    ...(asks.obstacle && { words }),
    command: (found) => {
      const data = action.data?.(press, found) ?? {};
      // Each module's data are its own command's, which TypeScript cannot follow through the register.
      return isRefused(data) ? data : accept({ type, data, words } as Command);
    },
  };
}

const isRefused = (data: object): data is RefusedPress => 'ok' in data;

const written: readonly (WordKey | FieldName)[] = [
  ...(Object.keys(limits) as WordKey[]),
  ...(Object.keys(fields) as FieldName[]),
];

/** What was written into the card, whatever it was: the command's rule takes what it needs. */
const wordsIn = (press: ActPress): Words =>
  Object.fromEntries(written.flatMap((key) => (press[key] === undefined ? [] : [[key, press[key]]])));

/** What was written and chosen, to be drawn again. */
export function keptOf({
  idea: _idea,
  decisionVersion: _version,
  idempotencyKey: _key,
  do: _do,
  ...kept
}: ActPress): FormValues {
  return kept;
}
