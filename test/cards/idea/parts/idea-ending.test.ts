import { elsewhere, endingOf } from '../../../../src/cards/idea/parts/idea-ending';
import { readingOf } from '../../../../src/cards/idea/reading';
import { contextFor } from '../../../../testing/samples/card-context';
import {
  close,
  given,
  leader,
  merge,
  owner,
  type Step,
  spread,
  standings,
  submitted,
} from '../../../../testing/samples/idea/story';
import { names, readers } from '../../../../testing/samples/person/readers';

const context = contextFor();
const after = (...steps: Step[]) => readingOf(context, { idea: given(...steps).idea, reader: readers.stranger, names });
const ending = (...steps: Step[]) =>
  endingOf(after(...steps)).map(({ heading, lines }) => [heading[0]?.text, ...lines.map(({ text }) => text)]);

test('before a test: why not, what would change it, and when it is tried again', () => {
  const words = { reason: 'Det finns bilar.', tryAgain: 'Om de tar slut.' };
  expect(ending(submitted, [leader, close(words, undefined, '2027-03-01')])).toEqual([
    ['Därför går vi inte vidare', 'Det finns bilar.'],
    ['Det här skulle få oss att försöka igen', 'Om de tar slut.'],
    ['Vi läser idén igen', '1 mars 2027'],
  ]);
});

test('after a test: what was tested and learned', () => {
  expect(ending(...standings.tested, [leader, close({ tried: 'Vi cyklade.', lesson: 'Det var halt.' })])).toEqual([
    ['Det här testade vi', 'Vi cyklade.'],
    ['Det här lärde vi oss', 'Det var halt.'],
  ]);
});

test('after it was used: why it is not any longer', () => {
  const used: Step[] = [...standings.scaling, [owner, spread('Fyra förvaltningar.')]];
  expect(ending(...used)).toEqual([['Det här är gjort', 'Fyra förvaltningar.']]);
  expect(ending(...used, [leader, close({ reason: 'Cyklarna är slut.' })])).toEqual([['Varför', 'Cyklarna är slut.']]);
});

test('merged: into which idea, and how to open it', () => {
  expect(ending(submitted, [leader, merge('Q4X7MK')])).toEqual([
    ['Är nu en del av', 'Idé Q4X7MK. Skriv Q4X7MK i chatten för att öppna den.'],
    ['Varför', 'De handlar om samma sak.'],
  ]);
});

test('closed with another way: a link to it, and to nothing for every other ending', () => {
  const [other, ...more] = elsewhere(after(submitted, [leader, close({}, 'felanmalan')]));
  expect(other?.links).toEqual([{ title: 'Felanmälan (lämnar Teams)', url: 'https://felanmalan.soderhamra.example' }]);
  expect(more).toEqual([]);
  expect(elsewhere(after(submitted, [leader, close()]))).toEqual([]);
});
