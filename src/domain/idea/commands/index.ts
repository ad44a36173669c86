import * as beforeTest from './before-test/index.js';
import * as clock from './clock/index.js';
import * as comments from './comments/index.js';
import * as ending from './ending/index.js';
import * as inUse from './in-use/index.js';
import * as merging from './merging/index.js';
import * as needing from './needing/index.js';
import * as opinions from './opinions/index.js';
import * as own from './own/index.js';
import * as people from './people/index.js';
import * as planning from './planning/index.js';
import * as reading from './reading/index.js';
import * as scaling from './scaling/index.js';
import * as takingOn from './taking-on/index.js';
import * as takingOver from './taking-over/index.js';
import * as talking from './talking/index.js';
import * as testing from './testing/index.js';
import * as together from './together/index.js';
import * as waking from './waking/index.js';

/**
 * Every subject's commands on an idea, with what each leads to. A command is one module and one line in its subject's index;
 * its event's half stays there when the command goes. Those of rooms after the idea's stand beside these in the floor's
 * register (domain/idea-commands.ts).
 */
export const ideaCommands = {
  ...own,
  ...talking,
  ...needing,
  ...comments,
  ...reading,
  ...takingOn,
  ...opinions,
  ...planning,
  ...beforeTest,
  ...takingOver,
  ...testing,
  ...scaling,
  ...inUse,
  ...ending,
  ...together,
  ...merging,
  ...waking,
  ...clock,
  ...people,
};
