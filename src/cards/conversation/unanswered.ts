import { buttonRows } from '../button-rows.js';
import type { Drawn, Kit } from '../kit.js';
import { button } from '../verbs.js';
import { type Asker, otherwise } from './question-answer.js';
import { quoted } from './quote.js';

/** A question that the bot has no answer to: who has, and that it may be an idea. It is never sent as one by the first button. */
export function unanswered(kit: Kit, asked: Pick<Asker, 'text' | 'awaited'>): Drawn {
  const { say } = kit;
  const card = kit.draw('unanswered', {
    heading: say('ask.unanswered'),
    lines: quoted(asked.text),
    hint: say('ask.unanswered.what'),
    buttonRows: buttonRows([
      button(say('button.leader'), 'leader', {}, { style: 'positive', inputs: 'none' }),
      ...otherwise(kit, asked),
    ]),
  });
  return { card, summary: say('ask.unanswered') };
}
