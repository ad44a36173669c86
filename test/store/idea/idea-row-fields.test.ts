import fc from 'fast-check';
import { z } from 'zod';
import {
  adoptionState,
  ideaAnswers,
  ideaColumns,
  listsNamed,
  rowsPutOver,
} from '../../../src/store/idea/idea-kinds.js';
import { fromIdeaRow } from '../../../src/store/idea/idea-reading.js';
import { type IdeaRow, toIdeaRow } from '../../../src/store/idea/idea-rows.js';
import { storedState } from '../../../src/store/idea/state/idea-state.js';
import { anIdea } from '../../../testing/samples/idea/ideas.js';

// C30: whatever stands in a field that is known here and is not as it should be, the row is one that cannot be read, and breaks
// nothing. The fields are those of the schema itself, so that one which comes later is tried too.

const ID = 'K7M4QX';
type Schema = z.core.JSONSchema.BaseSchema & { title?: string };
type Path = readonly string[];

const isSchema = (one: unknown): one is Schema => typeof one === 'object' && one !== null && !Array.isArray(one);

/** Every place of a schema, however deep, with what stands there. */
function placesIn(schema: Schema, path: Path = []): [Path, Schema][] {
  const { properties = {}, additionalProperties: any, items } = schema;
  const deeper = Object.entries({
    ...properties,
    ...(isSchema(any) && Object.keys(any).length > 0 && { ANY: any }),
    ...(isSchema(items) && { 0: items }),
  }).filter((entry): entry is [string, Schema] => isSchema(entry[1]));
  const choices = (schema.anyOf ?? []) as Schema[];
  return [
    ...(path.length > 0 ? [[path, schema] satisfies [Path, Schema]] : []),
    ...deeper.flatMap(([name, one]) => placesIn(one, [...path, name])),
    ...choices.flatMap((one) => placesIn(one, path).slice(1)),
  ];
}

const isText = ({ type, enum: names, title }: Schema): boolean => type === 'string' && !names && !title;
/** Values that cannot stand there. */
function wrongFor(schema: Schema): fc.Arbitrary<unknown> {
  const { type } = schema;
  const is = (one: string) => type === one || schema.anyOf?.some((any) => (any as Schema).type === one);
  return fc.oneof(
    fc.constant(null),
    ...(isText(schema) ? [] : [fc.constantFrom('soon', '', '2026-02-30')]),
    ...(is('number') ? [] : [fc.integer()]),
    ...(is('boolean') ? [] : [fc.boolean()]),
    ...(is('object') ? [] : [fc.constant({}), fc.constant({ a: 1 })]),
    ...(is('array') ? [] : [fc.constant([]), fc.constant(['a'])]),
    ...(is('array') || is('object') ? [fc.constant([7])] : []),
  );
}

/** A value with another in some place of it; what has to stand around that is made. */
function withIn(value: unknown, [name, ...rest]: Path, put: unknown): unknown {
  if (name === undefined) return put;
  if (name === '0') return [withIn(Array.isArray(value) ? value[0] : undefined, rest, put)];
  const around = typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  return { ...around, [name]: withIn(around[name], rest, put) };
}

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' }) as Schema;
const row = toIdeaRow(anIdea({ id: ID }), {});
const read = (columns: object) => fromIdeaRow({ ...row, ...columns } as IdeaRow, ID);

it('holds what an idea is', () => {
  expect(read({})).toMatchObject({ ok: true, value: { idea: anIdea({ id: ID }), lists: {} } });
});

const places = placesIn(schemaOf(storedState));
it('is tried in every field, and in those within them', () => {
  expect(places.map(([path]) => path.join('.'))).toEqual(
    expect.arrayContaining([
      'answerBy',
      'askedColleagues.0.until',
      'money.funder',
      'adoptions.ANY.checkOn',
      'talk.with.0',
    ]),
  );
});

it.each(places.map(([path, schema]) => [path.join('.'), path, schema] as const))(
  'cannot be read where its %s is not as it should be',
  (_name, path, schema) => {
    fc.assert(
      fc.property(wrongFor(schema), (wrong) => {
        const found = read({ state: JSON.stringify(withIn(JSON.parse(row.state), path, wrong)) });
        // Goals that are none cost the goals only.
        if (path[0] === 'goals') expect(found).toMatchObject({ ok: true, value: { idea: { goals: undefined } } });
        else expect(found).toMatchObject({ ok: false, unread: { kind: 'idea', id: ID, newer: false } });
      }),
      { numRuns: 30 },
    );
  },
);

describe.each(Object.entries({ answers: ideaAnswers, lists: listsNamed, over: rowsPutOver, state: storedState }))(
  'cannot be read where its %s',
  (column, schema) => {
    it.each(['', '{', 'soon', '7', '"{}"', 'null', '[1]'])('is %j', (text) => {
      expect(read({ [column]: text })).toMatchObject({ ok: false, unread: { kind: 'idea', id: ID } });
    });
    it('holds something else', () => {
      for (const [path, of] of placesIn(schemaOf(schema)).filter(([{ length }]) => length === 1)) {
        if (path[0] === 'goals') continue;
        const text = JSON.stringify(
          withIn(JSON.parse(column === 'state' ? row.state : '{}'), path, isText(of) ? 7 : 'soon'),
        );
        expect(read({ [column]: text })).toMatchObject({ ok: false });
      }
    });
  },
);

it.each(Object.keys(ideaColumns))('cannot be read where the column %s is none that this is', (column) => {
  for (const wrong of [7, true, new Date(0), new Uint8Array(2)]) expect(read({ [column]: wrong }).ok).toBe(false);
});

it('is not whole where an adoption’s own row is not as it should be', () => {
  for (const [path, schema] of placesIn(schemaOf(adoptionState))) {
    fc.assert(
      fc.property(wrongFor(schema), (wrong) => {
        expect(adoptionState.safeParse(withIn({ status: 'using' }, path, wrong)).success).toBe(false);
      }),
      { numRuns: 30 },
    );
  }
});
