import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent, type Happened } from '../../event.js';
import type { FunderTier, Idea, Tier } from '../../idea.js';
import { stageNames } from '../../stages.js';
import { answerRole, happens, stays, within } from '../../standing.js';
import { isForFunder } from '../conditions.js';

/** The department of which its unit is a part now, who decides there, and who on the money that it waits for. */
interface MoveWithUnit {
  department: string;
  tier: Tier;
  funder?: FunderTier;
}

/**
 * The unit that an idea comes from is a part of another department now, and the idea goes along, in whatever stage it is. What it waits
 * for goes on: the day that was promised stands, and where that has passed the waiting begins anew, as for any department that gets an idea.
 */
export const moveWithUnit = defineCommand('moveWithUnit')<MoveWithUnit>({
  from: stageNames,
  by: ['clock'],
  words: {},
  sameVersion: false,
  leadsTo: (context) => {
    const { idea, data, today } = context;
    if (data.department === idea.department) return refuse({ code: 'notNow' });
    const { waiting, answerBy } = idea;
    const isLate = answerBy !== undefined && answerBy < today;
    const to = { ...stays(context), ...(waiting && isLate && { answerBy: within(context, answerRole(waiting)) }) };
    const { funder, ...place } = data;
    const funds = funder !== undefined && isForFunder(idea) && idea.money !== undefined;
    return happens(movedWithUnit, to, { from: idea.department, ...place, ...(funds && { funder }) });
  },
});

interface MovedWithUnit extends MoveWithUnit {
  from: string;
}

export const movedWithUnit = defineEvent('movedWithUnit')<MovedWithUnit>({
  changes: ({ takingPart = {}, ...idea }, event) => {
    const { department, tier, funder } = event.data;
    // It solves what is its own by now, and takes part in it no more.
    const { [department]: _, ...others } = takingPart;
    return {
      ...idea,
      ...{ department, tier, adoptions: adoptionsIn(idea, event) },
      concerns: idea.concerns.filter((code) => code !== department),
      ...(Object.keys(others).length > 0 && { takingPart: others }),
      ...(funder && idea.money && { money: { ...idea.money, funder } }),
    };
  },
  // Those with posts on either side are told once of all ideas together.
  hears: [],
  wordsOf: 'record',
  newTask: () => true,
});

/** What its own department does with it is done by the other one now; that one is asked no more to take in what it has. */
function adoptionsIn(
  { adoptions }: Idea,
  { data: { from, department } }: Happened<string, MovedWithUnit>,
): Idea['adoptions'] {
  const { [from]: own, [department]: theirs, ...others } = adoptions;
  const has = own ?? (theirs?.status === 'invited' ? undefined : theirs);
  return { ...others, ...(has && { [department]: has }) };
}
