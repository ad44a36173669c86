import type { Refusal } from '../domain/idea/decide.js';
import type { Idea } from '../domain/idea/idea.js';
import type { Person } from '../domain/person/person.js';
import { accept, type Result, refuse } from '../domain/result.js';
import type { Day } from '../domain/time.js';
import type { AsRead } from '../store/commit.js';
import { type ChallengeLookUps, challengeLookUps } from './challenge/answered.js';
import { type Deps, todayIn } from './deps.js';
import { type IdeaLookUps, ideaLookUps } from './idea/people/look-ups.js';
import type { Find } from './look-up.js';
import { type ObstacleLookUps, obstacleLookUps } from './obstacle/look-ups.js';

/**
 * What a command on an idea may have to know that neither its press nor the idea says. A command says by name what it asks;
 * each is found here and nowhere else, and one that finds nothing refuses the command. All that can be is begun beside the
 * reading of the idea; nothing is written before the person's right has been judged. A room after the idea's adds its own rows.
 */
export type LookUps = IdeaLookUps & ChallengeLookUps & ObstacleLookUps;

const finds: { readonly [L in keyof LookUps]: Find<LookUps[L]> } = {
  ...ideaLookUps,
  ...challengeLookUps,
  ...obstacleLookUps,
};

export type LookUpsAsked = { readonly [L in keyof LookUps]?: LookUps[L]['asks'] | undefined };
/** What was asked, once it is known, with the idea as it stands and the day. */
export type LookUpsFound<A extends LookUpsAsked = LookUpsAsked> = { readonly idea: Idea; readonly today: Day } & {
  readonly [L in keyof A]: L extends keyof LookUps ? LookUps[L]['knows'] : never;
};

/** All that was asked, and the other records on which that rests. */
type AllFound = Result<LookUpsFound, Refusal> & { unchanged?: readonly AsRead[] };

/** Begins all that is asked; finished once the idea is there, or with the first thing that cannot be found. */
export function lookUpAsked(deps: Deps, person: Person, asks: LookUpsAsked): (idea: Idea) => Promise<AllFound> {
  const begin = <L extends keyof LookUps>(name: L) => {
    const asked: LookUps[L]['asks'] | undefined = asks[name];
    return asked === undefined ? undefined : ([name, finds[name](deps, person, asked)] as const);
  };
  const begun = (Object.keys(finds) as (keyof LookUps)[]).flatMap((name) => {
    const one = begin(name);
    return one ? [one] : [];
  });
  return async (idea) => {
    const found: Record<string, unknown> = { idea, today: todayIn(deps) };
    const unchanged: AsRead[] = [];
    for (const [name, finish] of begun) {
      const known = await finish(idea);
      if (!known.ok) return refuse(known.refusal);
      found[name] = known.value;
      if (known.unchanged) unchanged.push(known.unchanged);
    }
    return { ...accept(found as LookUpsFound), unchanged };
  };
}
