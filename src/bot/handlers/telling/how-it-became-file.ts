import { z } from 'zod';
import { openIdea } from '../../../app/idea/open-idea.js';
import { recordId } from '../../../cards/press-data.js';
import { howItBecame } from '../../../cards/telling/how-it-became.js';
import { printed } from '../../../cards/telling/printed.js';
import { mayTellHowItBecame } from '../../../domain/idea/use/how-it-became.js';
import { fileKind } from '../../turns/file-kind.js';

/** "Så blev det" as a page that opens in every browser and can be printed. */
export const howItBecameFile = fileKind({
  name: 'howItBecame',
  of: z.object({ idea: recordId }),
  about: ({ t }, { idea }) => t('telling.became.file', { id: idea }),
  async make({ deps, person, context }, { idea: id }) {
    const view = await openIdea(deps, person, id);
    if (!view || !mayTellHowItBecame(view.idea, view.reader.roles)) return undefined;
    const page = printed(context, howItBecame(context, view));
    return { name: `${context.t('telling.became.fileName')}-${id}.html`, bytes: Buffer.from(page, 'utf8') };
  },
});
