import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { recordJsonSchema } from '../../../dev/generators/record-schema.js';
import { recordCopies } from '../../../src/app/archive/record-of-idea.js';
import { labelOf } from '../../../src/cards/archive/record-content.js';
import { recordHtml } from '../../../src/cards/archive/record-html.js';
import { recordFile, recordJson } from '../../../src/cards/archive/record-json.js';
import { decide } from '../../../src/domain/idea/decide.js';
import type { EventType } from '../../../src/domain/idea/events.js';
import { type FieldName, fields } from '../../../src/domain/idea/fields.js';
import { limits, type WordKey } from '../../../src/domain/idea/words.js';
import { languageCodes } from '../../../src/domain/languages.js';
import { recordAfter } from '../../../testing/samples/archive/records.js';
import { contextFor } from '../../../testing/samples/card-context.js';
import { stories } from '../../../testing/samples/idea/events.js';
import * as story from '../../../testing/samples/idea/story.js';
import { allNamed } from '../../../testing/samples/person/people.js';
import { allHostile } from '../../../testing/samples/text/hostile-texts.js';

const written: object = JSON.parse(readFileSync(join(__dirname, '../../../docs/record.schema.json'), 'utf8'));
const validate = new Ajv({ allErrors: true, formats: { date: true, 'date-time': true } }).compile(written);
const context = contextFor();
const types = Object.keys(stories) as EventType[];

test('docs/record.schema.json says what a record holds (write it anew with npm run write:record-schema)', () => {
  expect(written).toEqual(JSON.parse(JSON.stringify(recordJsonSchema())));
});

describe.each(languageCodes)('in %s', (language) => {
  const inLanguage = contextFor(language);

  test.each(recordCopies)('whatever has happened, a %s copy has it as page and as file, without a hole', (copy) => {
    for (const type of types) {
      const record = recordAfter(copy, stories[type]);
      const file = JSON.parse(recordJson(inLanguage, record)) as ReturnType<typeof recordFile>;
      validate(file);
      expect([type, validate.errors]).toEqual([type, null]);
      const page = recordHtml(inLanguage, record);
      expect(page).not.toMatch(/undefined|\bnull\b|\[object/);
      for (const { what } of file.events) expect(page).toContain(what.replaceAll('&', '&amp;').slice(0, 20));
    }
  });

  test('everything that people write has a name', () => {
    const names = [...Object.keys(limits), ...Object.keys(fields)] as (WordKey | FieldName)[];
    expect(
      names.filter((name) => /^$|\{/.test(labelOf(inLanguage, name)) || labelOf(inLanguage, name) === name),
    ).toEqual([]);
  });
});

describe('a whole copy', () => {
  test('tells of money who decided on it, on what, and under which number', () => {
    const { idea, events, people } = recordFile(context, recordAfter('whole', story.standings.funded));
    expect(idea.money).toMatchObject({
      asked: { amount: 80_000 },
      granted: { amount: 50_000 },
      diaryNumber: 'VOO 2026-0412',
    });
    const decision = events.find(({ type }) => type === 'granted');
    const by = people.find(({ key }) => key === decision?.by.person);
    expect(decision).toMatchObject({ decision: true, data: { delegation: 'Delegationsordning VOO 2026, punkt 4.2' } });
    expect(by?.name).toBe('Förvaltningschef Vård');
  });

  test('has all that happened in the order in which it did, with the year of each day', () => {
    const record = recordAfter('whole', story.standings.scaling);
    const { events } = recordFile(context, record);
    expect(events.map(({ number }) => number)).toEqual(events.map((_, at) => at + 1));
    expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted());
    expect(recordHtml(context, record)).toMatch(/1 december 2026/);
  });

  test('has what is hidden, who reported it, and names that are kept', () => {
    const steps = [
      [story.submitter, story.submit({ confidential: true })],
      [story.stranger, story.report('Det står ett namn.')],
      [story.leader, story.hide],
    ] as const;
    const text = recordJson(context, recordAfter('whole', steps));
    expect(text).toContain('Personalen får vänta på bilar varje morgon.');
    expect(text).toContain('Det står ett namn.');
    expect(text).toContain('Medarbetare Hemtjänst');
  });

  test('says what becomes of names at decisions as the municipality has decided', () => {
    const erasedIn = (names: 'keep' | 'remove') => {
      const settings = { ...context.settings, retention: { ...context.settings.retention, deciders: { names } } };
      const { definitions } = recordFile({ ...context, settings }, recordAfter('whole', [story.submitted]));
      return definitions.find(({ term }) => term === context.t('record.term.erased'))?.means;
    };
    expect(erasedIn('keep')).toBe(context.t('record.means.erased'));
    expect(erasedIn('remove')).toBe(context.t('record.means.erased.names'));
  });

  test('leads by no key of its people to anybody outside it', () => {
    for (const type of types) {
      const text = recordJson(context, recordAfter('whole', stories[type]));
      expect([type, text.match(/"p[A-Z]{3,}[A-Z]*"/g)]).toEqual([type, null]);
    }
  });
});

describe.each(recordCopies)('a %s copy', (copy) => {
  test('says of nobody that they wrote "Samma problem", nor who had another idea that was proposed to come in', () => {
    for (const [type, secret] of [
      ['needHidden', 'by'],
      ['mergeProposed', 'barred'],
    ] as const) {
      const { events } = recordFile(context, recordAfter(copy, stories[type]));
      expect(events.at(-1)?.type).toBe(type);
      expect(events.at(-1)?.data).not.toHaveProperty(secret);
    }
  });

  test('lists those people alone who did something in it, or to whom it happened', () => {
    for (const type of types) {
      const { people, events } = recordFile(context, recordAfter(copy, stories[type]));
      const told = events.map(({ by, data }) => JSON.stringify([by.person, data])).join();
      expect([type, people.filter(({ key }) => !told.includes(`"${key}"`))]).toEqual([type, []]);
    }
  });
});

describe('a masked copy', () => {
  const both = (steps: readonly story.Step[]): string => {
    const record = recordAfter('masked', steps);
    return recordJson(context, record) + recordHtml(context, record);
  };

  test('has no hidden words, and not who read or reported them', () => {
    const text = both([
      story.submitted,
      [story.leader, story.ask('Vem väntar?')],
      [story.stranger, story.report('Det står ett namn.')],
      [story.leader, story.hide],
      [story.leader, story.readHidden],
    ]);
    for (const words of ['Delade cyklar', 'Personalen får vänta', 'Vem väntar?', 'Det står ett namn.'])
      expect(text).not.toContain(words);
    expect(text).not.toContain('"hiddenRead"');
    expect(text).not.toContain('"reported"');
  });

  test('has no name that is kept, nor the unit that would tell it', () => {
    const record = recordAfter('masked', [
      [story.submitter, story.submit({ confidential: true, unit: 'HTS' }, { workplace: 'Hemtjänst Söder' })],
      [story.submitter, story.comment('Vi är sex personer.')],
    ]);
    const text = recordJson(context, record) + recordHtml(context, record);
    for (const secret of ['Medarbetare Hemtjänst', 'HTS', 'Hemtjänst Söder']) expect(text).not.toContain(secret);
    expect(text).toContain('Vi är sex personer.');
  });

  test('has nothing of what a text said before somebody changed it', () => {
    const text = both([
      [story.submitter, story.submit({}, { problem: 'Kollegan på plan tre kommer sent.' })],
      [story.submitter, story.edit({ problem: 'Besöken börjar sent.' })],
    ]);
    expect(text).toContain('Besöken börjar sent.');
    expect(text).not.toContain('plan tre');
  });

  test('has no picture of what is hidden', () => {
    const steps: story.Step[] = [story.submitted, [story.submitter, story.addPicture()]];
    expect(both(steps)).toContain('data:image/gif;base64,');
    expect(both([...steps, [story.leader, story.hide]])).not.toContain('base64,');
  });
});

describe('what stands beside the record', () => {
  const said = [
    { said: 'thank', when: '2026-11-20T10:00:00.000Z', text: 'Tack från hemtjänsten.' },
    { said: 'need', when: '2026-11-20T11:00:00.000Z', text: 'Likadant på skolan.', hidden: true },
    { said: 'nomination', when: '2026-11-20', text: 'De vågade prova.', class: 'new' },
  ] as const;

  test('is in a whole copy, a line that was hidden too, and in no masked one', () => {
    const whole = recordAfter('whole', [story.submitted], { said });
    const file = recordFile(context, whole);
    validate(file);
    expect(validate.errors).toBeNull();
    expect(file.said?.map(({ name, text }) => [name, text])).toEqual(said.map((one) => [one.said, one.text]));
    const page = recordHtml(context, whole);
    for (const { text } of said) expect(page).toContain(text);
    expect(page).toContain(context.t('record.hidden'));
    const masked = recordAfter('masked', [story.submitted], { said });
    const both = recordJson(context, masked) + recordHtml(context, masked);
    for (const { text } of said) expect(both).not.toContain(text);
  });
});

describe('whatever people write', () => {
  test('is text on the page and nothing else, and comes back from the file as it was', () => {
    const clean = recordHtml(context, recordAfter('whole', [story.submitted]));
    const tagsOf = (page: string) => page.match(/<[a-z!/][^>]*>/gi)?.filter((tag) => !/^<\/?(p|br)/.test(tag));
    for (const words of allHostile.filter(
      (text) => decide(story.submit({}, { title: text, problem: text }), undefined, story.submitter, story.setting).ok,
    )) {
      const record = recordAfter('whole', [[story.submitter, story.submit({}, { title: words, problem: words })]]);
      expect(tagsOf(recordHtml(context, record))).toEqual(tagsOf(clean));
      const { idea } = JSON.parse(recordJson(context, record)) as ReturnType<typeof recordFile>;
      expect(idea.title).toBe(record.view.idea.words.title);
    }
  });

  test('is text as a name, too', () => {
    const name = '<script>alert(1)</script>" onload="x';
    const page = recordHtml(context, recordAfter('whole', story.standings.funded, { names: allNamed(name) }));
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toContain('<script');
  });

  test('asks nothing of any other place', () => {
    const page = recordHtml(context, recordAfter('whole', story.standings.scaling));
    expect(page).not.toMatch(/https?:|src="(?!data:)|href=|url\(|@import/);
  });
});
