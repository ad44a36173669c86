import { parsePress, type Verb, verbs } from '../../src/cards/verbs';
import { oneLine, tidy } from '../../src/domain/language/tidy';
import { allHostile } from '../../testing/samples/text/hostile-texts';

/** What each button cannot do without. */
const least: Partial<Record<Verb, Record<string, string>>> = {
  open: { idea: 'K7M4QX' },
  panel: { idea: 'K7M4QX' },
  act: { idea: 'K7M4QX', decisionVersion: '1', idempotencyKey: '0123456789ABCDEF', do: 'ask' },
  merge: { idea: 'K7M4QX', decisionVersion: '1', idempotencyKey: '0123456789ABCDEF' },
  answerMerge: { idea: 'K7M4QX', decisionVersion: '1', idempotencyKey: '0123456789ABCDEF' },
  follow: { idea: 'K7M4QX' },
  record: { idea: 'K7M4QX', idempotencyKey: '0123456789ABCDEF' },
  takeBackNeed: { idea: 'K7M4QX' },
  sayImprovement: { idea: 'K7M4QX', improvement: 'some' },
  textToTellBack: { idea: 'K7M4QX' },
  useMethod: { idea: 'K7M4QX' },
  howItBecame: { idea: 'K7M4QX' },
  nominate: { idea: 'K7M4QX', idempotencyKey: '0123456789ABCDEF' },
  helpForm: { idea: 'K7M4QX' },
  askForHelp: { idea: 'K7M4QX', idempotencyKey: '0123456789ABCDEF' },
  helping: { idea: 'K7M4QX', help: '0123456789ABCDEF' },
  answerHelp: { idea: 'K7M4QX', help: '0123456789ABCDEF' },
  thankHelp: { idea: 'K7M4QX', help: '0123456789ABCDEF' },
  answerNomination: { idea: 'K7M4QX', nomination: '0123456789ABCDEF' },
  promiseChange: { idempotencyKey: '0123456789ABCDEF' },
  shareIdea: { idea: 'K7M4QX', sharingAct: 'look' },
  editForm: { idea: 'K7M4QX' },
  submit: { idempotencyKey: '0123456789ABCDEF' },
  sendDraft: { idempotencyKey: '0123456789ABCDEF' },
  editDraft: { idempotencyKey: '0123456789ABCDEF' },
  dropDraft: { idempotencyKey: '0123456789ABCDEF' },
  sameProblem: { idempotencyKey: '0123456789ABCDEF', idea: 'K7M4QX', draft: '0123456789ABCDEF' },
  enter: { idempotencyKey: '0123456789ABCDEF' },
  edit: { idempotencyKey: '0123456789ABCDEF', idea: 'K7M4QX' },
  submitText: { idempotencyKey: '0123456789ABCDEF', text: 'x' },
  answerTyped: { idempotencyKey: '0123456789ABCDEF', idea: 'K7M4QX', decisionVersion: '1', text: 'x' },
  several: { idempotencyKey: '0123456789ABCDEF', do: 'close' },
  disown: { post: 'leader.VOO' },
  account: { claim: 'p0123456789ABCDEF' },
  staffLoss: { source: 'file', gone: '25' },
  answerProposal: { proposal: 'post.VOO.leaders.0123456789ABCDEF' },
  changePosts: { idempotencyKey: '0123456789ABCDEF' },
  mergeDepartment: { idempotencyKey: '0123456789ABCDEF' },
  splitDepartment: { idempotencyKey: '0123456789ABCDEF' },
  challenge: { challenge: 'CHA234' },
  challengeAnswers: { challenge: 'CHA234' },
  challengeSame: { challenge: 'CHA234' },
  challengeAgenda: { challenge: 'CHA234' },
  challengeText: { challenge: 'CHA234' },
  challengeOutside: { challenge: 'CHA234' },
  publishChallenge: { idempotencyKey: '0123456789ABCDEF' },
  actOnChallenge: {
    ...{ challenge: 'CHA234', decisionVersion: '1', idempotencyKey: '0123456789ABCDEF', act: 'tellResult' },
  },
  changeCounts: { idempotencyKey: '0123456789ABCDEF' },
  nameMeans: { idempotencyKey: '0123456789ABCDEF' },
  obstacle: { obstacle: '0BSTAC' },
  group: { idea: 'K7M4QX' },
  actOnGroup: { idea: 'K7M4QX', idempotencyKey: '0123456789ABCDEF', groupAct: 'leaveGroup' },
  addMeeting: { idempotencyKey: '0123456789ABCDEF' },
  meeting: { meeting: '0MEET1' },
  meetingFile: { meeting: '0MEET1' },
  actOnMeeting: {
    ...{ meeting: '0MEET1', decisionVersion: '1', idempotencyKey: '0123456789ABCDEF', meetingAct: 'comeToMeeting' },
  },
  addUndertaking: { idempotencyKey: '0123456789ABCDEF' },
  undertaking: { undertaking: '0ACT1V' },
  actOnUndertaking: {
    ...{ undertaking: '0ACT1V', decisionVersion: '1', idempotencyKey: '0123456789ABCDEF' },
    undertakingAct: 'finishUndertaking',
  },
  actOnObstacle: {
    ...{ obstacle: '0BSTAC', decisionVersion: '1', idempotencyKey: '0123456789ABCDEF', obstacleAct: 'removeObstacle' },
  },
};
const everyField = (Object.keys(verbs) as Verb[]).flatMap((verb) =>
  Object.keys(verbs[verb].shape).map((field) => [verb, field] as const),
);
/** Ids, operations, turns and pages: of one exact form, or refused. */
const exact: Record<string, RegExp> = {
  idea: /^[0-9A-Z]{6}$/,
  challenge: /^[0-9A-Z]{6}$/,
  answersTo: /^[0-9A-Z]{6}$/,
  idempotencyKey: /^[0-9A-Z]{16}$/,
  obstacle: /^[0-9A-Z]{6}$/,
  undertaking: /^[0-9A-Z]{6}$/,
  meeting: /^[0-9A-Z]{6}$/,
  sameObstacle: /^[0-9A-Z]{6}$/,
  draft: /^[0-9A-Z]{16}$/,
  picture: /^[\w.-]+$/,
};

const names = everyField.map(([verb, field]) => `${verb}.${field}`);

test('every button is looked at with what it needs', () => {
  expect(names.length).toBeGreaterThan(80);
  for (const verb of Object.keys(verbs)) expect(parsePress(verb, least[verb as Verb] ?? {})?.verb).toBe(verb);
});

test.each(Object.keys(verbs) as Verb[])(
  '%s takes hostile texts in any of its fields only tidied, or is refused',
  (verb) => {
    const wrong = Object.keys(verbs[verb].shape).flatMap((field) => {
      const usual = declared(verb, field);
      return allHostile.filter((text) => !isSound(field, text, usual, readOf(verb, field, text)));
    });
    expect(wrong).toEqual([]);
  },
);

const readOf = (verb: Verb, field: string, text: string): unknown =>
  (parsePress(verb, { ...least[verb], [field]: text })?.data as Record<string, unknown> | undefined)?.[field];

function isSound(field: string, text: string, usual: readonly string[], value: unknown): boolean {
  if (value === undefined || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isSafeInteger(value) && value >= 0;
  const form = exact[field];
  return form ? form.test(String(value)) : [tidy(text), oneLine(text), ...usual].includes(String(value));
}

/** The words that a field may hold besides, where it is a choice. */
function declared(verb: Verb, field: string): string[] {
  const { data } = parsePress(verb, least[verb] ?? {}) ?? { data: {} };
  const value = (data as Record<string, unknown>)[field];
  return typeof value === 'string' ? [value] : [];
}

test('none of them is the name of a button that no card has', () => {
  const pressed = allHostile.filter((text) => parsePress(text, { verb: text }));
  expect(pressed.filter((text) => !Object.hasOwn(verbs, text))).toEqual([]);
});

test('what is no text at all is refused, and changes no object', () => {
  const strange: unknown[] = [
    null,
    7,
    [],
    {},
    { toString: 'x' },
    ['K7M4QX'],
    Number.NaN,
    true,
    () => 'K7M4QX',
    Symbol('x'),
  ];
  for (const [verb, field] of everyField) {
    for (const value of strange) expect(() => parsePress(verb, { ...least[verb], [field]: value })).not.toThrow();
  }
  for (const data of [
    ...strange,
    JSON.parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
  ]) {
    expect(() => parsePress('submit', data)).not.toThrow();
  }
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
