import { nameIn } from '../../domain/organisation/organisation.js';
import type { Person } from '../../domain/person/person.js';
import type { CardContext } from '../card-context.js';
import { button } from '../verbs.js';
import type { DayNews } from './day.js';
import { ownNews } from './own-news.js';

/**
 * That a department, or somebody's unit, has become a part of the one in which they work now; undefined where they have gone elsewhere
 * since, or where it is called the same.
 */
export function cameFromNews(
  { t, language, directory }: CardContext,
  { cameFrom, department: code = '', unit }: Pick<Person, 'cameFrom' | 'department' | 'unit'>,
): DayNews | undefined {
  const department = directory.department(code);
  if (!cameFrom || !department) return undefined;
  const isWhole = directory.codeNow(cameFrom.department) === department.code;
  const was = isWhole
    ? department.earlier.find((one) => one.code === cameFrom.department)?.name
    : department.units.find((one) => one.code === unit)?.name;
  const [place, into] = [was && nameIn(was, language), nameIn(department.name, language)];
  if (!place || place === into) return undefined;
  return ownNews(t('day.cameFrom.title', { place, into }), t('day.cameFrom'), (row) =>
    button(t('day.cameFrom.open', { row }), 'settings', {}, { inputs: 'none' }),
  );
}
