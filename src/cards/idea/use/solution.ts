import type { Adoption } from '../../../domain/idea/use/adoption.js';
import { pageButtons } from '../../button-rows.js';
import { few } from '../../organisation/few.js';
import { type Line, paragraphs, type Section } from '../../paragraphs.js';
import { shortPlaceName } from '../../places.js';
import { type Button, button } from '../../verbs.js';
import type { OpenPanel } from '../actions/panels.js';
import type { Reading } from '../reading.js';
import { coreSections, takesLine } from './core-lines.js';

/** So many departments' own words stand on a page: each may have written as much as a form takes. */
const PAGE = 6;
/** So many of those who use it are named. */
const MOST_NAMED = 8;

/**
 * The one page of a solution, for parts/panel.json: what must be the same, what must exist first and how long it takes, who uses
 * it, and what each has changed and found better. It is made of what stands now, so it is as new as the last that was said.
 */
export function solutionPage(reading: Reading, page: number): { panel: OpenPanel; pages: Button[] } {
  const { context, idea } = reading;
  const told = departmentsTold(reading);
  const shown = told.slice(page * PAGE, (page + 1) * PAGE).map((one) => saidThere(reading, one));
  const isFirst = page === 0;
  return {
    panel: {
      title: context.t('panel.solution.title'),
      text: isFirst ? [...usedBy(reading), ...takesLine(reading)] : [],
      quotes: [...(isFirst ? coreSections(reading) : []), ...shown],
      ...{ fields: [], fault: [] },
    },
    pages: pageButtons(context, { page, more: told.length > (page + 1) * PAGE }, (title, to) =>
      button(title, 'panel', { idea: idea.id, panel: 'solution', page: to }, { inputs: 'none' }),
    ),
  };
}

type ToldDepartment = readonly [code: string, adoption: Adoption];

/** Those that have said something of their own way, whoever said last what became better first; then why others stopped. */
function departmentsTold({ idea }: Reading): ToldDepartment[] {
  const told = Object.entries(idea.adoptions).filter(
    ([, { status, ownWay, better, reason }]) => ownWay || better || (status === 'stopped' && reason),
  );
  const day = ([, { betterOn = '' }]: ToldDepartment): string => betterOn;
  return told.toSorted((one, other) => (day(one) < day(other) ? 1 : day(one) > day(other) ? -1 : 0));
}

/** Where it is used and tested, by name. */
function usedBy({ context, idea }: Reading): Line[] {
  return (['using', 'testing'] as const).flatMap((status) => {
    const codes = Object.keys(idea.adoptions).filter((code) => idea.adoptions[code]?.status === status);
    if (codes.length === 0) return [];
    const names = codes.map((code) => shortPlaceName(context, { department: code }));
    const heading = context.t(`idea.adoption.${status}`, { count: codes.length });
    return [{ text: context.t('happened.headed', { heading, text: few(context, names, MOST_NAMED).join(', ') }) }];
  });
}

/** What one department has said; whoever wrote it is not named, for it is the department's. */
function saidThere({ context, idea }: Reading, [code, adoption]: ToldDepartment): Section {
  const { t } = context;
  const { status, ownWay, better, keeps, reason } = adoption;
  const lines: Line[] = [
    ...(better ? paragraphs(t('idea.solution.better', { text: better })) : []),
    ...(ownWay ? paragraphs(t('idea.solution.ownWay', { text: ownWay })) : []),
    ...(keeps && idea.core ? [{ text: t('idea.solution.keeps', { keeps }) }] : []),
    ...(status === 'stopped' && reason ? paragraphs(t('idea.solution.stopped', { text: reason })) : []),
  ];
  return { heading: [{ text: shortPlaceName(context, { department: code }) }], lines };
}
