import { improvementOfIdea } from '../../app/improvement/improvement-of-idea.js';
import { improvements } from '../../domain/improvement/improvement.js';
import { backButton } from '../idea/actions/next-steps.js';
import type { IdeaPanel } from '../idea/actions/opened.js';
import { button } from '../verbs.js';

/** The four answers, a press each; then that it is counted. */
export const improvementPanel: IdeaPanel = (reading) => {
  const { context, foundOf, seesWords, idea } = reading;
  const found = seesWords ? foundOf(improvementOfIdea) : undefined;
  if (!found?.asked && !found?.answered) return undefined;
  const { t } = context;
  const title = t(found.asked ? 'panel.improvement.title' : 'panel.improvement.thanks');
  const text = [{ text: t(found.asked ? 'panel.improvement.text' : 'panel.improvement.counted') }];
  const answers = improvements.map((improvement) =>
    button(t(`improvement.${improvement}`), 'sayImprovement', { idea: idea.id, improvement }, { inputs: 'none' }),
  );
  return {
    panel: [{ title, text, quotes: [], fields: [], fault: [] }],
    buttons: [...(found.asked ? answers : []), backButton(reading)],
  };
};
