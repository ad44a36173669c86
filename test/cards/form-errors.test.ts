import type { CardContext } from '../../src/cards/card-context';
import type { Field } from '../../src/cards/fields';
import type { PanelName } from '../../src/cards/idea/actions/tables';
import { ideaForm } from '../../src/cards/idea/idea-form';
import type { IdeaCardProps } from '../../src/cards/idea-card';
import { refusalText } from '../../src/cards/refusal-text';
import type { Refusal } from '../../src/domain/idea/decide';
import { type FieldName, fields, partNames } from '../../src/domain/idea/fields';
import { partRow } from '../../src/domain/idea/needs';
import { limits, type WordKey } from '../../src/domain/idea/words';
import { dataOf, everythingFrom } from '../../testing/cards/opened-views';
import { contextFor } from '../../testing/samples/card-context';
import {
  approvePlan,
  otherLeader as approver,
  driver,
  fill,
  given,
  planned,
  type Step,
  standings,
  standingsWithHours,
} from '../../testing/samples/idea/story';
import { readers as people, viewOf } from '../../testing/samples/person/readers';

const context = contextFor();
const { t } = context;
const otherLeader = { ref: 'pOTHERLEADER', roles: new Set(['reader', 'decider'] as const) };
const readers = { ...people, otherLeader };

interface Form {
  name: string;
  fields: Field[];
}

/** Every field of a card, wherever in its data it stands. */
function* fieldsIn(data: unknown): Generator<Field> {
  if (typeof data !== 'object' || data === null) return;
  if ('missing' in data && 'id' in data && 'label' in data) yield data as Field;
  else for (const inside of Object.values(data)) yield* fieldsIn(inside);
}

const costly: Step[] = [...standings.planning, ...planned(80_000)];
/** Tested, with when to stop agreed before. */
const agreed: Step[] = [
  ...standings.planning,
  ...planned(0),
  [driver, fill('agreement', { stopMeasure: 'Sena besök', stopFigure: 'under 10', stopOn: '2027-02-01' })],
  [approver, approvePlan()],
];
const stories: Readonly<Record<string, readonly Step[]>> = { ...standings, ...standingsWithHours, costly, agreed };

/** Every form that anybody can open on an idea in any standing, and the form for a new idea. */
function everyForm(): Form[] {
  const forms = new Map<string, Form>();
  for (const [standing, steps] of Object.entries(stories)) {
    for (const reader of Object.values(readers)) {
      const first: IdeaCardProps = { ...viewOf(given(...steps), reader), asDepartment: 'SBK' };
      for (const { view, data } of everythingFrom(context, first)) {
        const name = [view.panel, view.part].filter(Boolean).join(' ');
        const found = [...fieldsIn(data)];
        const key = `${name}: ${found.map(({ label }) => label).join()}`;
        if (view.panel && found.length > 0) forms.set(key, { name: `${name} (${standing})`, fields: found });
      }
    }
  }
  const drawn: unknown[] = [];
  const draw: CardContext['draw'] = (_, data) => {
    drawn.push(data);
    return { type: 'AdaptiveCard' };
  };
  ideaForm({ ...context, draw }, { draft: {} });
  return [...forms.values(), { name: 'new idea', fields: [...fieldsIn(drawn)] }];
}

const forms = everyForm();
const all = forms.flatMap(({ name, fields: those }) => those.map((field) => ({ form: name, those, field })));
const choosesOrDates = ({ isChoice, isDate }: Field) => isChoice || isDate;
const numbers: Partial<Record<string, RegExp>> = { amount: /belopp i hela kronor/, hours: /hela timmar/ };
const asksFor = ({ id }: Field) => (id in fields && numbers[fields[id as FieldName].kind]) || /[Ss]kriv några ord/;

test('there are forms enough for the table to mean something', () => {
  expect(forms.length).toBeGreaterThan(30);
  const opened = new Set(forms.map(({ name }) => name.split(' ')[0]));
  const expected: PanelName[] = [
    'answer',
    'ask',
    'doNow',
    'sendBack',
    'grant',
    'declineMoney',
    'extend',
    'scale',
    'close',
  ];
  expect([...opened]).toEqual(expect.arrayContaining(expected));
  const asked = new Set(all.map(({ field }) => field.id));
  const formParts = partNames.flatMap((part) => [...partRow(part).fields]);
  expect(formParts.filter((name) => !asked.has(name))).toEqual([]);
});

describe('a field that has to be filled in says so in its own words', () => {
  const required = all.filter(({ field }) => field.required);

  test.each(required.map((one) => [`${one.form}: ${one.field.label}`, one.field] as const))('%s', (_, field) => {
    const { missing } = field;
    if (choosesOrDates(field)) expect(missing).toMatch(/[Vv]älj/);
    else expect(missing).toMatch(/[Ss]kriv|^Ge /);
  });

  test('and never in those of another field of the same form', () => {
    for (const { those } of required) {
      const said = those.filter((field) => field.required).map(({ missing }) => missing);
      expect(new Set(said).size).toBe(said.length);
    }
  });
});

describe('a refusal names the field as the open form calls it, and what is wrong', () => {
  const isKnown = ({ id }: Field) => id in limits || id in fields;
  const named = all.filter(({ field }) => isKnown(field));

  test.each(named.map((one) => [`${one.form}: ${one.field.label}`, one] as const))('%s', (_, { field, those }) => {
    const label = field.label.replace(' (frivilligt)', '');
    const empty = refusalText(t, { code: 'wordsMissing', field: field.id as WordKey | FieldName }, those);
    expect(empty).toContain(`”${label}”`);
    // What is chosen is not written, and the other way round.
    if (choosesOrDates(field)) expect(empty).not.toMatch(/[Ss]kriv/);
    else expect(empty).toMatch(asksFor(field));
  });
});

test.each<[string, Refusal, RegExp]>([
  [
    'nothing chosen',
    { code: 'wordsMissing', field: 'procurement' },
    /^”Ska något upphandlas\?”: välj ett av svaren\.$/,
  ],
  ['no day', { code: 'wordsMissing', field: 'start' }, /^”Testet börjar”: välj en dag\.$/],
  ['a day that has passed', { code: 'dateNotAhead', field: 'until' }, /^”Klart senast”: välj en dag längre fram\.$/],
  [
    'a day too far off',
    { code: 'dateFarOff', field: 'tryAgainOn' },
    /^”Läs idén igen den här dagen”: välj en dag som ligger närmare/,
  ],
  ['no sum', { code: 'badAmount', field: 'amount' }, /^”Hur mycket beviljar du, i kronor\?”: skriv ett belopp/],
  ['a sum too large', { code: 'amountTooLarge' }, /högre än vad planen kostar/],
  ['no decision chosen', { code: 'badChoice', field: 'decision' }, /^”Vad är beslutat\?”: välj ett av svaren\.$/],
  ['an address that is nobody’s', { code: 'unknownColleague' }, /e-postadressen/],
  ['no department', { code: 'noDepartment' }, /förvaltning eller ett bolag/],
  ['an end before the start', { code: 'endBeforeStart' }, /sluta innan det börjar/],
])('%s: the cause is said', (_, refusal, words) => expect(refusalText(t, refusal)).toMatch(words));

test('a card of an idea shows it in the open form', () => {
  const view: IdeaCardProps = {
    ...viewOf(given(...standings.planSubmitted), otherLeader),
    panel: 'sendBack',
    fault: { code: 'wordsMissing', field: 'reason' },
  };
  expect(JSON.stringify(dataOf(context, view))).toContain('Det saknas text under ”Vad behöver ändras?”');
});
