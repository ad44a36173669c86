import type { Command } from '../../../domain/idea/commands.js';
import { decide, theClock } from '../../../domain/idea/decide.js';
import type { IdeaEvent } from '../../../domain/idea/events.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { answering, decideAndSave, type Verdict } from '../../decide-and-save.js';
import { type Deps, settingOf } from '../../deps.js';

export type ByClock =
  /** It happened now. */
  | { kind: 'saved'; idea: Idea }
  /** It has happened before, or the domain refuses it: nothing is to be done (any more). */
  | { kind: 'nothing'; idea: Idea | undefined };

/**
 * Gives an idea a command that is nobody's own act: what time brings, and what is left to do for somebody. The operation is
 * named after the idea's version, `{name}.{id}.{seq}` and perhaps more, so that there is one effect, however many instances
 * do it at once. `commandFor` gives undefined where there is nothing to ask of the idea.
 */
export function actAsClock(
  deps: Deps,
  id: string,
  { name, rest }: { name: string; rest?: string },
  commandFor: (idea: Idea) => Promise<Command | undefined> | Command | undefined,
): Promise<ByClock> {
  return decideAndSave(deps, deps.ideas, id, {
    async judge(before): Promise<Verdict<Idea, IdeaEvent, ByClock>> {
      const idea = before?.idea;
      const command = idea && (await commandFor(idea));
      const decision = command && decide(command, idea, theClock, settingOf(deps));
      if (!idea || !decision?.ok) return answering({ kind: 'nothing', idea });
      return {
        kind: 'change',
        idempotencyKey: [name, id, versionOf(decision.value, idea), ...(rest ? [rest] : [])].join('.'),
        events: [decision.value],
        answers: (after) => ({ kind: 'saved', idea: after }),
      };
    },
    again: async (): Promise<ByClock> => ({ kind: 'nothing', idea: (await deps.ideas.load(id))?.idea }),
  });
}

/** The number of the event on which it follows: the idea's newest, or its adoption's. */
const versionOf = ({ seq, adoption }: IdeaEvent, idea: Idea): string =>
  adoption === undefined ? String(idea.seq) : `${idea.seq}.${seq - 1}`;
