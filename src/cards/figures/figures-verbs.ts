import { z } from 'zod';
import { overviewTabs } from '../../app/figures/overview.js';
import { openingFigureNames } from '../../domain/figures/figures.js';
import { code, oneOf, page, toggle } from '../press-data.js';

/** What the buttons of figures send. */
export const figuresVerbs = {
  /** What ideas come to: a tab, of one's own departments one, a page of all of them. */
  overview: z.object({ tab: oneOf(overviewTabs), department: code, page }),
  /** The ideas behind a figure, or that wait in a `place`: a stage and a role. */
  figureIdeas: z.object({ figure: oneOf(openingFigureNames), place: code, department: code, page }),
  /** What one of their departments, or the whole, follows up with. */
  followUp: z.object({ department: code }),
  /** What goes into the follow-up of a period: `2026-T1`, `2026-year`; of one of their departments, or of the whole. */
  report: z.object({ period: code, department: code, file: toggle }),
  /** What somebody takes out in a workbook: of a department that they lead, or as the office of the whole. */
  exportFile: z.object({ department: code, names: toggle }),
  /** Before the office takes out the whole: whether people are to stand in it by name. */
  exportForm: z.object({}),
} as const;
