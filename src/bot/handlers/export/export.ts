import { z } from 'zod';
import { askForExport, exportOf } from '../../../app/export/ask-for-export.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, tell } from '../../turns/answer.js';
import { fileKind } from '../../turns/file-kind.js';
import type { Turn } from '../../turns/turn.js';

/** "Hämta som Excel": the workbook is made outside the turn, and Teams asks when it is there. */
export async function exportFile(
  { deps, person, context }: Turn,
  { department }: VerbData<'exportFile'>,
): Promise<Answer> {
  const asked = await askForExport(deps, person, { ...(department && { department }) });
  return tell(context.t(asked.ok ? 'export.comes' : 'export.notForYou'));
}

/** The workbook of whoever answers, by what they may take out then. */
export const exportedFile = fileKind({
  name: 'export',
  of: z.object({ token: z.string().max(100) }),
  about: ({ t }) => t('export.fileAbout'),
  gone: 'export.gone',
  make: async ({ deps, person }, { token }) => (await exportOf(deps, person, token))?.content(),
  settle: async ({ deps, person }, { token }) => (await exportOf(deps, person, token))?.remove(),
});
