import { z } from 'zod';
import { writeReport } from '../../../app/figures/report.js';
import { reportLinesOf } from '../../../cards/figures/report.js';
import { periodName } from '../../../domain/figures/report-periods.js';
import { fileKind } from '../../turns/file-kind.js';

/** What goes before a text that Windows' own editor would else not read as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** "Text till uppföljningen" as a plain text, by what its reader sees now. */
export const reportFile = fileKind({
  name: 'report',
  of: z.object({ period: z.string().optional(), department: z.string().optional() }),
  about: ({ t }) => t('figures.report.heading'),
  async make({ deps, person, context }, of) {
    const written = await writeReport(deps, person, of);
    if (!written.ok) return undefined;
    const text = reportLinesOf(context, written.value).join('\r\n\r\n');
    const name = `${context.t('figures.report.fileName')}-${periodName(written.value.period)}.txt`;
    return { name, bytes: Buffer.from(`${BYTE_ORDER_MARK}${text}\r\n`, 'utf8') };
  },
});
