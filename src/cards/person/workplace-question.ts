import { type Place, placeValue } from '../../domain/organisation/place.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { placeName } from '../places.js';
import { type Button, button } from '../verbs.js';

const plain = { inputs: 'none' } as const;

/** What somebody answers who is told where they work. */
export const workplaceButtons = ({ t }: CardContext, place: Place): Button[] => [
  button(t('workplace.yes'), 'pickDepartment', { department: placeValue(place) }, { ...plain, style: 'positive' }),
  button(t('workplace.no'), 'changeDepartment', {}, plain),
];

/** Another system says that somebody works in another department now: they are asked, once. */
export const workplaceQuestion = (context: CardContext, place: Place): Drawn =>
  note(context, {
    heading: context.t('workplace.heading'),
    lines: [context.t('workplace.question', { place: placeName(context, place) }), context.t('workplace.why')],
    buttons: workplaceButtons(context, place),
  });
