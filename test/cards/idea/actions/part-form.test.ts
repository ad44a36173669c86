import { type IdeaCardProps, ideaCard } from '../../../../src/cards/idea-card';
import { type FieldName, fields, type NeedField, type PartName, partNames } from '../../../../src/domain/idea/fields';
import { formFields, isForm } from '../../../../src/domain/idea/needs';
import type { Role } from '../../../../src/domain/idea/policy';
import { type Stage, stageNames, stages } from '../../../../src/domain/idea/stages';
import { languageCodes } from '../../../../src/domain/languages';
import { inLanguage } from '../../../../src/text/index';
import { button, buttonsBelow, choicesOf, inputsOf, textsOf } from '../../../../testing/cards/card';
import { filledIn } from '../../../../testing/cards/form';
import { contextFor } from '../../../../testing/samples/card-context';
import {
  driver,
  explored,
  fill,
  given,
  planned,
  type StandingName,
  type Step,
  standings,
} from '../../../../testing/samples/idea/story';
import { readers, viewOf } from '../../../../testing/samples/person/readers';

const draw = (view: IdeaCardProps) => ideaCard(contextFor(), view).card;
/** Where each stage is reached, with everything that it may ask for. */
const reached: Partial<Record<Stage, StandingName>> = { exploring: 'exploring', piloting: 'funded' };
const storyAt = (stage: Stage) =>
  stage === 'planning'
    ? given(...standings.planning, ...planned(80_000))
    : given(...standings[reached[stage] ?? 'submitted']);
const asked = stageNames.flatMap((stage) =>
  stages[stage].needs.filter((part: PartName) => isForm(part)).map((part: PartName) => [stage, part] as const),
);
const form = (stage: Stage, part: PartName, more: Partial<IdeaCardProps> = {}): IdeaCardProps => ({
  ...viewOf(storyAt(stage), readers.driver),
  panel: 'part',
  part,
  ...more,
});

const inputTypes: Record<NeedField['kind'], string> = {
  text: 'Input.Text',
  amount: 'Input.Text',
  hours: 'Input.Text',
  day: 'Input.Date',
  one: 'Input.ChoiceSet',
  several: 'Input.ChoiceSet',
};

describe.each(asked)('the form of %s: %s', (stage, part) => {
  const card = draw(form(stage, part));

  test('asks for its answers by their kind, and for nothing else', () => {
    expect(inputsOf(card).map(({ id, type }) => [id, type])).toEqual(
      formFields(part, storyAt(stage).idea).map((name: FieldName) => [name, inputTypes[fields[name].kind]]),
    );
  });

  test('is saved as that part', () => {
    const goesOn = stage === 'planning' ? [] : ['Spara och nästa'];
    expect(buttonsBelow(card).map(({ title }) => title)).toEqual([...goesOn, 'Spara', 'Tillbaka']);
    expect(button(card, 'Spara')).toMatchObject({ verb: 'act', data: { do: 'fill', part } });
    expect(button(card, 'Spara').data).not.toHaveProperty('onward');
    const [first] = buttonsBelow(card);
    expect(first).toMatchObject({ verb: 'act', style: 'positive', data: { do: 'fill', part } });
  });

  test('takes as much as the domain does', () => {
    for (const { id, maxLength } of inputsOf(card)) {
      const field: NeedField = fields[id as FieldName];
      if (field.kind === 'text') expect([id, maxLength]).toEqual([id, field.limit]);
    }
  });
});

test('every part that a form can fill belongs to a stage', () => {
  expect(new Set(asked.map(([, part]) => part))).toEqual(new Set(partNames.filter(isForm)));
});

test('begins with what has been filled in', () => {
  const story = given(...standings.exploring, [driver, fill('concerned', { groups: 'users,colleagues' })]);
  const card = draw({ ...viewOf(story, readers.driver), panel: 'part', part: 'concerned' });
  const [groups] = inputsOf(card);
  expect(groups).toMatchObject({ value: 'users,colleagues', isMultiSelect: true, style: 'expanded' });
  expect(choicesOf(groups ?? {}).map(({ title }) => title)).toEqual(['Invånare', 'Brukare/elever', 'Kollegor']);
  expect(filledIn(card, button(card, 'Spara'), { participation: 'Vi frågar.' })).toEqual({
    groups: 'users,colleagues',
    participation: 'Vi frågar.',
  });
});

test('begins with an answer of earlier years as it is called now', () => {
  const { idea, events } = given(...standings.exploring);
  const old = { ...idea, answers: { origins: 'residents,companies' } };
  const [origins] = inputsOf(draw({ ...viewOf({ idea: old, events }, readers.driver), panel: 'part', part: 'source' }));
  expect(origins).toMatchObject({ value: 'resident,company' });
  expect(choicesOf(origins ?? {}).map(({ title }) => title)).toEqual([
    'Invånare',
    'Brukare eller anhörig',
    'Elev',
    'Besökare',
    'Förening',
    'Företag',
    'Högskola',
    'Kollega',
  ]);
});

test('may be saved with one answer of several: what is there is kept', () => {
  const card = draw(form('exploring', 'concerned'));
  expect(filledIn(card, button(card, 'Spara'), { participation: 'Vi frågar.' })).toEqual({
    participation: 'Vi frågar.',
  });
});

test('keeps what was typed when it was refused, and says why', () => {
  const view = form('planning', 'time', {
    fault: { code: 'endBeforeStart' },
    kept: { start: '2027-02-01', end: '2027-01-01' },
  });
  expect(inputsOf(draw(view)).map(({ value }) => value)).toEqual(['2027-02-01', '2027-01-01']);
  expect(textsOf(draw(view)).join('\n')).toMatch(/Testet kan inte sluta innan det börjar/);
});

test('a choice of one is a choice of one', () => {
  const [recommendation] = inputsOf(draw(form('piloting', 'result'))).filter(({ id }) => id === 'recommendation');
  expect(recommendation).toMatchObject({ isMultiSelect: false, style: 'expanded' });
});

test('is not there for those who may not fill it in, nor for a part of another stage', () => {
  const others = { ...form('exploring', 'worth'), reader: readers.stranger };
  expect(inputsOf(draw(others))).toEqual([]);
  expect(inputsOf(draw(form('planning', 'worth')))).toEqual([]);
});

test('every option has its word in every language', () => {
  for (const field of Object.values<NeedField>(fields)) {
    if (field.kind !== 'one' && field.kind !== 'several') continue;
    for (const option of field.options) {
      for (const language of languageCodes) {
        expect(inLanguage(language)(`option.${option}` as 'option.yes')).not.toBe('');
      }
    }
  }
});

describe('the last part that is missing', () => {
  const allBut = (stage: 'exploring' | 'planning', ...without: PartName[]) =>
    (stage === 'exploring' ? explored() : planned()).filter(
      ([, { data }]) => !without.includes((data as { part: PartName }).part),
    );
  const firstButton = (steps: readonly Step[], part: PartName, ...roles: Role[]) => {
    const reader = { ...readers.driver, roles: new Set<Role>(['reader', 'driver', ...roles]) };
    return buttonsBelow(draw({ ...viewOf(given(...steps), reader), panel: 'part', part }))[0];
  };

  test('of exploring is saved and leads on to the plan', () => {
    const steps = [...standings.exploring, ...allBut('exploring', 'worth')];
    expect(firstButton(steps, 'worth')).toMatchObject({ title: 'Spara och planera', data: { onward: 'plan' } });
  });

  test('of a plan is saved and sends it, but for the cost, which says what else it needs', () => {
    const without = (part: PartName) => [...standings.planning, ...allBut('planning', part)];
    const sent = firstButton(without('sign'), 'sign');
    expect(sent).toMatchObject({ title: 'Spara och skicka planen', data: { onward: 'submitPlan' } });
    expect(firstButton(without('cost'), 'cost')?.title).toBe('Spara');
    // Who decides on ideas here approves no plan of their own.
    expect(firstButton(without('sign'), 'sign', 'decider')?.title).toBe('Spara och starta testet');
  });

  test('leads to the parts before it that were passed by', () => {
    const steps = [...standings.exploring, ...allBut('exploring', 'expectation', 'worth')];
    expect(firstButton(steps, 'worth')).toMatchObject({ title: 'Spara och nästa', data: { onward: 'next' } });
  });

  test('which is changed, not missing, is saved only', () => {
    const steps = [...standings.exploring, ...explored()];
    expect(firstButton(steps, 'worth')?.title).toBe('Spara');
  });
});

test('more money than was granted is asked about in one question, with one button', () => {
  const card = draw(form('piloting', 'used', { fault: { code: 'usedMore' }, kept: { used: '60 000' } }));
  expect(textsOf(card).join('\n')).toContain('Ni använde mer än beviljat.');
  expect(buttonsBelow(card).map(({ title }) => title)).toEqual(['Ja, det stämmer', 'Tillbaka']);
  expect(button(card, 'Ja, det stämmer').data).toMatchObject({ do: 'fill', part: 'used', confirmed: 'true' });
  expect(inputsOf(card).map(({ value }) => value)).toEqual(['60 000']);
});

test('a test that has begun can be entered', () => {
  const [start, end] = inputsOf(draw(form('planning', 'time')));
  expect(start?.min).toMatch(/^2023-/);
  expect(end?.min).toMatch(/^2026-/);
});
