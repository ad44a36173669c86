import type { DepartmentIdeas } from '../../../app/person/posts/department-ideas.js';
import { type Department, nameIn, type Organisation } from '../../../domain/organisation/organisation.js';
import { type PostList, postLists } from '../../../domain/organisation/overlay/change.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { type Field, toggleField } from '../../fields.js';
import { oneDepartmentField } from '../../organisation/place-field.js';
import { shortPlaceName } from '../../places.js';
import type { VerbData } from '../../verbs.js';
import { ideaCounts, namesOrNobody, reshaped, reshapingForm } from './reshaping.js';

/** What was chosen in the form. */
export type MergeKept = Omit<Partial<VerbData<'mergeDepartment'>>, 'idempotencyKey' | 'sure'>;

/** Which other department takes over all that a department has; so one is closed, too. */
export function mergeForm(context: CardContext, from: Department, kept: MergeKept = {}, fault?: string): Drawn {
  const about = context.t('posts.merge.about', { place: nameIn(from.name, context.language) });
  const { filled, summary } = reshapingForm(context, 'merge', from, {
    about,
    fields: fields(context, from, kept),
    fault,
  });
  return { card: context.draw('posts', filled), summary };
}

const fields = (context: CardContext, from: Department, { department, along }: MergeKept): Field[] => {
  const { t } = context;
  const asked = { label: t('posts.merge.into'), value: department, placeholder: t('field.choose') };
  return [
    oneDepartmentField(context, { ...asked, missing: t('posts.refusal.intoMissing') }, [from.code]),
    toggleField('along', t('posts.merge.people'), t('posts.merge.along'), along ?? true),
  ];
};

interface MergeShown {
  from: Department;
  into: Department;
  along: boolean;
  ideas: DepartmentIdeas;
  /** As it would be. */
  after: Organisation;
}

/** What it would do, before it is done: whose ideas go where, and who has which post then. */
export function mergeShown(context: CardContext, { from, into, along, ideas, after }: MergeShown): Drawn {
  const { t, language } = context;
  const names = { place: nameIn(from.name, language), into: nameIn(into.name, language) };
  const { invited } = ideas;
  const counts = [
    ...ideaCounts(context, names, ideas),
    ...(invited > 0 ? [t('posts.merge.invited', { ...names, cut: String(ideas.cut), count: invited })] : []),
  ];
  const department = after.departments.find(({ code }) => code === into.code) ?? into;
  const count = from.units.length;
  const { filled, summary } = reshaped(context, 'merge', from, {
    heading: t('posts.merge.heading', names),
    lines: [
      counts.join(' '),
      [t('posts.merge.rest', names), t('posts.merge.works', names), t('posts.merge.undo')].join(' '),
    ],
    facts: [
      ...(count > 0
        ? [{ label: t('posts.merge.units'), values: [{ text: t('posts.merge.unitCount', { count }) }] }]
        : []),
      ...postLists.map((post) => ({ label: t(`posts.${post}`), values: holders(context, department, post) })),
    ],
    press: { department: into.code, along },
  });
  return { card: context.draw('posts', filled), summary };
}

function holders(context: CardContext, department: Department, post: PostList) {
  // Who manages a unit decides on no more than before.
  const places = post === 'managers' ? [department] : [department, ...department.units];
  return namesOrNobody(
    context,
    places.flatMap((place) => place[post].map(({ name }) => name)),
  );
}

/** What has come of it. */
export const mergedText = (context: CardContext, from: string): string => {
  const { t, language, directory } = context;
  const into = directory.department(from);
  const was = into?.earlier.find(({ code }) => code === from)?.name;
  return t('posts.merged', {
    place: was ? nameIn(was, language) : from,
    into: shortPlaceName(context, { department: from }),
  });
};
