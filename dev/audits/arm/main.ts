/**
 * `npm run check:arm`: infra/azuredeploy.json against the schemas that Microsoft publishes, which are fetched; `-- --from FOLDER` reads them there,
 * in a working copy of Azure/azure-resource-manager-schemas. Exit code 1, and a line for each fault.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { AnySchemaObject } from 'ajv';
import type { ArmTemplate } from '../../generators/arm/compile.js';
import { armFaults, type ReadSchema, SCHEMAS_AT } from './faults.js';

const TEMPLATE = join(__dirname, '..', '..', '..', 'infra', 'azuredeploy.json');

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { from: { type: 'string' } } });
  const { from } = values;
  const known = new Map<string, Promise<AnySchemaObject | undefined>>();
  const read: ReadSchema = (path) => {
    const found = known.get(path) ?? (from === undefined ? fetched(path) : onDisk(join(from, 'schemas', path)));
    known.set(path, found);
    return found;
  };
  const template: ArmTemplate = JSON.parse(await readFile(TEMPLATE, 'utf8'));
  const faults = await armFaults(template, read);
  for (const fault of faults) console.error(fault);
  if (faults.length === 0) console.log(`${template.resources.length} resources are as Microsoft's schemas say.`);
  return faults.length === 0 ? 0 : 1;
}

async function fetched(path: string): Promise<AnySchemaObject | undefined> {
  const response = await fetch(`${SCHEMAS_AT}${path}`, { signal: AbortSignal.timeout(60_000) });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${SCHEMAS_AT}${path} answers ${response.status}`);
  return (await response.json()) as AnySchemaObject;
}

async function onDisk(file: string): Promise<AnySchemaObject | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

main().then((exitCode) => {
  process.exitCode = exitCode;
});
