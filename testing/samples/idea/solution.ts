import type { Command, CommandData } from '../../../src/domain/idea/commands.js';
import type { Words } from '../../../src/domain/idea/words.js';
import { make } from './make-command.js';
import { adopt, adopter, checkAdoption, clock, on, owner, remindBetter, type Step, standings } from './story.js';

/** What of a solution travels, and what those who take it in say of it. */
export const tellCore = (words: Words = {}, takes: CommandData['tellCore']['takes'] = 'weeks'): Command =>
  make(
    'tellCore',
    { takes },
    {
      ...{ coreSame: 'Samma app för att boka.\nEn person har hand om nycklarna.', coreOwn: 'Var cyklarna står.' },
      ...{ coreFirst: 'Ett låst rum med eluttag.', ...words },
    },
  );
export const adapt = (ownWay = 'Vi har lastcyklar.', department = 'SBK'): Command =>
  make('adapt', { department }, { ownWay });
export const tellBetter = (better = 'Färre väntar på bil.', department = 'SBK'): Command =>
  make('tellBetter', { department, keeps: 'some' }, { better });

/** A solution that is described, and one that a department has taken in in its own way. */
export const described: Step[] = [...standings.scaling, [owner, tellCore()]];
export const takenInOwnWay: Step[] = [...described, [adopter, adopt('using', '2026-11-16')], [adopter, adapt()]];
/** That department is asked what has become better. */
export const askedBetter: Step[] = [...takenInOwnWay, [clock, checkAdoption, on('2027-02-16')]];

export const solutionStories = {
  coreTold: described,
  adapted: takenInOwnWay,
  betterTold: [...askedBetter, [adopter, tellBetter(), on('2027-02-18')]],
  betterReminded: [...askedBetter, [clock, remindBetter, on('2027-03-03')]],
} as const satisfies Record<string, readonly Step[]>;
