import type { Door } from '../../domain/organisation/doors.js';
import { buttonRows } from '../button-rows.js';
import type { Drawn, Kit } from '../kit.js';
import { doorWords, linkTo } from '../language/door-words.js';
import { type Asker, otherwise } from './question-answer.js';

/**
 * What somebody has written belongs to a channel of the municipality's own, which comes first and is one press away; where there
 * is none, whom to tell. That the bot takes in no report is said in any case. It may be an idea all the same.
 */
export function doorCard(kit: Kit, door: Door, asked: Pick<Asker, 'text' | 'awaited'>): Drawn {
  const { say } = kit;
  const truth = doorWords(kit, door);
  const card = kit.draw('door', {
    heading: say(`door.${door.matter ?? 'own'}`),
    truth,
    kept: say('door.kept'),
    links: linkTo(kit, door),
    buttonRows: buttonRows(otherwise(kit, asked)),
  });
  return { card, summary: truth };
}
