/** `npm run write:export-schema` writes docs/export.schema.json from the tables that are taken out as JSON. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CellKind } from '../../src/cards/export/table.js';
import { tablesOf } from '../../src/cards/export/tables.js';
import { contextFor } from '../../testing/samples/card-context.js';

const root = join(__dirname, '..', '..');

const types: { readonly [K in CellKind | 'text']: object } = {
  text: { type: ['string', 'null'] },
  number: { type: ['number', 'null'] },
  year: { type: ['number', 'null'] },
  day: { type: ['string', 'null'], format: 'date' },
  time: { type: ['string', 'null'], pattern: '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}$' },
};

/** The JSON schema of the lists: one for each file under `$defs`, by the file's name. What stands there only with names is not required. */
export function exportJsonSchema(): object {
  const context = contextFor('en');
  const [withNames, without] = [tablesOf(context, true), tablesOf(context, false)];
  const tables = Object.values(withNames).map(({ table }) => {
    const always = Object.values(without).find((one) => one.table.name === table.name);
    const item = {
      type: 'object',
      properties: Object.fromEntries(
        table.columns.map(({ name, title, kind }) => [name, { title, ...types[kind ?? 'text'] }]),
      ),
      required: always?.table.columns.map(({ name }) => name),
      additionalProperties: false,
    };
    return [table.name, { title: table.title, type: 'array', items: item }] as const;
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'What npm run export writes as JSON: a list in a file for each table',
    type: 'object',
    properties: Object.fromEntries(tables.map(([name]) => [name, { $ref: `#/$defs/${name}` }])),
    additionalProperties: false,
    $defs: Object.fromEntries(tables),
  };
}

if (require.main === module) {
  const file = join(root, 'docs', 'export.schema.json');
  writeFileSync(file, JSON.stringify(exportJsonSchema(), null, 2));
  execFileSync(join(root, 'node_modules', '.bin', 'biome'), ['format', '--write', file], { stdio: 'inherit' });
}
