import * as clock from './clock/index.js';
import * as comments from './comments/index.js';
import * as ending from './ending/index.js';
import * as inUse from './in-use/index.js';
import * as merging from './merging/index.js';
import * as own from './own/index.js';
import * as people from './people/index.js';
import * as planning from './planning/index.js';
import * as reading from './reading/index.js';
import * as scaling from './scaling/index.js';
import * as takingOn from './taking-on/index.js';
import * as talking from './talking/index.js';
import * as testing from './testing/index.js';
import * as together from './together/index.js';

/**
 * The register: every subject's commands, with what each leads to. A command is one module and one line in its subject's
 * index; its event's half stays there when the command goes.
 */
const register = {
  ...own,
  ...talking,
  ...comments,
  ...reading,
  ...takingOn,
  ...planning,
  ...testing,
  ...scaling,
  ...inUse,
  ...ending,
  ...together,
  ...merging,
  ...clock,
  ...people,
};

type Register = typeof register;
type Definition = Register[keyof Register];
type OfKind<K extends Definition['kind']> = Extract<Definition, { kind: K }>;
type ByType<D extends { type: string }> = { readonly [T in D['type']]: Extract<D, { type: T }> };

/** Those of a kind by the names that they are stored and pressed by, which need not be those of their constants. */
const ofKind = <K extends Definition['kind']>(kind: K): ByType<OfKind<K>> =>
  Object.fromEntries(Object.values(register).flatMap((one) => (one.kind === kind ? [[one.type, one]] : []))) as ByType<
    OfKind<K>
  >;

export const commandDefinitions = ofKind('command');
export const eventDefinitions = ofKind('event');
