import type { Place } from '../../domain/organisation/place.js';
import { buttonRows } from '../button-rows.js';
import type { Drawn, Kit } from '../kit.js';
import { purposeOf } from '../organisation/purpose.js';
import { officeName, placeField, placeName } from '../places.js';
import { button } from '../verbs.js';

/**
 * The first card a person gets: what this is, who their innovation leader is, and where to begin. Without a place it
 * asks for it once, and the same card with a place is what the answer turns it into.
 */
export function welcome(kit: Kit, place: Place | undefined): Drawn {
  const { say } = kit;
  const plain = { inputs: 'none' } as const;
  const card = kit.draw('welcome', {
    municipality: kit.settings.municipality.name,
    heading: say('welcome.heading'),
    what: say('welcome.what'),
    purpose: purposeOf(kit),
    asks: place === undefined,
    question: say('department.question'),
    why: say('department.why'),
    fields: [placeField(kit, say('department.label'))],
    pick: [button(say('button.pickPlace'), 'pickDepartment', {}, { style: 'positive' })],
    knows: place !== undefined,
    ...leaderBand(kit, place),
    buttonRows: buttonRows([
      button(say('button.idea'), 'form', {}, place ? { ...plain, style: 'positive' } : plain),
      button(say('button.mine'), 'mine', {}, plain),
      button(say('button.leader'), 'leader', {}, plain),
    ]),
  });
  return { card, summary: say('welcome.summary') };
}

/** Who takes care of the person's ideas: the leaders, or whoever stands in where there are none. */
function leaderBand(kit: Kit, place: Place | undefined) {
  if (!place) return { leaderLabel: '', leaders: [], placeName: '' };
  const { role, contacts } = kit.directory.decidersOf(place.department, []);
  return {
    leaderLabel: kit.say(`welcome.${role}`, { count: contacts.length, office: officeName(kit) }),
    leaders: contacts.map(({ name }) => ({ name })),
    placeName: placeName(kit, place),
  };
}
