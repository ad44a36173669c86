import type { Command } from '../../../src/domain/idea/commands.js';
import type { Actor } from '../../../src/domain/idea/decide.js';
import type { View } from '../../../src/domain/idea/deciding/opinion.js';
import { make } from './make-command.js';
import { leader, type Step, stranger, submitted } from './story.js';

/** What others think, asked before somebody decides. */
export const askOpinion = (...people: string[]): Command =>
  make('askOpinion', { people: people.length > 0 ? people : ['pSOMEBODY', 'pFRIEND'] });
export const giveOpinion = (view: View = 'otherwise', opinion = 'Börja med en grupp.'): Command =>
  make('giveOpinion', { view }, { opinion });
export const endOpinions: Command = make('endOpinions', {});

/** Somebody who is asked; and the same once they have said theirs. */
export const consulted = (ref = 'pFRIEND'): Actor => ({
  ...stranger,
  ref,
  roles: new Set(['reader', 'askedOpinion']),
});

/** Two are asked, of an idea that waits for its first decision. */
export const opinionsAsked: Step[] = [submitted, [leader, askOpinion()]];
export const opinionGiven: Step[] = [...opinionsAsked, [consulted(), giveOpinion()]];
