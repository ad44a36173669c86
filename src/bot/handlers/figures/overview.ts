import { type Behind, ideasBehind } from '../../../app/figures/figure-ideas.js';
import { openOwnFollowUp } from '../../../app/figures/follow-up.js';
import { openOverview } from '../../../app/figures/overview.js';
import { writePlan } from '../../../app/figures/plan.js';
import { writeReport } from '../../../app/figures/report.js';
import { figureIdeas as drawIdeas } from '../../../cards/figures/figure-ideas.js';
import { noOverview, overviewCard } from '../../../cards/figures/overview.js';
import { planCard } from '../../../cards/figures/plan.js';
import { reportCard } from '../../../cards/figures/report.js';
import type { VerbData } from '../../../cards/verbs.js';
import { PLAN } from '../../../domain/figures/report-periods.js';
import { answerRoles, stageNames } from '../../../domain/idea/stages.js';
import { type Answer, here, tell } from '../../turns/answer.js';
import { offered } from '../../turns/file-kind.js';
import type { Turn } from '../../turns/turn.js';
import { reportFile } from './report-file.js';

/** What ideas come to, for those who have a post. */
export async function overview(turn: Turn, { tab, department, page }: VerbData<'overview'>): Promise<Answer> {
  const opened = await openOverview(turn.deps, turn.person, { tab, department: department || undefined });
  if (!opened.ok) {
    const page = openOwnFollowUp(turn.deps, turn.person);
    return here(noOverview(turn.context, opened.refusal.code, page.ok ? page.value : undefined));
  }
  return here(overviewCard(turn.context, { ...opened.value, page }));
}

/** The ideas behind a figure. */
export async function figureIdeas(turn: Turn, data: VerbData<'figureIdeas'>): Promise<Answer> {
  const behind = behindOf(turn, data);
  if (!behind) return overview(turn, { tab: undefined, department: '', page: 0 });
  const { department, page } = data;
  const found = await ideasBehind(turn.deps, turn.person, { behind, department: department || undefined, page });
  if (found.ok) return here(drawIdeas(turn.context, found.value, turn.person.ref));
  const { code } = found.refusal;
  return code === 'few' ? tell(turn.context.t('figures.few')) : here(noOverview(turn.context, code));
}

/** "Text till uppföljningen" of a period, or what goes into the plan of next year, to be copied; or a file. */
export async function report(turn: Turn, { period, department, file }: VerbData<'report'>): Promise<Answer> {
  if (file) return offered(turn, reportFile, { period: period || undefined, department: department || undefined });
  if (period === PLAN) {
    const planned = await writePlan(turn.deps, turn.person, { department: department || undefined });
    return here(planned.ok ? planCard(turn.context, planned.value) : noOverview(turn.context, planned.refusal.code));
  }
  const written = await writeReport(turn.deps, turn.person, {
    ...{ period: period || undefined, department: department || undefined },
  });
  return here(written.ok ? reportCard(turn.context, written.value) : noOverview(turn.context, written.refusal.code));
}

/** A figure, a goal, or a stage and the role that is waited for; undefined of what is none of them. */
function behindOf({ deps }: Turn, { figure, place = '' }: VerbData<'figureIdeas'>): Behind | undefined {
  if (figure) return { figure };
  const goal = deps.settings().goals.find(({ code }) => code === place);
  if (goal) return { goal };
  const [first, second] = place.split('.');
  const stage = stageNames.find((one) => one === first);
  const role = answerRoles.find((one) => one === second);
  return stage && role && { stage, role };
}
