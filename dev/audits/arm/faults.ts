import Ajv, { type AnySchemaObject, type ValidateFunction } from 'ajv';
import type { ArmResource, ArmTemplate } from '../../generators/arm/compile.js';

/** Reads one of Microsoft's schemas by what follows the last part of their address: `2021-03-01/Microsoft.BotService.json`; undefined where there is none. */
export type ReadSchema = (path: string) => Promise<AnySchemaObject | undefined>;

export const SCHEMAS_AT = 'https://schema.management.azure.com/schemas/';
/** Where a type is not in the file that is called as its provider is. */
const elsewhere: Record<string, string[]> = {
  'Microsoft.Network': ['Microsoft.Network.NRP', 'Microsoft.Network.privateDns'],
  'Microsoft.Insights': ['Microsoft.Insights.Application'],
};

/** What is wrong with each resource of a template by Microsoft's own schemas, a sentence each. A property that the schema does not have is wrong too. */
export async function armFaults(template: ArmTemplate, read: ReadSchema): Promise<string[]> {
  const faults: string[] = [];
  for (const resource of template.resources) faults.push(...(await faultsOf(resource, read)));
  return faults;
}

async function faultsOf(resource: ArmResource, read: ReadSchema): Promise<string[]> {
  const { type, apiVersion } = resource;
  const [provider = ''] = type.split('/');
  for (const file of [provider, ...(elsewhere[provider] ?? [])]) {
    const schema = await read(`${apiVersion}/${file}.json`);
    const pointer = schema && definitionOf(schema, type);
    if (!schema || pointer === undefined) continue;
    const validate = await validatorOf(schema, pointer, read);
    if (validate(resource)) return [];
    return (validate.errors ?? [])
      .filter(({ keyword }) => keyword !== 'oneOf' && keyword !== 'anyOf')
      .map(({ instancePath, message, params }) => `${type}: ${instancePath} ${message} ${JSON.stringify(params)}`);
  }
  return [`${type}@${apiVersion} is in no schema.`];
}

/** Where a type is described, as a JSON pointer. */
function definitionOf(schema: AnySchemaObject, type: string): string | undefined {
  for (const [group, definitions] of Object.entries(schema)) {
    if (!/resourceDefinitions$/i.test(group)) continue;
    for (const [name, definition] of Object.entries(definitions as Record<string, AnySchemaObject>)) {
      const types: unknown = definition.properties?.type?.enum;
      if (Array.isArray(types) && types.includes(type)) return `${group}/${name}`;
    }
  }
  return undefined;
}

async function validatorOf(schema: AnySchemaObject, pointer: string, read: ReadSchema): Promise<ValidateFunction> {
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false, unicodeRegExp: false });
  const address = String(schema.id).replace(/#$/, '');
  const common = await read('common/definitions.json');
  if (common) ajv.addSchema(ofToday(common), String(common.id).replace(/#$/, ''));
  ajv.addSchema(closed(ofToday(schema)), address);
  return ajv.compile({ $ref: `${address}#/${pointer}` });
}

/** They are of draft 4: what names them, and how a limit is left out, is said otherwise today. */
function ofToday<T>(schema: T): T {
  if (Array.isArray(schema)) return schema.map(ofToday) as T;
  if (typeof schema !== 'object' || schema === null) return schema;
  const kept = Object.entries(schema).filter(
    ([name, value]) => !(name === '$schema' || (name === 'id' && typeof value === 'string') || isOldLimit(name, value)),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, ofToday(value)])) as T;
}

const isOldLimit = (name: string, value: unknown): boolean =>
  /^exclusiveM(in|ax)imum$/.test(name) && typeof value === 'boolean';

/** With nothing in an object that its definition does not have. */
function closed(schema: AnySchemaObject): AnySchemaObject {
  const definitions = Object.entries((schema.definitions ?? {}) as Record<string, AnySchemaObject>).map(
    ([name, definition]) => [
      name,
      definition.properties && !definition.oneOf && !definition.allOf && !('additionalProperties' in definition)
        ? { ...definition, properties: { ...definition.properties, copy: {} }, additionalProperties: false }
        : definition,
    ],
  );
  return { ...schema, definitions: Object.fromEntries(definitions) };
}
