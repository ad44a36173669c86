import type { Behind, FigureIdeas } from '../../app/figures/figure-ideas.js';
import { newestEvent } from '../../domain/idea/events.js';
import type { PersonRef } from '../../domain/person/person.js';
import { buttonRows, pageButtons } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { ideaRow } from '../idea/lists/idea-row.js';
import { button } from '../verbs.js';

const plain = { inputs: 'none' } as const;

/** The ideas behind a figure, with what the figure means; the newest month first. */
export function figureIdeas(context: CardContext, view: FigureIdeas, reader: PersonRef): Drawn {
  const { t } = context;
  const { behind, tab, ideas, page, more, department } = view;
  const { heading, about } = wordsOf(context, behind);
  const rows = ideas.map(({ idea, hit }) => {
    const line =
      'figure' in behind && behind.figure === 'answersInTime' && hit !== undefined
        ? { text: t(hit ? 'figures.answer.inTime' : 'figures.answer.late'), bold: false }
        : undefined;
    return ideaRow(context, idea, { ref: reader, roles: new Set() }, line);
  });
  const at = placeOf(behind);
  const where = department === undefined ? {} : { department };
  const card = context.draw('sections', {
    heading,
    about: rows.length > 0 ? about : t('figures.ideas.none'),
    sections: rows.length > 0 ? [{ heading: '', rows, more: [] }] : [],
    buttonRows: buttonRows([
      ...pageButtons(context, { page, more }, (title, to) =>
        button(title, 'figureIdeas', { ...at, ...where, page: to }, plain),
      ),
      button(t('button.back'), 'overview', { tab, ...where, page: 0 }, plain),
    ]),
  });
  return {
    ...{ card, summary: heading },
    ...showsRecords(
      'titles',
      ideas.map(({ idea }) => newestEvent(idea)),
    ),
  };
}

function wordsOf({ t }: CardContext, behind: Behind): { heading: string; about: string } {
  if ('figure' in behind) {
    return { heading: t(`figures.figure.${behind.figure}`), about: t(`figures.means.${behind.figure}`) };
  }
  if ('goal' in behind) return { heading: t('figures.tab.goals'), about: t('figures.now') };
  const at = { stage: t(`stage.${behind.stage}`), role: t(`figures.role.${behind.role}`) };
  return { heading: t('figures.waits.at', at), about: t('figures.now') };
}

/** As a press names it. */
const placeOf = (behind: Behind) => {
  if ('figure' in behind) return { figure: behind.figure };
  return { place: 'goal' in behind ? behind.goal.code : `${behind.stage}.${behind.role}` };
};
