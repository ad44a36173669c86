import { heldOut } from '../../dev/audits/utterances/held-out';
import { later } from '../../dev/audits/utterances/later';
import { measure, precision, recall, together } from '../../dev/audits/utterances/measured';
import { tuned } from '../../dev/audits/utterances/tuned';
import { questions } from '../../src/cards/conversation/questions/index';
import { matters } from '../../src/domain/language/matters';

// `npm run utterances` prints what is held here: how well the bot tells what people mean.

const all = [...Object.values(tuned), ...Object.values(heldOut), ...Object.values(later)].flat();
const isNoIdea = (kind: string) => kind !== 'statement' && kind !== 'several';
const isDoor = (kind: string) => kind.startsWith('door.');

test('there are many, a third of them ideas, and none is both held out and not', () => {
  expect(all.length).toBeGreaterThanOrEqual(1000);
  expect([...(tuned.statement ?? []), ...(heldOut.statement ?? [])].length).toBeGreaterThanOrEqual(100);
  expect(new Set(all.map((text) => text.toLowerCase())).size).toBe(all.length);
});

test('every kind that has an answer is among them, seen and unseen', () => {
  const kinds = [
    ...questions.filter((question) => !question.startsWith('means.')),
    ...matters.map((matter) => `door.${matter}`),
  ];
  for (const kind of kinds) {
    expect([kind, tuned[kind]?.length ?? 0]).not.toEqual([kind, 0]);
    expect([kind, (heldOut[kind] ?? later[kind])?.length ?? 0]).not.toEqual([kind, 0]);
  }
  expect(kinds.length).toBeGreaterThanOrEqual(25);
});

describe.each([
  ['the patterns were made with', tuned, { right: 0.98, noIdea: 0.99, door: 0.99 }],
  ['were held out', heldOut, { right: 0.94, noIdea: 0.97, door: 0.97 }],
  ['were written afterwards', later, { right: 0.58, noIdea: 0.85, door: 0.85 }],
])('of those that %s', (_, utterances, floor) => {
  test('as many are read right as before', () => {
    expect(recall(measure(utterances).total)).toBeGreaterThanOrEqual(floor.right);
  });

  test('what is no idea is not offered as one', () => {
    const noIdea = together(utterances, 'no idea', isNoIdea);
    expect(recall(noIdea)).toBeGreaterThanOrEqual(floor.noIdea);
    expect(precision(noIdea)).toBeGreaterThanOrEqual(0.98);
  });

  test('what belongs to another channel is shown it, and little else is', () => {
    const door = together(utterances, 'a door', isDoor);
    expect(recall(door)).toBeGreaterThanOrEqual(floor.door);
    expect(precision(door)).toBeGreaterThanOrEqual(0.95);
  });
});
