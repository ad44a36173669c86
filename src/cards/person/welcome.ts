import type { Place } from '../../domain/organisation/place.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { few } from '../organisation/few.js';
import { placeField } from '../organisation/place-field.js';
import { purposeOf } from '../organisation/purpose.js';
import { officeName, placeName } from '../places.js';
import { button } from '../verbs.js';
import { workplaceButtons } from './workplace-question.js';

/**
 * The first card a person gets: what this is, who their innovation leader is, and where to begin. Without a place it
 * asks for it once, and the same card with a place is what the answer turns it into. `isTold`: another system has said the
 * place, and they are asked whether it is right.
 */
export function welcome(context: CardContext, place: Place | undefined, { isTold = false } = {}): Drawn {
  const { t } = context;
  const plain = { inputs: 'none' } as const;
  const card = context.draw('welcome', {
    municipality: context.settings.municipality.name,
    heading: t('welcome.heading'),
    what: t('welcome.what'),
    messages: t('welcome.messages'),
    purpose: purposeOf(context),
    asks: place === undefined,
    question: t('department.question'),
    why: t('department.why'),
    fields: [placeField(context, t('department.label'))],
    pick: [button(t('button.pickPlace'), 'pickDepartment', {}, { style: 'positive' })],
    knows: place !== undefined,
    isTold,
    told: isTold && place ? t('workplace.told', { place: placeName(context, place) }) : '',
    answers: isTold && place ? workplaceButtons(context, place) : [],
    ...leaderBand(context, place),
    buttonRows: buttonRows([
      button(t('button.idea'), 'form', {}, place && !isTold ? { ...plain, style: 'positive' } : plain),
      button(t('button.mine'), 'mine', {}, plain),
      button(t('button.leader'), 'leader', {}, plain),
    ]),
  });
  return { card, summary: t('welcome.summary') };
}

/** Who takes care of the person's ideas: the leaders, or whoever stands in where there are none. */
function leaderBand(context: CardContext, place: Place | undefined) {
  if (!place) return { leaderLabel: '', leaders: [], placeName: '' };
  const { role, contacts } = context.directory.decidersOf(place.department, []);
  return {
    leaderLabel: context.t(`welcome.${role}`, { count: contacts.length, office: officeName(context) }),
    leaders: few(
      context,
      contacts.map(({ name }) => name),
    ).map((name) => ({ name })),
    placeName: placeName(context, place),
  };
}
