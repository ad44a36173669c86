import type { CommandType } from '../commands.js';
import { clock } from './clock.js';
import type { Consequences } from './consequence.js';
import { ending } from './ending.js';
import { following } from './in-use.js';
import { leaving } from './leaving.js';
import { merging } from './merging.js';
import { outside } from './outside.js';
import { own } from './own.js';
import { planning } from './planning.js';
import { reading } from './reading.js';
import { scaling } from './scaling.js';
import { takingOn } from './taking-on.js';
import { talking } from './talking.js';
import { testing } from './testing.js';
import { together } from './together.js';

/** What each command makes happen, once it is known that it may be given. The compiler names a command that has none. */
export const consequences: Consequences<CommandType> = {
  ...own,
  ...talking,
  ...takingOn,
  ...planning,
  ...testing,
  ...scaling,
  ...following,
  ...ending,
  ...reading,
  ...clock,
  ...leaving,
  ...outside,
  ...together,
  ...merging,
};
