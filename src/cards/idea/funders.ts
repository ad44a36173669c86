import type { Idea } from '../../domain/idea/idea.js';
import { fundingUnit, isWithinLimit } from '../../domain/idea/policy.js';
import type { Contact } from '../../domain/organisation/organisation.js';
import { onlyDepartment, type Place } from '../../domain/organisation/place.js';
import { listText } from '../../text/lists.js';
import type { CardContext } from '../card-context.js';
import { few } from '../organisation/few.js';
import { officeName, shortPlaceName } from '../places.js';

/** Where the managers are who will get the question of a sum; undefined where it is the innovation office. */
export function willFund({ directory }: CardContext, idea: Idea, cost: number): Place | undefined {
  const { department } = idea;
  const unit = idea.smallTest && fundingUnit(idea, directory);
  if (unit && unit.managers.length > 0) return { department, unit: unit.code };
  const isManaged = (directory.department(department)?.managers.length ?? 0) > 0;
  return isManaged && isWithinLimit(cost, department, directory) ? { department } : undefined;
}

/** Where the managers are who have the question now; undefined where others have it. */
function fundsNow({ directory }: CardContext, idea: Idea): (Place & { managers: readonly Contact[] }) | undefined {
  const { department, money } = idea;
  const unit = money?.funder === 'unitManager' && fundingUnit(idea, directory);
  if (unit) return { department, unit: unit.code, managers: unit.managers };
  const isTheirs = money?.funder === 'unitManager' || money?.funder === 'manager';
  return isTheirs ? { department, managers: directory.department(department)?.managers ?? [] } : undefined;
}

/** What a text is called that names a post with its place: where there is one place alone, the post says all. */
export const ofPlace = <Key extends string>({ directory }: CardContext, key: Key, { unit }: Partial<Place> = {}) =>
  unit === undefined && onlyDepartment(directory) ? (`${key}Alone` as const) : key;

/** Who decides on the money, by post: "chefen för Hemtjänst Söder", or the office. */
export function funderPost(context: CardContext, idea: Idea): string {
  const place = fundsNow(context, idea);
  if (!place) return officeName(context);
  return context.t(ofPlace(context, 'waits.funder', place), { department: shortPlaceName(context, place) });
}

/** Who decides on the money, by name: the managers, or the office. */
export function funderNames(context: CardContext, idea: Idea): string {
  const names = fundsNow(context, idea)?.managers.map(({ name }) => name) ?? [];
  return names.length > 0 ? listText(few(context, names), context.language) : officeName(context);
}

/** What those who have the question rest on; empty where nothing is named. */
export function delegationOf({ directory }: CardContext, { money, department }: Idea): string {
  const funder = money?.funder === 'unitManager' || money?.funder === 'manager' ? money.funder : 'office';
  return directory.delegationOf(funder, department) ?? '';
}
