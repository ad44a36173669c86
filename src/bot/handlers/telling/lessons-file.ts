import { z } from 'zod';
import { lessonsOfYear } from '../../../app/telling/lessons-of-year.js';
import { lessonsBooklet } from '../../../cards/telling/lessons.js';
import { fileKind } from '../../turns/file-kind.js';

/** "Årets lärdomar" as a page that opens in every browser and can be printed, for the innovation office. */
export const lessonsFile = fileKind({
  name: 'lessons',
  of: z.object({ year: z.string().optional() }),
  about: ({ t }) => t('telling.lessons.file'),
  gone: 'telling.lessons.none',
  async make({ deps, person, context }, { year }) {
    const found = await lessonsOfYear(deps, person, { year });
    if (!found || found.ideas.length === 0) return undefined;
    const bytes = Buffer.from(lessonsBooklet(context, found), 'utf8');
    return { name: `${context.t('telling.lessons.fileName')}-${found.year}.html`, bytes };
  },
});
