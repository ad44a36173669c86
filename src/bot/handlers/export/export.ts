import { z } from 'zod';
import { askForExport, exportOf, renewedExport } from '../../../app/export/ask-for-export.js';
import { mayExport } from '../../../app/export/export-scope.js';
import { exportForm as drawForm } from '../../../cards/export/export-form.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import { fileKind } from '../../turns/file-kind.js';
import type { Turn } from '../../turns/turn.js';

/** "Hämta som Excel": the workbook is made outside the turn, and Teams asks when it is there. */
async function exportFile(
  { deps, person, context }: Turn,
  { department, names }: VerbData<'exportFile'>,
): Promise<Answer> {
  const asked = await askForExport(deps, person, {
    ...(department && { department }),
    ...(names && { names }),
  });
  return tell(context.t(asked.ok ? 'export.comes' : 'export.notForYou'));
}

/** Whether people are to stand in the workbook of the whole by name. */
async function exportForm({ deps, person, context }: Turn): Promise<Answer> {
  return mayExport(deps, person, {}) ? here(drawForm(context)) : tell(context.t('export.notForYou'));
}

/** What is pressed for it. */
export const exportButtons = { exportFile, exportForm };

/** The workbook of whoever answers, by what they may take out then. */
export const exportedFile = fileKind({
  name: 'export',
  of: z.object({ token: z.string().max(100) }),
  about: ({ t }) => t('export.fileAbout'),
  gone: 'export.gone',
  make: async ({ deps, person }, { token }) => (await exportOf(deps, person, token))?.content(),
  instead: async ({ deps, person }, { token }) =>
    (await renewedExport(deps, person, token)) ? 'export.madeAnew' : undefined,
  settle: async ({ deps, person }, { token }) => (await exportOf(deps, person, token))?.remove(),
});
