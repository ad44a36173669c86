import type { FollowUp } from '../../app/figures/follow-up.js';
import { type Day, yearAndLast } from '../../domain/time.js';
import { buttonRows, titleThatFits } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { placeName } from '../places.js';
import { type Button, button } from '../verbs.js';

const plain = { inputs: 'none' } as const;
/** So many other departments of one's own fit beside the ways back. */
const MOST_OTHERS = 3;

/** One thing that the page leads to. */
interface FollowUpRow {
  name:
    | 'report'
    | 'capability'
    | 'mirror'
    | 'undertakings'
    | 'lessons'
    | 'lessonsBefore'
    | 'nominations'
    | 'export'
    | 'delegated';
  /** Whom it is offered, of the place whose page it is. */
  offered: (view: FollowUp) => boolean;
  /** What it opens; `where`: of which department, none for the whole municipality. */
  press: (title: string, where: { department?: string }, year?: string) => Button;
  /** Of which year it is, which stands beside its name. */
  year?: (today: Day) => string;
}

/** All that the page leads to, in its order. The texts of each are `figures.followUp.<name>` and `….about`. */
const rows: readonly FollowUpRow[] = [
  {
    name: 'report',
    offered: ({ readsFigures }) => readsFigures,
    press: (title, where) => button(title, 'report', where, plain),
  },
  {
    name: 'undertakings',
    // What a department undertakes is no figure, and everybody may read it.
    offered: () => true,
    press: (title, where) => button(title, 'undertakings', where, plain),
  },
  {
    name: 'capability',
    offered: ({ capability, department, leads, manages, office }) =>
      capability === true && (department === undefined ? office : leads || manages),
    press: (title, where) => button(title, 'capability', where, plain),
  },
  {
    name: 'mirror',
    offered: ({ readsFigures, manages, department }) => readsFigures && manages && department !== undefined,
    press: (title, where) => button(title, 'managerMirror', where, plain),
  },
  {
    name: 'nominations',
    offered: ({ office, department, awards }) => office && awards === true && department === undefined,
    press: (title) => button(title, 'nominations', {}, plain),
  },
  {
    name: 'lessons',
    offered: ({ office, department, readsFigures }) => office && readsFigures && department === undefined,
    press: (title, _, year) => button(title, 'lessonsOfYear', { year }, plain),
    year: (today) => yearAndLast(today)[0],
  },
  {
    name: 'lessonsBefore',
    offered: ({ office, department, readsFigures }) => office && readsFigures && department === undefined,
    press: (title, _, year) => button(title, 'lessonsOfYear', { year }, plain),
    year: (today) => yearAndLast(today)[1],
  },
  {
    name: 'export',
    offered: ({ office, leads, department }) => (department ? leads : office),
    press: (title, where) =>
      where.department === undefined
        ? button(title, 'exportForm', {}, plain)
        : button(title, 'exportFile', where, plain),
  },
  {
    name: 'delegated',
    // Those who keep the records have no department of their own.
    offered: ({ office, registrar, department }) => (office || registrar) && department === undefined,
    press: (title) => button(title, 'delegated', {}, plain),
  },
];

/** Whether there is anything on the page for whoever opens it. */
export const followsUp = (view: FollowUp): boolean => rows.some(({ offered }) => offered(view));

/** The button that opens the page of a department, or of the whole municipality. */
export const followUpButton = ({ t }: Pick<CardContext, 't'>, department?: string): Button =>
  button(t('figures.followUp.heading'), 'followUp', department === undefined ? {} : { department }, plain);

/** "Uppföljning": what a department, or the municipality, follows up with, each behind a press. */
export function followUpCard(context: CardContext, view: FollowUp): Drawn {
  const { t } = context;
  const { department, others, whole } = view;
  const heading = t('figures.followUp.heading');
  const where = department ? { department: department.code } : {};
  const place = department ? placeName(context, { department: department.code }) : context.settings.municipality.name;
  const card = context.draw('follow-up', {
    ...{ heading, place },
    rows: rows
      .filter(({ offered }) => offered(view))
      .map(({ name, press, year: yearOn }) => {
        const year = yearOn?.(context.today);
        const label = [t(`figures.followUp.${name}`), year ?? []].flat().join(' ');
        const isOfAll = name === 'undertakings' && department === undefined;
        const about = t(isOfAll ? 'figures.followUp.undertakings.all' : `figures.followUp.${name}.about`);
        return { label, about, press: press([label, about].join(', '), where, year) };
      }),
    buttonRows: buttonRows([
      ...others.slice(0, MOST_OTHERS).map(({ code }) =>
        button(
          titleThatFits((name) => name, placeName(context, { department: code })),
          'followUp',
          { department: code },
          plain,
        ),
      ),
      ...(whole ? [button(t('figures.tab.everywhere'), 'followUp', {}, plain)] : []),
      button(t('button.back'), 'overview', { tab: department ? 'mine' : 'everywhere', ...where, page: 0 }, plain),
    ]),
  });
  return { card, summary: heading };
}
