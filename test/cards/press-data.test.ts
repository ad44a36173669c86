import { parsePress, type Verb, verbs } from '../../src/cards/verbs';

/** What the card itself writes to say which button it is: wrong, it is none of ours. The rest is filled in by people. */
const identity = [
  'idea',
  'decisionVersion',
  'idempotencyKey',
  'do',
  'post',
  'claim',
  'challenge',
  'act',
  'obstacle',
  'obstacleAct',
  'undertaking',
  'undertakingAct',
  'meeting',
  'meetingAct',
  'sharingAct',
  'groupAct',
  'nomination',
  'help',
];
const itself: Record<string, string> = {
  idea: 'K7M4QX',
  decisionVersion: '1',
  idempotencyKey: '0123456789ABCDEF',
  do: 'close',
  post: 'leader.VOO',
  claim: 'p0123456789ABCDEF',
  challenge: 'CHA234',
  act: 'tellResult',
  obstacle: '0BSTAC',
  obstacleAct: 'removeObstacle',
  undertaking: '0ACT1V',
  undertakingAct: 'finishUndertaking',
  meeting: '0MEET1',
  meetingAct: 'comeToMeeting',
  sharingAct: 'look',
  groupAct: 'leaveGroup',
  nomination: '0123456789ABCDEF',
  help: '0123456789ABCDEF',
};

const verbNames = Object.keys(verbs) as Verb[];
const ownOf = (verb: Verb) => Object.keys(verbs[verb].shape).filter((field) => identity.includes(field));
const filledIn = verbNames.flatMap((verb) =>
  Object.keys(verbs[verb].shape)
    .filter((field) => !identity.includes(field))
    .map((field) => [verb, field] as const),
);
const read = (verb: Verb, more: Record<string, unknown>) => {
  const own = Object.fromEntries(ownOf(verb).map((field) => [field, itself[field]]));
  return parsePress(verb, { ...own, ...more })?.data as Record<string, unknown> | undefined;
};

const odd: unknown[] = [
  ...[null, '', ' ', 7, -1, 1.5, true, false, [], ['a', 'b'], [null, 1], {}, { value: 'x' }, [[['x']]]],
  ...['å'.repeat(25_000), '\u0000', '24/12/2026', '__proto__'],
];

it.each(filledIn)('%s is never a dead button, whatever stands in %s', (verb, field) => {
  for (const value of odd) expect(read(verb, { [field]: value })).toBeDefined();
});

it.each(verbNames)('%s is a dead button without what the card itself wrote', (verb) => {
  for (const field of ownOf(verb)) {
    for (const value of [null, {}, 'x y', 'å'.repeat(25_000)]) {
      // A post is a short text of some form; whether the person has it is asked afterwards.
      if (field === 'post' && value === 'x y') continue;
      // A turn that is missing is turn 0, which no idea has any more.
      if (field === 'decisionVersion' && value === null) continue;
      expect(read(verb, { [field]: value })).toBeUndefined();
    }
  }
});

const act = (more: Record<string, unknown>) => read('act', more) ?? {};

it.each([
  ['null', null, undefined],
  ['nothing', undefined, undefined],
  ['an object', { value: 'x' }, undefined],
  ['text', ' två ord ', 'två ord'],
  ['a whole number', 50_000, '50000'],
  ['a fraction', 0.5, '0.5'],
  ['yes', true, 'true'],
  ['a list', ['residents', 'users'], 'residents,users'],
  ['a list with holes', ['residents', null, {}, 3], 'residents,3'],
  ['an empty list', [], ''],
])('of %s a text is made', (_what, value, text) => {
  for (const field of ['reason', 'amount', 'departments', 'groups']) expect(act({ [field]: value })[field]).toBe(text);
});

it.each([
  ['2026-12-24', '2026-12-24'],
  [' 2026-12-24 ', '2026-12-24'],
  ['2026-12-24T00:00:00Z', '2026-12-24'],
  ['2026-12-24T00:00:00.000Z', '2026-12-24'],
  ['2026-12-24T23:59:59+01:00', '2026-12-24'],
  ['2026-12-24T00:00', '2026-12-24'],
  ['2026-12-24 00:00:00', '2026-12-24'],
  ['2026-12-24T25:00', '2026-12-24T25:00'],
  ['06/03/2027 22:00:00', '06/03/2027 22:00:00'],
  ['24/12/2026', '24/12/2026'],
  ['2026-12-24 i julhelgen', '2026-12-24 i julhelgen'],
])('the date %j is read as %j', (written, day) => {
  for (const field of ['until', 'tryAgainOn', 'start', 'end']) expect(act({ [field]: written })[field]).toBe(day);
  expect(read('saveSettings', { awayUntil: written })?.awayUntil).toBe(day);
});

it.each([
  [true, true],
  ['true', true],
  ['True', true],
  [false, false],
  ['false', false],
  [null, false],
  [undefined, false],
  [1, false],
  [{}, false],
])('a toggle of %j is %j', (value, on) => {
  expect(read('submit', { confidential: value })?.confidential).toBe(on);
});

it.each([
  [undefined, 0],
  [null, 0],
  ['2', 2],
  [3, 3],
  [-1, 0],
  ['två', 0],
  [1e9, 0],
])('page %j is page %j', (value, page) => {
  expect(read('mine', { page: value })?.page).toBe(page);
});
