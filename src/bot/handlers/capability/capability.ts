import { readScreen, type ScreenSaid, sendAnswers as sends, skipRound } from '../../../app/capability/answer.js';
import { beginRound } from '../../../app/capability/begin-round.js';
import { openMirror } from '../../../app/capability/manager-mirror.js';
import { promise } from '../../../app/capability/promise.js';
import { promisedBefore } from '../../../app/capability/promised-before.js';
import { openResults } from '../../../app/capability/results.js';
import { mayUndertakeFor } from '../../../app/undertaking/roles.js';
import { capabilityResults } from '../../../cards/capability/capability-results.js';
import { stepFields } from '../../../cards/capability/capability-verbs.js';
import { managerMirror as drawMirror } from '../../../cards/capability/manager-mirror.js';
import { promiseForm as drawForm, type PromiseFormView } from '../../../cards/capability/promise-form.js';
import { surveyScreen as drawScreen, surveyAnswered } from '../../../cards/capability/survey-screen.js';
import { noOverview } from '../../../cards/figures/overview.js';
import { placeName } from '../../../cards/places.js';
import { undertakingRefusal } from '../../../cards/undertaking/undertaking-words.js';
import type { VerbData } from '../../../cards/verbs.js';
import { SCREENS } from '../../../domain/survey/survey.js';
import { stepOf } from '../../../domain/survey/survey-answers.js';
import { dayText } from '../../../text/dates.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import { fitted } from '../../turns/fitted.js';
import type { Turn } from '../../turns/turn.js';

/** What the fields of a screen hold. */
function saidIn(data: VerbData<'sendAnswers'>): ScreenSaid {
  const said = stepFields.map((field, place) => [place, stepOf(data[field])] as const);
  return {
    ...{ year: data.year ?? '', sealed: data.sealed || undefined },
    said: new Map(said.flatMap(([place, step]) => (step === undefined ? [] : [[place, step] as const]))),
  };
}

/** A screen, with what was said on those before it carried along where nobody can read it. */
async function surveyScreen(turn: Turn, { page, below: isOwn, ...data }: VerbData<'surveyScreen'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const shows = isOwn ? below : here;
  const now = await readScreen(deps, person, saidIn(data));
  if (now.code !== 'open') return shows(surveyAnswered(context, now.code === 'done' ? 'answered' : 'over'));
  const { asked, answers, sealed } = now;
  const screen = Math.min(page, SCREENS - 1);
  const promised = screen === 0 ? await promisedBefore(deps, person, asked.department) : undefined;
  return shows(drawScreen(context, { round: asked.round, screen, answers, sealed, promised }));
}

async function sendAnswers(turn: Turn, data: VerbData<'sendAnswers'>): Promise<Answer> {
  const came = await sends(turn.deps, turn.person, saidIn(data));
  if (came === 'stored') turn.stored();
  return here(surveyAnswered(turn.context, came === 'stored' ? 'thanks' : 'over'));
}

/** "Inte i år". */
async function skipSurvey(turn: Turn, { year = '' }: VerbData<'skipSurvey'>): Promise<Answer> {
  const came = await skipRound(turn.deps, turn.person, year);
  if (came === 'stored') turn.stored();
  return here(surveyAnswered(turn.context, came === 'stored' ? 'skipped' : 'over'));
}

const capability = (turn: Turn, { department, below: isOwn }: VerbData<'capability'>): Promise<Answer> =>
  results(turn, department, { isOwn });

async function results(
  turn: Turn,
  department: string | undefined,
  { isOwn = false, told }: { isOwn?: boolean; told?: string } = {},
): Promise<Answer> {
  const view = await openResults(turn.deps, turn.person, { department: department || undefined });
  if (!view) return tell(turn.context.t('capability.notYours'));
  const drawn = capabilityResults(turn.context, view, told);
  return isOwn ? below(drawn) : here(drawn);
}

/** "Fråga alla". */
async function beginSurvey(turn: Turn): Promise<Answer> {
  const { t, language, today } = turn.context;
  const begun = await beginRound(turn.deps, turn.person);
  if (begun.code === 'notYours' || begun.code === 'notMeasured') return tell(t('capability.notYours'));
  if (begun.code !== 'begun') return results(turn, undefined);
  turn.stored();
  return results(turn, undefined, {
    told: t('capability.begun', { date: dayText(begun.round.until, language, today) }),
  });
}

async function promiseForm(turn: Turn, { department = '' }: VerbData<'promiseForm'>): Promise<Answer> {
  if (!mayUndertakeFor(turn.deps, turn.person, department))
    return tell(turn.context.t('undertaking.refusal.notAllowed'));
  return here(drawForm(turn.context, { department: turn.deps.directory().codeNow(department) }));
}

/** "Lova det": the results with it; the form with what was written, where it could not be. */
async function promiseChange(turn: Turn, data: VerbData<'promiseChange'>): Promise<Answer> {
  const { idempotencyKey, department = '', what = '', until = '' } = data;
  const place = placeName(turn.context, { department: turn.deps.directory().codeNow(department) });
  const promised = await promise(turn.deps, turn.person, { idempotencyKey, department, what, until, who: place });
  if (!promised.ok) return promiseAgain(turn, data, undertakingRefusal(turn.context, promised.refusal));
  const { id, seq } = promised.value;
  turn.changed({ record: 'undertaking', id, seq });
  return results(turn, department, { told: turn.context.t('capability.promise.told', { place }) });
}

/** The form as it was sent, where what was written is asked about first. */
export async function promiseAgain(turn: Turn, data: VerbData<'promiseChange'>, fault?: string): Promise<Answer> {
  const { department = '', what, until } = data;
  if (!mayUndertakeFor(turn.deps, turn.person, department))
    return tell(fault ?? turn.context.t('undertaking.refusal.notAllowed'));
  const drawn = (draft: PromiseFormView['draft']) =>
    drawForm(turn.context, { department, fault, ...(draft && { draft }) });
  return here(fitted({ what, until }, drawn));
}

/** "Min spegel". */
async function managerMirror(turn: Turn, { department }: VerbData<'managerMirror'>): Promise<Answer> {
  const opened = await openMirror(turn.deps, turn.person);
  if (!opened.ok) return here(noOverview(turn.context, opened.refusal.code));
  return here(drawMirror(turn.context, opened.value, department || undefined));
}

/** What the buttons of the yearly question lead to. */
export const capabilityButtons = {
  ...{ surveyScreen, sendAnswers, skipSurvey, capability, beginSurvey: (turn: Turn) => beginSurvey(turn) },
  ...{ promiseForm, promiseChange, managerMirror },
};
