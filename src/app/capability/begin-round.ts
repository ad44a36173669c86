import { mayBegin, type Round, roundFrom } from '../../domain/capability/round.js';
import type { Person } from '../../domain/person/person.js';
import { postsHeld } from '../../domain/person/posts.js';
import { type Deps, todayIn } from '../deps.js';

const SALT_BYTES = 32;

/** `notYours`: the office begins it; `notMeasured`: measuring is not negotiated; `noKey`: what waits could not be opened after a restart; `notNow`: one is going on, or the last is too near. */
export type RoundBegun = { code: 'begun'; round: Round } | { code: 'notYours' | 'notMeasured' | 'noKey' | 'notNow' };

/** Whether somebody can begin a round now, of these. Asks no storage. */
export function beginsNow(
  deps: Pick<Deps, 'directory' | 'settings' | 'now' | 'answerSeal'>,
  person: Person,
  rounds: readonly Pick<Round, 'year' | 'from' | 'closed'>[],
): Exclude<RoundBegun['code'], 'begun'> | 'may' {
  if (!postsHeld(person, deps.directory()).office) return 'notYours';
  if (!deps.settings().measuring || deps.settings().survey.statements.length === 0) return 'notMeasured';
  if (!mayBegin(rounds[0], todayIn(deps), deps.directory().departments.length)) return 'notNow';
  return deps.answerSeal.lasts ? 'may' : 'noKey';
}

/** "Fråga alla": begins the year's round, once, whoever of the office presses and however often. Two round trips. */
export async function beginRound(deps: Deps, person: Person): Promise<RoundBegun> {
  const rounds = await deps.capability.rounds();
  const code = beginsNow(deps, person, rounds);
  if (code !== 'may') return { code };
  const round = roundFrom(todayIn(deps), {
    ...{ calendar: deps.settings().calendar, departments: deps.directory().departments },
    salt: Buffer.from(deps.random(SALT_BYTES)).toString('base64url'),
  });
  const isNew = await deps.capability.begin(round);
  if (isNew) deps.kick({ steps: true });
  return isNew ? { code: 'begun', round } : { code: 'notNow' };
}
