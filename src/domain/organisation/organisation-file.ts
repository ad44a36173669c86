import type { z } from 'zod';
import { languageCodes } from '../languages.js';
import { takenAliases } from './department-terms.js';
import { type Breach, breaches, placelessGroups, thinBreaches, written } from './organisation-rules.js';
import { type Organisation, organisationSchema } from './organisation-schema.js';

/** One thing to put right. `path` is like `departments[3].leaders[0].email`, and empty for the file as a whole. */
export interface OrganisationFault {
  path: string;
  message: string;
}

export type ParsedOrganisation =
  | { ok: true; organisation: Organisation }
  | { ok: false; faults: [OrganisationFault, ...OrganisationFault[]] };

/**
 * The organisation that a file describes, whole or not at all. Takes what JSON.parse gave and never throws; every
 * fault of shape and every broken rule is listed in one pass, in plain English that says what to do. A chain of people
 * that has become too thin is no fault here: who has left must not stop the bot.
 */
export const parseOrganisation = (raw: unknown): ParsedOrganisation => parsedWith(raw, breaches);

/** The same for whoever checks a file before it is used: chains that are too thin are faults as well. */
export const checkOrganisation = (raw: unknown): ParsedOrganisation =>
  parsedWith(raw, (file) => [...breaches(file), ...thinBreaches(file), ...placelessGroups(file)]);

function parsedWith(raw: unknown, rules: (raw: unknown) => Breach[]): ParsedOrganisation {
  const parsed = organisationSchema.safeParse(raw, { error: whatToDo });
  const [first, ...rest] = [
    ...(parsed.error?.issues.flatMap((issue) => faultsOf(issue)) ?? []),
    ...rules(raw).map(({ path, message }) => ({ path: written(path), message })),
  ];
  if (first) return { ok: false, faults: [first, ...rest] };
  if (parsed.success) return { ok: true, organisation: parsed.data };
  throw new Error('An organisation file was refused without a fault.');
}

/** What a file that can be used leaves out, and most municipalities want: a line for an operator of each. */
export function adviceOn(organisation: Organisation): string[] {
  const { departments, officeDelegation, smallTest, sources } = organisation;
  const isDecided = officeDelegation ?? smallTest.delegation ?? departments.find(({ delegation }) => delegation);
  const money =
    'departments[0].delegation: Nobody decides on money in the bot yet, only notes what is decided elsewhere. Write the delegation that managers rest on, and they decide with a button.';
  const places = new Set(
    departments.flatMap(({ code, units }) => [code, ...units.map((unit) => `${code}.${unit.code}`)]),
  );
  const nowhere = Object.entries(sources?.places ?? {}).flatMap(([name, code]) =>
    code === null || places.has(code)
      ? []
      : [
          `sources.places["${name}"]: No department or unit has the code "${code}": correct it, or whoever works there is asked.`,
        ],
  );
  const taken = takenAliases(organisation).map(
    ({ department, alias, word, by }) =>
      `departments[${department}].aliases[${alias}]: "${word}" is what ${by} or a unit of it is called: remove it here, or a source that says it is not understood.`,
  );
  return [...(isDecided ? [] : [money]), ...nowhere, ...taken];
}

/** A fault as one line for an operator. */
export const faultLine = ({ path, message }: OrganisationFault): string => (path ? `${path}: ${message}` : message);

const kinds: Record<string, string> = {
  string: 'a text in quotation marks',
  number: 'a number',
  int: 'a whole number',
  array: 'a list in [ ]',
  object: 'an object in { }',
};

/** What to say of each kind of fault that has no words of its own in the schema. */
export const whatToDo: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type': {
      const needed = neededIn(issue.inst);
      const kind = `${kinds[issue.expected] ?? issue.expected}${needed.length > 0 ? ` with ${needed.join(', ')}` : ''}`;
      return issue.input === undefined ? `This is missing: write ${kind}.` : `Write ${kind} here.`;
    }
    case 'invalid_value':
      return `Write one of ${issue.values.map((value) => JSON.stringify(value)).join(', ')}.`;
    case 'too_small':
      if (issue.origin === 'string') return 'This is empty: write a text.';
      return issue.origin === 'array' ? 'The list is empty: add at least one.' : `Write at least ${issue.minimum}.`;
    case 'too_big':
      if (issue.origin === 'string') return `Shorten this to at most ${issue.maximum} characters.`;
      return issue.origin === 'array'
        ? `The list is too long: it can hold ${issue.maximum}.`
        : `Write at most ${issue.maximum}.`;
    case 'invalid_union':
      return issue.input === undefined
        ? `This is missing: write a text, ${ONE_FOR_EACH}`
        : `Write a text, ${ONE_FOR_EACH}`;
    case 'unrecognized_keys':
      return `Known here: ${knownKeys(issue.schema).join(', ')}.`;
    default:
      return undefined;
  }
};

const ONE_FOR_EACH = `or one for each language as { ${languageCodes.map((code) => `"${code}": "…"`).join(', ')} }.`;

/** What an object cannot do without, by its keys; none of what is no object. */
function neededIn(schema: unknown): string[] {
  const { def } = (schema ?? {}) as { def?: { shape?: Record<string, z.core.$ZodType> } };
  return Object.entries(def?.shape ?? {}).flatMap(([key, { _zod }]) => (_zod.optin === undefined ? [key] : []));
}

const knownKeys = (schema: unknown): string[] => {
  const { def } = schema as { def?: { shape?: Record<string, unknown> } };
  return Object.keys(def?.shape ?? {});
};

/** An issue's faults: one for each unknown key, and inside a text in each language the language that is at fault. */
export function faultsOf(issue: z.core.$ZodIssue, under: PropertyKey[] = []): OrganisationFault[] {
  const path = [...under, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: written([...path, key]),
      message: `There is no such key here: correct or remove it. ${issue.message}`,
    }));
  }
  if (issue.code === 'invalid_union') {
    const inside = issue.errors.find((branch) => !branch.some(isOfAnotherKind));
    if (inside) return inside.flatMap((part) => faultsOf(part, path));
  }
  return [{ path: written(path), message: issue.message }];
}

/** True when the value is not even the kind of thing that was asked for. */
const isOfAnotherKind = (issue: z.core.$ZodIssue): boolean => issue.code === 'invalid_type' && issue.path.length === 0;
