import { openIdea } from '../../../app/idea/open-idea.js';
import { myContribution as contributionOf } from '../../../app/telling/contribution.js';
import { contribution } from '../../../cards/telling/contribution.js';
import { howItBecameCard } from '../../../cards/telling/how-it-became.js';
import type { VerbData } from '../../../cards/verbs.js';
import { mayTellHowItBecame } from '../../../domain/idea/use/how-it-became.js';
import { type Answer, below, tell } from '../../turns/answer.js';
import { offered } from '../../turns/file-kind.js';
import type { Turn } from '../../turns/turn.js';
import { howItBecameFile } from './how-it-became-file.js';
import { lessonsFile } from './lessons-file.js';

/** "Så blev det": a message of its own, so that it can be copied; or a file. */
export async function howItBecame(turn: Turn, data: VerbData<'howItBecame'>): Promise<Answer> {
  const { deps, person, context } = turn;
  if (data.file) return offered(turn, howItBecameFile, { idea: data.idea });
  const view = await openIdea(deps, person, data.idea);
  if (!view) return tell(context.t('refusal.notFound'));
  return mayTellHowItBecame(view.idea, view.reader.roles)
    ? below(howItBecameCard(context, view))
    : tell(context.t('telling.became.notYours'));
}

/** "Mitt bidrag", for nobody else. */
export const myContribution = async (
  { deps, person, context }: Turn,
  { after }: VerbData<'myContribution'>,
): Promise<Answer> => below(contribution(context, await contributionOf(deps, person, after), person.ref));

/** "Årets lärdomar": Teams asks whether the innovation office wants the file. */
export const lessonsOfYear = (turn: Turn, { year }: VerbData<'lessonsOfYear'>): Promise<Answer> =>
  offered(turn, lessonsFile, year === undefined ? {} : { year });

/** What the buttons lead to by which something is told outside. */
export const tellingButtons = { howItBecame, lessonsOfYear, myContribution };
