import type { NameAnswered } from '../../app/person/staff/unknown-places.js';
import type { UnknownName } from '../../store/organisation/unknown-names.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { placeField } from '../organisation/place-field.js';
import { placeName } from '../places.js';
import { button } from '../verbs.js';

/** Why an answer is not one. */
export type NameFault = 'unknownDepartment' | 'notSaved';

interface NameQuestions {
  open: readonly UnknownName[];
  answered?: NameAnswered['answered'];
  /** What was written last in the place of a department, and why it is none. */
  written?: string | undefined;
  fault?: NameFault | undefined;
}

/**
 * The office is asked what the names mean that other systems call places by: of one at a time, that of most people first. After an answer the
 * card says what came of it, and asks of the next.
 */
export function unknownNames(context: CardContext, { open, answered, written, fault }: NameQuestions): Drawn {
  const { t } = context;
  const heading = t('note.names.heading');
  const said = answered ? [answeredText(context, answered)] : [];
  const [first, ...others] = open;
  if (!first) return note(context, { heading, lines: [...said, t('note.names.done')] });
  const press = { idempotencyKey: context.mintIdempotencyKey(), name: first.name };
  const label = t('note.names.label', { ...first });
  const left = others.length > 0 ? [t('note.names.left', { count: others.length })] : [];
  const card = context.draw('form', {
    heading,
    // What other systems write stands in the label alone.
    about: [...said, t('note.names.text'), ...left, t('note.why.office')].join(' '),
    fault: fault ? [{ text: t(fault === 'notSaved' ? 'note.names.notSaved' : 'refusal.unknownDepartment') }] : [],
    fields: [placeField(context, label, written)],
    buttonRows: buttonRows([
      button(t('note.names.save'), 'nameMeans', press, { style: 'positive' }),
      button(t('note.names.none'), 'nameMeans', { ...press, none: true }, { inputs: 'none' }),
    ]),
  });
  return { card, summary: said[0] ?? t('note.names.summary', { ...first }) };
}

const answeredText = (context: CardContext, { name, place }: NonNullable<NameAnswered['answered']>): string =>
  place
    ? context.t('note.names.means', { people: name.people, place: placeName(context, place) })
    : context.t('note.names.meansNone');
