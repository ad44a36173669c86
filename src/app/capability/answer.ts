import { batchOf } from '../../domain/capability/batch.js';
import { sumsOfAnswers, sumsTogether } from '../../domain/capability/sums.js';
import type { RandomBytes } from '../../domain/ids.js';
import type { Person } from '../../domain/person/person.js';
import {
  answersWith,
  noAnswers,
  readAnswers,
  type SurveyAnswers,
  type SurveyStep,
  writeAnswers,
} from '../../domain/survey/survey-answers.js';
import { type DepartmentRow, nothingYet, type WaitingAnswer } from '../../store/capability/capability.js';
import type { Deps } from '../deps.js';
import { type AskedInRound, aboutWaiting, askedNow, isDone, openWaiting } from './round-now.js';

/** What a screen has said, and what those before it have: sealed, for it stands in the chat. */
export interface ScreenSaid {
  year: string;
  said: ReadonlyMap<number, SurveyStep>;
  sealed?: string | undefined;
}

/** Who can see a screen now, with what they have said until then. `over`: they are not asked, or not any more; `done`: they have answered. */
export type ScreenNow =
  | { code: 'over' | 'done' }
  | { code: 'open'; asked: AskedInRound; answers: SurveyAnswers; sealed: string };

const aboutScreens = (year: string, { ref }: Pick<Person, 'ref'>): string => ['screens', year, ref].join('|');

/** Who asks for a screen, and what they have said on others. Two round trips. */
export async function readScreen(deps: Deps, person: Person, { year, said, sealed }: ScreenSaid): Promise<ScreenNow> {
  const asked = await askedNow(deps, person, year);
  if (!asked) return { code: 'over' };
  if (isDone(deps, asked, await deps.capability.department(year, asked.department))) return { code: 'done' };
  const about = aboutScreens(year, person);
  const before = sealed === undefined ? undefined : deps.answerSeal.open(sealed, about);
  const answers = answersWith((before && readAnswers(before)) || noAnswers, said);
  return { code: 'open', asked, answers, sealed: deps.answerSeal.seal(writeAnswers(answers), about) };
}

/** So often a row is tried in which others answer at the same moment. */
const MOST_TRIES = 50;

/**
 * What somebody has answered is stored, sealed, and with it who they are to the round: once, however often it is sent. As soon as
 * there are enough, seven of those who wait are added to the sums. Three round trips where nobody else answers at the moment.
 */
export async function sendAnswers(deps: Deps, person: Person, form: ScreenSaid): Promise<'stored' | 'over'> {
  const { year } = form;
  const screen = await readScreen(deps, person, form);
  if (screen.code !== 'open') return screen.code === 'done' ? 'stored' : 'over';
  const { asked, answers } = screen;
  const [mark] = asked.marks;
  const sealed = deps.answerSeal.seal(writeAnswers(answers), aboutWaiting(year, asked.department, mark));
  await finish(deps, asked, (row) =>
    withBatch(deps, asked, { ...row, waiting: [...row.waiting, { mark, key: deps.answerSeal.name, sealed }] }),
  );
  return 'stored';
}

/** "Inte i år": they are not asked again in this round. It looks like an answer that is added. */
export async function skipRound(deps: Deps, person: Person, year: string): Promise<'stored' | 'over'> {
  const asked = await askedNow(deps, person, year);
  if (!asked) return 'over';
  await finish(deps, asked, (row) => ({ ...row, marks: [...row.marks, asked.marks[0]] }));
  return 'stored';
}

/** Somebody is done, once: their department's row becomes what `after` makes of it, whatever others make of it meanwhile. */
async function finish(deps: Deps, asked: AskedInRound, after: (row: DepartmentRow) => DepartmentRow): Promise<void> {
  const { capability } = deps;
  const { round, department, marks } = asked;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const before = await capability.department(round.year, department);
    if (isDone(deps, asked, before)) return;
    // What they said under a key that is gone is said anew.
    const others = (before?.waiting ?? []).filter(({ mark }) => !marks.includes(mark));
    if (await capability.change(round.year, department, after({ ...nothingYet, ...before, waiting: others }), before))
      return;
  }
  throw new Error(`A department's answers changed ${MOST_TRIES} times while somebody answered`);
}

/** With seven of those that wait added to the sums, by lot, where enough wait to leave as many. */
function withBatch(deps: Deps, { round: { year }, department }: AskedInRound, row: DepartmentRow): DepartmentRow {
  const opened = row.waiting.flatMap((one) => {
    const said = openWaiting(deps, { year, department }, one);
    const answers = said === undefined ? undefined : readAnswers(said);
    return answers ? [{ one, answers }] : [];
  });
  const batch = drawn(opened, batchOf(opened.length), deps.random);
  if (batch.length === 0) return row;
  const added = new Set<WaitingAnswer>(batch.map(({ one }) => one));
  const sums = sumsOfAnswers(
    batch.map(({ answers }) => answers),
    deps.settings().survey,
  );
  return {
    answers: row.answers + batch.length,
    sums: sumsTogether([row.sums, sums]),
    marks: [...row.marks, ...batch.map(({ one: { mark } }) => mark)],
    waiting: row.waiting.filter((one) => !added.has(one)),
  };
}

/** So many of them by lot. */
function drawn<T>(all: readonly T[], count: number, random: RandomBytes): T[] {
  const left = [...all];
  return Array.from({ length: Math.min(count, left.length) }, () => {
    const number = random(4).reduce((sum, byte) => sum * 256 + byte, 0);
    return left.splice(number % left.length, 1);
  }).flat();
}
