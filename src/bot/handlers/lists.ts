import { actOnIdea } from '../../app/act-on-idea.js';
import { myIdeas } from '../../app/my-ideas.js';
import { myTurn, PAGE } from '../../app/my-turn.js';
import { myIdeas as myIdeasCard } from '../../cards/my-ideas.js';
import { myTurn as myTurnCard, type SeveralDone } from '../../cards/my-turn.js';
import { refusalText } from '../../cards/refusal-text.js';
import { several as severalCard } from '../../cards/several.js';
import type { VerbData } from '../../cards/verbs.js';
import type { Refusal } from '../../domain/decide.js';
import type { Answer } from '../answer.js';
import { here } from '../answer.js';
import { fitted } from '../fitted.js';
import type { Turn } from '../turn.js';
import { prepare } from './idea-commands.js';

export const mine = async ({ deps, person, kit }: Turn, { page }: VerbData<'mine'>): Promise<Answer> =>
  here(myIdeasCard(kit, await myIdeas(deps, person, page), person.ref));

export const queue = async (turn: Turn, { filter = 'all', page, several }: VerbData<'queue'>): Promise<Answer> => {
  const found = await myTurn(turn.deps, turn.person, filter, page);
  return here(several ? severalCard(turn.kit, found) : myTurnCard(turn.kit, found, turn.person.ref));
};

const IDEA_AT_TURN = /^([0-9A-Z]{6})\.(\d{1,9})$/;

/**
 * One command on several ideas with one reason. Each is judged for itself, on its own turn; what has changed meanwhile is
 * left as it is and counted. A press that is sent again finds each idea's own operation spent, and does nothing twice.
 */
export const several = async (turn: Turn, data: VerbData<'several'>): Promise<Answer> => {
  const { op, do: type, reason, department } = data;
  const chosen = chosenIn(data);
  const missing = missingIn(turn, data, chosen.size);
  if (missing) return severalWith(turn, data, missing);
  const tally: SeveralDone = { do: type, done: 0, refused: 0 };
  for (const [id, at] of chosen) {
    // An operation of its own for each idea, the same one every time that this press arrives.
    const own = `${op}${id}`;
    const act = { idea: id, turn: at, op: own, do: type, reason, department };
    const outcome = await actOnIdea(turn.deps, turn.person, {
      id,
      op: own,
      type,
      turn: at,
      prepare: prepare(turn, act),
    });
    if (outcome.ok) tally.done += 1;
    else tally.refused += 1;
  }
  turn.changed();
  return here(myTurnCard(turn.kit, await myTurn(turn.deps, turn.person, 'all', 0), turn.person.ref, tally));
};

/** What was chosen and written, again, with why nothing came of it. */
async function severalWith(turn: Turn, data: VerbData<'several'>, refusal: string): Promise<Answer> {
  const found = await myTurn(turn.deps, turn.person, 'all', 0);
  const { ideas, reason, department } = data;
  return here(fitted({ ideas, reason, department }, (kept) => severalCard(turn.kit, found, { ...kept, refusal })));
}

export const severalAgain = (turn: Turn, data: VerbData<'several'>, fault?: Refusal): Promise<Answer> =>
  severalWith(turn, data, fault ? refusalText(turn.kit.say, fault) : '');

/** The chosen ideas with their turns: each once, and no more than the card can show. */
function chosenIn({ ideas = '' }: VerbData<'several'>): ReadonlyMap<string, number> {
  const named = ideas.split(',').flatMap((value): [string, number][] => {
    const [, id, at] = IDEA_AT_TURN.exec(value.trim()) ?? [];
    return id ? [[id, Number(at)]] : [];
  });
  return new Map([...new Map(named)].slice(0, PAGE));
}

function missingIn({ kit, deps }: Turn, data: VerbData<'several'>, chosen: number): string | undefined {
  if (chosen === 0) return kit.say('queue.several.noneChosen');
  const refusal: Refusal | undefined =
    data.do === 'close' && !data.reason?.trim()
      ? { code: 'wordsMissing', field: 'reason' }
      : data.do === 'passOn' && !deps.directory.department(data.department ?? '')
        ? { code: 'unknownDepartment' }
        : undefined;
  return refusal && refusalText(kit.say, refusal);
}
