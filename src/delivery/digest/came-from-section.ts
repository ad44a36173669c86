import type { Deps } from '../../app/deps.js';
import { changePerson } from '../../app/person/change-person.js';
import { cameFromNews } from '../../cards/digest/came-from-news.js';
import type { PersonRef } from '../../domain/person/person.js';
import type { Day } from '../../domain/time.js';
import type { DaySection } from '../day-section.js';

/** That the department in which somebody worked has become a part of another one: once, on the first card that they get. */
export const cameFromSection: DaySection = async ({ app, context }, person, today) => {
  const { cameFrom } = person;
  if (!cameFrom || (cameFrom.told && cameFrom.told < today)) return undefined;
  const row = cameFromNews(context(person.language), person);
  if (!row) return undefined;
  return { rows: [row], alone: false, ...(!cameFrom.told && { posted: () => noteTold(app, person.ref, today) }) };
};

async function noteTold(deps: Pick<Deps, 'people'>, ref: PersonRef, told: Day): Promise<void> {
  const me = await deps.people.byRef(ref);
  if (!me) return;
  await changePerson(deps, me, ({ person, reach }) => {
    if (!person.cameFrom || person.cameFrom.told) return undefined;
    return { person: { ...person, cameFrom: { ...person.cameFrom, told } }, ...(reach && { reach }) };
  });
}
