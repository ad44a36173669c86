import { ASKED_TOGETHER, type Help, isInIdea } from '../../domain/helping/help.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { type Deps, todayIn } from '../deps.js';

/**
 * Of so many who were asked least it is looked who they are. A page, however many can help: who is away, works with the idea or has
 * left stands among them, and of fifty there are three others.
 */
const MOST_LOOKED_AT = 50;

/**
 * Whom to ask: of those who can help in the area, other departments' first, and of those who were asked least. None while they are
 * so few that everybody would know who it is. Three round trips' time.
 */
export async function chooseHelpers(deps: Deps, help: Help, idea: Idea): Promise<PersonRef[]> {
  const [areEnough, refs] = await Promise.all([
    deps.helpers.areEnough(),
    deps.helpers.leastAsked(help.area, MOST_LOOKED_AT),
  ]);
  if (!areEnough) return [];
  const known = await deps.people.byRefs(refs);
  const today = todayIn(deps);
  const { codeNow } = deps.directory();
  const canBeAsked = refs.flatMap((ref) => {
    const found = known.get(ref);
    const { person, reach } = found ?? {};
    const asksThemself = ref === help.by || isInIdea(ref, idea);
    return person && reach && !asksThemself && !isAwayOn(person, today) ? [person] : [];
  });
  const own = codeNow(idea.department);
  const isOwn = ({ department }: Person) => department !== undefined && codeNow(department) === own;
  const inOrder = [...canBeAsked.filter((one) => !isOwn(one)), ...canBeAsked.filter(isOwn)];
  return inOrder.slice(0, ASKED_TOGETHER).map(({ ref }) => ref);
}

const isAwayOn = ({ absent, awayUntil }: Person, today: string): boolean =>
  absent === true || (awayUntil ?? '') >= today;
