import type { Idea } from '../../../domain/idea/idea.js';
import type { Choice } from '../../layouts/parts.js';
import { shortened } from '../../shortened.js';
import { unmarked } from '../../unmarked.js';

/** Of a title in a list, so that forty of them leave room for the card. */
const LONGEST_TITLE = 60;

/** Ideas as choices by their titles; each with its id, for two may have the same. */
export const targetChoices = (ideas: readonly Idea[]): Choice[] =>
  ideas.map(({ id, words }) => ({ title: `${unmarked(shortened(words.title, LONGEST_TITLE))} (${id})`, value: id }));
