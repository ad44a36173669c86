import type { Person } from '../../../domain/person/person.js';
import type { Translate } from '../../../text/index.js';
import { choiceField, type Field } from '../../fields.js';
import { unmarked } from '../../language/unmarked.js';
import { shortened } from '../../shortened.js';

/**
 * How a reason begins that people understand: each says what is seen in the idea, and goes on in the words of whoever
 * decides. A beginning alone is no reason.
 */
const beginnings = ['real', 'exists', 'rules', 'tried', 'cost', 'time'] as const;
type FirstWords = (typeof beginnings)[number];

const isBeginning = (value: string): value is FirstWords => beginnings.some((one) => one === value);

/** What somebody has saved of their own, to begin with. */
export const phrasesOf = ({ preferences }: Pick<Person, 'preferences'>): readonly string[] => preferences.phrases ?? [];

/** Of an own beginning, in the list. */
const LONGEST_CHOICE = 80;

/** With which beginning the reason stands, where one is wanted; one's own below those that everybody has. */
export function openingField(t: Translate, phrases: readonly string[], value?: string): Field {
  const own = phrases.map((phrase) => ({ title: unmarked(shortened(phrase, LONGEST_CHOICE)), value: phrase }));
  const choices = [...beginnings.map((one) => ({ title: t(`opening.${one}`), value: one as string })), ...own];
  const label = t('field.optional', { label: t('field.opening') });
  return choiceField({ id: 'opening', label, choices, value, placeholder: t('field.opening.none') });
}

/** The reason as it is read: with the beginning that was chosen, where something was written after it. */
export function beganWith<P extends { opening?: string | undefined; reason?: string | undefined }>(
  t: Translate,
  press: P,
): P {
  const { opening = '', reason = '' } = press;
  if (!opening.trim() || !reason.trim()) return press;
  const beginning = isBeginning(opening) ? t(`opening.${opening}.said`) : opening.trim();
  return { ...press, reason: `${beginning} ${reason}`, opening: undefined };
}
