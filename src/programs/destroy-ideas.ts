import { parseArgs } from 'node:util';
import {
  type DestroysFrom,
  destroyIdeas,
  finishDestruction,
  type ToDestroy,
  toDestroy,
} from '../app/archive/destroy-ideas.js';
import { createServices } from '../create-services.js';
import { openArchived } from '../store/archive/archived.js';
import { openDestructions } from '../store/archive/destructions.js';
import { failWith, openRuntime, t } from './command-line.js';

const usage = `Write npm run retention to see what is to be destroyed by the rules of the organisation file (retention.ideas, challenges, obstacles, undertakings); nothing is changed. Then
  --write N  destroys them; N is how many the look before has told
  --reports  says what has been destroyed: by which rule and decision, when, and which ids`;

/** `npm run retention`: destruction by rule (gallring), with a report that is kept. A dry run unless it is told how many. */
async function main(): Promise<void> {
  const asked = readArguments();
  if (!asked) return failWith(usage);
  const runtime = await openRuntime();
  if (!runtime) return;
  const { app } = createServices(runtime);
  const { code } = app.settings().municipality;
  const deps = {
    ...app,
    archived: openArchived(runtime.storage, code),
    destructions: openDestructions(runtime.storage, code),
  };
  if (asked.reports) return report(deps);
  // What was begun is finished, whatever is asked: the rows of an idea that is gone are nobody's.
  const before = asked.write === undefined ? undefined : await finishDestruction(deps);
  const earlier = (before?.ideas ?? 0) + (before?.beside ?? 0);
  if (earlier > 0) t(`An earlier run was broken off: ${earlier} records of it are gone now.`);
  const found = await toDestroy(deps);
  for (const line of summary(found)) t(line);
  const all = found.reduce((sum, { ids }) => sum + ids.length, 0);
  if (asked.write === undefined)
    return t(
      all > 0
        ? `Nothing is changed. To destroy them: npm run retention -- --write ${all}`
        : 'Nothing is to be destroyed.',
    );
  if (asked.write !== all)
    return failWith(`${all} are to be destroyed, not ${asked.write}: look again with npm run retention.`);
  const { ideas, beside = 0, rows, left } = await destroyIdeas(deps, found);
  const others = beside > 0 ? ` and ${beside} challenges, obstacles and activities` : '';
  t(`${ideas} ideas${others} are destroyed, with ${rows} rows; ${left} had changed meanwhile and are kept.`);
  runtime.log.warn({ ideas, beside, rows }, 'Records were destroyed by the rules of the organisation file');
  t(
    'What they counted for in the overview stays, until it is counted anew. Storage’s own backups keep what they keep.',
  );
}

function readArguments(): { write?: number; reports: boolean } | undefined {
  try {
    const { write, reports } = parseArgs({
      options: { write: { type: 'string' }, reports: { type: 'boolean', default: false } },
    }).values;
    if (write !== undefined && (reports || !/^\d+$/.test(write))) return undefined;
    return { reports, ...(write !== undefined && { write: Number(write) }) };
  } catch {
    return undefined;
  }
}

const summary = (found: readonly ToDestroy[]): string[] =>
  found.map(
    ({ rule: { endedAs, years, decision }, ids, waiting }) =>
      `${endedAs}: ${ids.length} ended more than ${years} years ago, by ${decision}${waiting > 0 ? `; ${waiting} wait until they are archived` : ''}.`,
  );

async function report({ destructions }: DestroysFrom): Promise<void> {
  const all = await destructions.all();
  if (all.length === 0) return t('Nothing has been destroyed.');
  t(['when', 'ended as', 'years', 'decision', 'how many', 'ids'].join('\t'));
  for (const { at, endedAs, years, decision, ids, done } of all)
    t([at, endedAs, years, decision, `${ids.length}${done ? '' : ' (broken off)'}`, ids.join(' ')].join('\t'));
}

void main();
