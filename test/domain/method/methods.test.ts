import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lix } from '../../../dev/audits/accessibility/lix';
import { methodsJsonSchema } from '../../../dev/generators/methods-schema';
import { loadMethods } from '../../../src/config/methods-file';
import { partNames } from '../../../src/domain/idea/fields';
import { stageNames } from '../../../src/domain/idea/stages';
import { languageCodes } from '../../../src/domain/languages';
import { methodFills, methodSchema, methodStages, mostSteps } from '../../../src/domain/method/method-schema';
import { byStage, methodsFor, methodsOf, stepsOn } from '../../../src/domain/method/methods';
import { parseOrganisation } from '../../../src/domain/organisation/organisation-file';
import { asFile } from '../../../src/domain/organisation/overlay/as-file';
import { createSettings } from '../../../src/domain/organisation/settings';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';

const shipped = loadMethods();

describe('the methods that the product comes with', () => {
  it('are twelve, in six steps each, and each fills something', () => {
    expect(shipped).toHaveLength(12);
    for (const { text } of shipped) for (const one of Object.values(text)) expect(one.steps).toHaveLength(mostSteps);
    expect(new Set(shipped.map(({ id }) => id)).size).toBe(12);
  });

  it.each(languageCodes)('are easy to read in %s: LIX 30 at most', (language) => {
    for (const { id, text } of shipped) {
      const { when, who, time, gives, steps, done } = text[language];
      expect({ id, lix: lix([when, who, time, gives, ...steps, done].join(' ')) <= 30 }).toEqual({ id, lix: true });
    }
  });

  it('name stages and parts that ideas have', () => {
    expect(methodStages.filter((stage) => !stageNames.some((one) => one === stage))).toEqual([]);
    expect(methodFills.filter((what) => !partNames.some((one) => one === what))).toEqual(['core', 'lesson']);
  });

  it('have a schema that editors read, as the product reads it', () => {
    const file = join(__dirname, '..', '..', '..', 'config', 'methods.schema.json');
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(JSON.stringify(methodsJsonSchema())));
  });
});

describe('the methods of a municipality', () => {
  const text = { ...shipped[0]?.text.sv, name: 'Vårt eget sätt' };
  const own = methodSchema.parse({ id: 'five-talks', stages: ['exploring'], fills: 'concerned', sv: text, en: text });
  const added = { ...own, id: 'our-own' };

  it('are those of the product where it has changed nothing', () => {
    expect(methodsOf(shipped, { hidden: [], own: [] })).toEqual(shipped);
  });

  it('are without those that it hides, with its own in their places and its new ones last', () => {
    const all = methodsOf(shipped, { hidden: ['end-well', 'nobody-knows'], own: [added, own] });
    expect(all.map(({ id }) => id)).toEqual([
      ...shipped.map(({ id }) => id).filter((id) => id !== 'end-well'),
      'our-own',
    ]);
    expect(all.find(({ id }) => id === 'five-talks')?.text.sv.name).toBe('Vårt eget sätt');
  });

  it('are the same when its organisation file is written out and read again', () => {
    const parsed = parseOrganisation({
      ...asFile(exampleOrganisation()),
      methods: { hidden: ['end-well'], own: [own] },
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
    expect(parseOrganisation(JSON.parse(JSON.stringify(asFile(parsed.organisation))))).toEqual(parsed);
    expect(createSettings(parsed.organisation, undefined, shipped).methods).toHaveLength(11);
  });

  it('are refused where two of its own have one id', () => {
    const parsed = parseOrganisation({ ...asFile(exampleOrganisation()), methods: { own: [added, added] } });
    expect(parsed.ok ? [] : parsed.faults.map(({ message }) => message)).toEqual([
      'Two methods have the same id: change one.',
    ]);
  });

  it('fit a part at its stage, and what is learned belongs to the result', () => {
    const fitting = (part: string, stage: string) => methodsFor(shipped, part, stage).map(({ id }) => id);
    expect(fitting('goal', 'planning')).toEqual(['count-before']);
    expect(fitting('goal', 'exploring')).toEqual([]);
    expect(fitting('result', 'piloting')).toEqual(['learning-talk', 'end-well']);
  });

  it('stand once each, by the stage at which they usually help', () => {
    const listed = byStage(shipped);
    expect(listed.map(({ stage }) => stage)).toEqual(['exploring', 'planning', 'piloting', 'scaling']);
    expect(listed.flatMap(({ methods }) => methods)).toHaveLength(12);
  });
});

it('shows the first half of the steps, then the rest, numbered on', () => {
  expect(stepsOn(['1', '2', '3', '4', '5'], 0).steps).toEqual([]);
  expect(stepsOn(['1', '2', '3', '4', '5'], 1)).toEqual({ from: 1, steps: ['1', '2', '3'] });
  expect(stepsOn(['1', '2', '3', '4', '5'], 2)).toEqual({ from: 4, steps: ['4', '5'] });
});
