import fc from 'fast-check';
import { plain } from '../../../src/domain/language/spelling.js';
import { searchDepartments } from '../../../src/domain/organisation/department-search.js';
import { createDirectory } from '../../../src/domain/organisation/directory.js';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation.js';

const directory = createDirectory(exampleOrganisation());

const codesFound = (query: string): string[] => {
  const result = searchDepartments(directory, query);
  if (result.kind === 'none') return [];
  return (result.kind === 'one' ? [result.hit] : result.hits).map(({ department }) => department.code);
};

/** Every name that stands in the file, with the department that it must find. */
const names = directory.departments.flatMap((department) =>
  [department, ...department.units].flatMap(({ code, name, aliases }) =>
    [code, name.sv, name.en, ...aliases].map((text) => ({ text, department: department.code })),
  ),
);
const wholeNames = new Set(names.map(({ text }) => plain(text)));
const anyName = fc.constantFrom(...names);

describe('a search that finds one department', () => {
  it.each([
    ['miljö', 'MIL'],
    ['MILJO', 'MIL'],
    ['mijlö', 'MIL'],
    ['miljökontoret', 'MIL'],
    ['miljöförvaltningen', 'MIL'],
    ['hemtjänst', 'VOO'],
    ['hemtjanst', 'VOO'],
    ['hem tjänst', 'VOO'],
    ['hemtjänsten', 'VOO'],
    ['hemtjenst', 'VOO'],
    ['vård & omsorg', 'VOO'],
    ['vård omsorg', 'VOO'],
    ['home care', 'VOO'],
    ['bygg', 'SBK'],
    ['sbk', 'SBK'],
    ['socialförvaltningen', 'SOC'],
    ['förskoleförvaltningen', 'UTB'],
    ['barn- och utbildningsförvaltningen', 'UTB'],
    ['VA-avdelningen', 'VAT'],
    ['the culture department', 'KOF'],
    ['vinterväghållning', 'SBK'],
    ['skola', 'UTB'],
    ['skolmat', 'UTB'],
    ['brandkår', 'RTJ'],
    ['VA', 'VAT'],
    ['biblotek', 'KOF'],
    ['kommunledningskontoret', 'KLK'],
  ])('%j finds %s', (query, code) => {
    expect(searchDepartments(directory, query)).toMatchObject({ kind: 'one', hit: { department: { code } } });
  });

  it('names the unit that it was found by', () => {
    expect(searchDepartments(directory, 'gymnasium')).toMatchObject({
      kind: 'one',
      hit: { department: { code: 'UTB' }, unit: { code: 'GYM' }, nearness: 'exact' },
    });
    expect(searchDepartments(directory, 'hemtjänst')).not.toHaveProperty('hit.unit');
  });
});

describe('a search that fits several', () => {
  it('gives a choice, nearest first', () => {
    const result = searchDepartments(directory, 'barn');
    expect(result).toMatchObject({ kind: 'several' });
    expect(codesFound('barn')).toEqual(expect.arrayContaining(['UTB', 'SOC']));
  });

  it('gives every company for AB', () => {
    expect(codesFound('ab').sort()).toEqual(['BOS', 'ENE', 'HAM', 'NAR', 'VAT']);
  });
});

describe('a search that fits nothing', () => {
  it('suggests what is most like it', () => {
    const result = searchDepartments(directory, 'milliönär');
    expect(result.kind).toBe('none');
    expect(result.kind === 'none' && result.closest).toHaveLength(3);
    expect(result).toMatchObject({ closest: expect.arrayContaining([expect.objectContaining({ code: 'MIL' })]) });
  });

  it.each(['', '  ', '?!', '👍'])('has nothing to suggest for %j', (query) => {
    expect(searchDepartments(directory, query)).toEqual({ kind: 'none', closest: [] });
  });

  it('answers whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (query) => {
        const result = searchDepartments(directory, query);
        if (result.kind === 'several') expect(result.hits.length).toBeGreaterThan(1);
        expect(new Set(codesFound(query)).size).toBe(codesFound(query).length);
      }),
    );
  });
});

describe('every name in the file', () => {
  it('finds its department in any case and without dots and rings', () => {
    fc.assert(
      fc.property(anyName, fc.infiniteStream(fc.boolean()), fc.boolean(), ({ text, department }, upper, bare) => {
        const cased = [...text]
          .map((letter) => (upper.next().value ? letter.toUpperCase() : letter.toLowerCase()))
          .join('');
        const typed = bare ? cased.normalize('NFD').replace(/\p{M}/gu, '') : cased;
        expect(codesFound(typed)).toContain(department);
      }),
      { numRuns: 500 },
    );
  });

  it('finds its department with one mistake in a word of five letters or more', () => {
    const word = /[\p{L}\p{N}]{5,}/gu;
    const mistaken = anyName
      .filter(({ text }) => text.match(word) !== null)
      .chain(({ text, department }) =>
        fc
          .record({
            match: fc.constantFrom(...text.matchAll(word)),
            at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
            letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzåäö'),
            mistake: fc.constantFrom(...mistakes),
          })
          .map(({ match, at, letter, mistake }) => {
            const place = match.index + Math.floor(at * match[0].length);
            const swaps = Math.min(place, match.index + match[0].length - 2);
            return { department, typed: mistake(text, mistake === swapped ? swaps : place, letter) };
          }),
      );
    fc.assert(
      fc.property(mistaken, ({ typed, department }) => {
        // "fritids" without its s is somebody else's whole name, and that is what it then means.
        fc.pre(!wholeNames.has(plain(typed)));
        expect(codesFound(typed)).toContain(department);
      }),
      { numRuns: 2000 },
    );
  });
});

type Mistake = (text: string, at: number, letter: string) => string;
const wrong: Mistake = (text, at, letter) => text.slice(0, at) + letter + text.slice(at + 1);
const missing: Mistake = (text, at) => text.slice(0, at) + text.slice(at + 1);
const added: Mistake = (text, at, letter) => text.slice(0, at) + letter + text.slice(at);
const swapped: Mistake = (text, at) => text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
const mistakes = [wrong, missing, added, swapped];
