import type { MyTurn } from '../app/my-turn.js';
import { buttonRows } from './button-rows.js';
import { choiceField, wordField } from './fields.js';
import { type Drawn, type Kit, shows } from './kit.js';
import { mayBeSeveral } from './my-turn.js';
import { placeChoices } from './places.js';
import { readingOf, titleFor } from './reading.js';
import { unmarked } from './unmarked.js';
import { button } from './verbs.js';

/** What the leader had chosen and written when the press was refused: it is drawn again, with the reason for the refusal. */
export interface SeveralDraft {
  ideas?: string | undefined;
  reason?: string | undefined;
  department?: string | undefined;
  refusal: string;
}

const decider = { ref: '', roles: new Set(['decider'] as const) };

/** Several ideas of one page of the queue, to be closed or passed on with one reason that every submitter reads. */
export function several(kit: Kit, { ideas, filter, page, beside }: MyTurn, draft?: SeveralDraft): Drawn {
  const { say } = kit;
  const choices = ideas
    .filter((idea) => mayBeSeveral(idea) && !beside?.has(idea.id))
    // Whoever decides on an idea is not one of those who had it.
    .map((idea) => ({
      title: unmarked(titleFor(readingOf(kit, idea, decider, new Map()))),
      value: `${idea.id}.${idea.turn}`,
    }));
  const op = kit.mintOp();
  const can = choices.length > 0;
  const card = kit.draw('several', {
    heading: say('queue.several.heading'),
    what: say(can ? 'queue.several.what' : 'queue.several.none'),
    refusal: draft?.refusal ? [{ text: draft.refusal }] : [],
    choice: can
      ? [
          {
            label: say('queue.several.ideas'),
            missing: say('queue.several.noneChosen'),
            choices,
            value: draft?.ideas ?? '',
          },
        ]
      : [],
    fields: can
      ? [
          {
            ...wordField(say, 'reason', { label: 'queue.several.reason', value: draft?.reason }),
            placeholder: say('queue.several.reasonPlaceholder'),
            required: true,
            missing: say('queue.several.reasonMissing'),
          },
          departmentField(kit, draft?.department),
        ]
      : [],
    buttonRows: buttonRows([
      ...(can
        ? [
            button(say('button.passOn'), 'several', { do: 'passOn', op }, { style: 'positive' }),
            button(say('button.close'), 'several', { do: 'close', op }, { style: 'destructive' }),
          ]
        : []),
      button(say('button.back'), 'queue', { filter, page }, { inputs: 'none' }),
    ]),
  });
  return { card, summary: say('queue.several.what'), ...shows('titles', ideas) };
}

/** Ideas are passed on to departments, never to one of their units. */
const departmentField = (kit: Kit, value: string | undefined) =>
  choiceField(
    {
      id: 'department',
      label: kit.say('queue.several.department'),
      choices: placeChoices(kit).filter((choice) => kit.directory.department(choice.value) !== undefined),
      value,
      placeholder: kit.say('department.placeholder'),
    },
    { search: true },
  );
