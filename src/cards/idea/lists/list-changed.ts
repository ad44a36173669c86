import type { Drawn, Kit } from '../../kit.js';
import { note } from '../../note.js';
import { button } from '../../verbs.js';

/** What stands where a list stood that showed words which are out of sight now. */
export const listChanged = (kit: Kit): Drawn =>
  note(kit, {
    heading: kit.say('listChanged.heading'),
    lines: [kit.say('listChanged.what')],
    buttons: [
      button(kit.say('button.queue'), 'queue', {}, { inputs: 'none' }),
      button(kit.say('button.mine'), 'mine', {}, { inputs: 'none' }),
    ],
  });
