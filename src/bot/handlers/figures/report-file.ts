import { z } from 'zod';
import { writePlan } from '../../../app/figures/plan.js';
import { writeReport } from '../../../app/figures/report.js';
import { planLinesOf } from '../../../cards/figures/plan.js';
import { reportLinesOf } from '../../../cards/figures/report.js';
import { PLAN, periodName } from '../../../domain/figures/report-periods.js';
import { fileKind } from '../../turns/file-kind.js';
import type { Turn } from '../../turns/turn.js';

/** What goes before a text that Windows' own editor would else not read as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** "Text till uppföljningen", or what goes into the plan of next year, as a plain text, by what its reader sees now. */
export const reportFile = fileKind({
  name: 'report',
  of: z.object({ period: z.string().optional(), department: z.string().optional() }),
  about: ({ t }, { period }) => t(period === PLAN ? 'figures.plan.heading' : 'figures.report.heading'),
  async make(turn, of) {
    const written = await (of.period === PLAN ? planOf(turn, of) : reportOf(turn, of));
    if (!written) return undefined;
    const text = written.lines.join('\r\n\r\n');
    return { name: `${written.name}.txt`, bytes: Buffer.from(`${BYTE_ORDER_MARK}${text}\r\n`, 'utf8') };
  },
});

async function reportOf(
  { deps, person, context }: Turn,
  of: { period?: string | undefined; department?: string | undefined },
) {
  const written = await writeReport(deps, person, of);
  if (!written.ok) return undefined;
  const name = `${context.t('figures.report.fileName')}-${periodName(written.value.period)}`;
  return { name, lines: reportLinesOf(context, written.value) };
}

async function planOf({ deps, person, context }: Turn, of: { department?: string | undefined }) {
  const written = await writePlan(deps, person, of);
  if (!written.ok) return undefined;
  const name = `${context.t('figures.plan.fileName')}-${written.value.year}`;
  return { name, lines: planLinesOf(context, written.value) };
}
