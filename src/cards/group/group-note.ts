import type { Idea } from '../../domain/idea/idea.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { button } from '../verbs.js';
import { titleOfIdea } from './group-words.js';

/** What is said to somebody for whom the group's card is not: they have said no, have left it, or were taken out of it. */
export const groupNote = (context: CardContext, idea: Idea, told: string): Drawn =>
  note(context, {
    heading: context.t('group.heading'),
    lines: [told, titleOfIdea(context, idea)],
    buttons: [button(context.t('group.button.idea'), 'open', { idea: idea.id }, { inputs: 'none' })],
  });

/** What stands where a card stood that showed words which are out of sight now. */
export const groupsChanged = (context: CardContext): Drawn =>
  note(context, {
    heading: context.t('listChanged.heading'),
    lines: [context.t('listChanged.what')],
    buttons: [button(context.t('button.mine'), 'mine', { page: 0 }, { inputs: 'none' })],
  });
