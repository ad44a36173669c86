import { createDirectory } from '../directory.js';
import type { Contact, Organisation } from '../organisation-schema.js';
import { departmentNow, placeValue } from '../place.js';
import type { PlaceInFile } from './apply.js';
import { type PostList, postLists } from './change.js';

/** One thing in which an organisation differs from the one before it. Places by code: `MIL`, `VOO.HTN`. */
export type Difference =
  | { kind: 'placeCame' | 'placeWent'; place: string; name: string }
  /** A department is a part of another one now, or has another code, with its units. */
  | { kind: 'placeMerged'; place: string; name: string; into: string }
  /** A unit is a part of another department now. */
  | { kind: 'unitMoved'; place: string; name: string; into: string }
  | { kind: 'placeChanged'; place: string; what: string[] }
  | {
      kind: 'post';
      place: string;
      post: PostList | 'innovationOffice' | 'registrars';
      gone: Contact[];
      come: Contact[];
    }
  /** What the municipality has settled, by its key in the file. */
  | { kind: 'setting'; what: string };

/** All of them, in the order of the file. */
export function differences(before: Organisation, after: Organisation): Difference[] {
  const [was, is] = [before, after].map(placesOf);
  if (!was || !is) return [];
  const directory = createDirectory(after);
  const into = (place: string) => {
    const [code = '', unit] = place.split('.');
    return placeValue({ department: departmentNow(directory, code, unit), ...(unit !== undefined && { unit }) });
  };
  const withItsDepartment = (place: string) => {
    const [code = '', unit = ''] = place.split('.');
    return into(place) === `${directory.codeNow(code)}.${unit}`;
  };
  const cameFrom = new Map([...was.keys()].flatMap((place) => (into(place) === place ? [] : [[into(place), place]])));
  const gone = [...was].filter(([place]) => !is.has(place));
  return [
    ...gone.flatMap(([place, { name }]): Difference[] => {
      if (!is.has(into(place))) return [{ kind: 'placeWent', place, name: name.sv }];
      const kind = place.includes('.') ? 'unitMoved' : 'placeMerged';
      return kind === 'unitMoved' && withItsDepartment(place)
        ? []
        : [{ kind, place, name: name.sv, into: into(place) }];
    }),
    ...[...is].flatMap(([place, values]) => {
      const earlier = was.get(place) ?? was.get(cameFrom.get(place) ?? '');
      return [
        ...(earlier ? [] : [{ kind: 'placeCame' as const, place, name: values.name.sv }]),
        ...(earlier ? changedIn(place, earlier, values) : []),
        ...postLists.flatMap((post) => inPost(place, post, earlier?.[post] ?? [], values[post])),
      ];
    }),
    ...(['innovationOffice', 'registrars'] as const).flatMap((post) => inPost('', post, before[post], after[post])),
    ...settingsIn(before, after).map((what): Difference => ({ kind: 'setting', what })),
  ];
}

const placesOf = ({ departments }: Organisation): Map<string, PlaceInFile> =>
  new Map(
    departments.flatMap((department): [string, PlaceInFile][] => [
      [department.code, department],
      ...department.units.map((unit): [string, PlaceInFile] => [`${department.code}.${unit.code}`, unit]),
    ]),
  );

const APART = ['code', 'units', ...postLists];

function changedIn(place: string, before: PlaceInFile, after: PlaceInFile): Difference[] {
  const what = changedKeys(before, after).filter((key) => !APART.includes(key));
  return what.length > 0 ? [{ kind: 'placeChanged', place, what }] : [];
}

function inPost(
  place: string,
  post: Extract<Difference, { kind: 'post' }>['post'],
  before: readonly Contact[],
  after: readonly Contact[],
): Difference[] {
  const without = (these: readonly Contact[], those: readonly Contact[]) =>
    these.filter(({ email }) => !those.some((one) => one.email === email));
  const [gone, come] = [without(before, after), without(after, before)];
  return gone.length + come.length > 0 ? [{ kind: 'post', place, post, gone, come }] : [];
}

const settingsIn = (before: Organisation, after: Organisation): string[] =>
  changedKeys(before, after).filter((key) => !['departments', 'innovationOffice', 'registrars'].includes(key));

/** The keys whose values differ. What is compared is data, whose keys stand in one order. */
function changedKeys(before: object, after: object): string[] {
  const [was, is] = [before, after] as Readonly<Record<string, unknown>>[];
  return Object.keys({ ...before, ...after }).filter((key) => JSON.stringify(was?.[key]) !== JSON.stringify(is?.[key]));
}
