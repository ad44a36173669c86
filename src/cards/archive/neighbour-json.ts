import { z } from 'zod';
import type { NeighbourRecord } from '../../app/archive/neighbour-record.js';
import { neighbourKinds } from '../../domain/archive/neighbours.js';
import { languageCodes } from '../../domain/languages.js';
import type { CardContext } from '../card-context.js';
import { shortPlaceName } from '../places.js';
import { neighbourContent } from './neighbour-content.js';

/** Where its schema lies beside a record that is archived. */
export const NEIGHBOUR_SCHEMA = 'neighbour.schema.json';

const text = z.string();
const written = z.strictObject({ name: text, label: text, text });
const place = z.strictObject({ code: text, name: text });
const key = z
  .string()
  .regex(/^p[0-9]+$/)
  .meta({ description: 'Somebody in `people`. Means nothing outside this file.' });

/** The shape of the record of a challenge, an obstacle or an activity as programs read it. What a later version adds is optional. */
export const neighbourSchema = z
  .strictObject({
    $schema: text,
    version: z.literal(1),
    copy: z.literal('whole'),
    language: z.enum(languageCodes),
    madeAt: z.iso.datetime(),
    timeZone: text,
    municipality: place,
    record: z.strictObject({
      kind: z.enum(neighbourKinds),
      id: text,
      title: text,
      stage: place,
      department: place.optional().meta({ description: 'Left out where it is the whole municipality’s.' }),
      changedAt: z.iso.datetime(),
      isHidden: z.boolean().meta({ description: 'Its words are shown to those who decide alone.' }),
      facts: z.array(z.strictObject({ label: text, values: z.array(text) })),
      words: z.array(written),
      ideas: z.array(text).optional().meta({ description: 'Ids of ideas that answer a challenge.' }),
    }),
    people: z.array(z.strictObject({ key, name: text.optional() })),
    events: z.array(
      z.strictObject({
        number: z.int().min(1),
        at: z.iso.datetime(),
        day: z.iso.date(),
        type: text.meta({ description: 'What kind of event, in one word that does not change.' }),
        what: text,
        by: z.strictObject({ person: key.optional(), name: text }),
        data: z.record(z.string(), z.json()),
        words: z.array(written),
      }),
    ),
  })
  .meta({
    title: 'The record of a challenge, an obstacle or an activity in Idélotsen',
    description: 'All that happened to it, in order, with who did it and what was written.',
  });

/** The whole record for programs, as it is kept: the same content as the page, with codes and times as they are stored. */
export function neighbourJson(context: CardContext, found: NeighbourRecord): string {
  const content = neighbourContent(context, found);
  const { record, kind, names, ideas } = found;
  const { municipality } = context.settings;
  const keys = new Map(
    [...new Set(found.events.flatMap(({ by, data }) => refsIn([by, data], names)))].map((ref, at) => [
      ref,
      `p${at + 1}`,
    ]),
  );
  const file: z.infer<typeof neighbourSchema> = {
    ...{ $schema: NEIGHBOUR_SCHEMA, version: 1, copy: 'whole', language: context.language },
    ...{ madeAt: found.at, timeZone: context.timeZone },
    municipality: { code: municipality.code, name: municipality.name },
    record: {
      ...{ kind, id: record.id, title: content.title, changedAt: record.changedAt },
      stage: { code: record.stage, name: content.stage },
      ...(record.department !== undefined && {
        department: { code: record.department, name: shortPlaceName(context, { department: record.department }) },
      }),
      isHidden: record.hidden === true,
      ...{ facts: content.facts, words: content.words },
      ...(ideas.length > 0 && { ideas: [...ideas] }),
    },
    people: [...keys].map(([ref, own]) => {
      const named = names.get(ref);
      // Of somebody who has left, what they decided alone tells the name: there it stands.
      return { key: own, ...(named && !named.left && { name: named.name }) };
    }),
    events: content.lines.map(({ event, what, who, words }, at) => {
      const person = keys.get(event.by);
      return {
        ...{ number: at + 1, at: event.at, day: event.day, type: event.type, what },
        by: { ...(person && { person }), name: who },
        data: Object.fromEntries(Object.entries(event.data).map(([field, value]) => [field, keyed(value, keys)])),
        words,
      };
    }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** References of people, wherever they stand: those whose names were looked for, and whoever did it. */
function refsIn(value: unknown, names: NeighbourRecord['names']): string[] {
  if (typeof value === 'string') return /^p[0-9A-Z]{16}$/.test(value) || names.has(value) ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap((one) => refsIn(one, names)) : [];
}

function keyed(value: unknown, keys: ReadonlyMap<string, string>): z.infer<ReturnType<typeof z.json>> {
  if (typeof value === 'string') return keys.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => keyed(one, keys));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([field, one]) => [field, keyed(one, keys)]));
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
