import { periodsOn } from '../../../src/domain/figures/months';
import { type CountedPlace, figuresOfPlaces } from '../../../src/domain/figures/places';
import { NO_CASES } from '../../../src/domain/figures/tally';

const periods = periodsOn('2026-11-28');

/** A place with so many new ideas, of so many people. */
const place = (cases: number, submitters: number, hidden = false): CountedPlace => {
  const people = Object.fromEntries(Array.from({ length: submitters }, (_, at) => [`${cases}.${at}`, 1]));
  return { byMonth: new Map([['2026-10', [{ ideas: { ...NO_CASES, cases, people } }]]]), ...(hidden && { hidden }) };
};
const newIdeas = (places: CountedPlace[]) =>
  figuresOfPlaces(places, periods).map(
    (figures) => figures.find(({ name }) => name === 'newIdeas')?.current ?? { few: true },
  );

it('tells what rests on enough people, and of each what it is', () => {
  expect(newIdeas([place(40, 12), place(9, 8)])).toEqual([
    { few: false, cases: 40, hits: 0 },
    { few: false, cases: 9, hits: 0 },
  ]);
});

it('tells of no place what the whole without the others would tell of one with few people', () => {
  const [large, middle, few] = newIdeas([place(40, 12), place(9, 8), place(3, 2)]);
  expect(few).toEqual({ few: true });
  // The smallest of those that could be told is not told either: what is left is of ten people then.
  expect(middle).toEqual({ few: true });
  expect(large).toEqual({ few: false, cases: 40, hits: 0 });
});

it('counts what is not shown at all among what is left', () => {
  expect(newIdeas([place(40, 12), place(9, 8), place(2, 1, true)])[1]).toEqual({ few: true });
});

it('leaves a place without any as it is: none says nothing of anybody', () => {
  expect(newIdeas([place(0, 0), place(9, 8)])[0]).toEqual({ few: false, cases: 0, hits: 0 });
});
