import type { DepartmentIdeas } from '../../../app/person/posts/department-ideas.js';
import { type Department, nameIn, type Organisation } from '../../../domain/organisation/organisation.js';
import { type PostList, postLists } from '../../../domain/organisation/overlay/change.js';
import { buttonRows } from '../../button-rows.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { type Field, toggleField } from '../../fields.js';
import { few } from '../../organisation/few.js';
import { oneDepartmentField } from '../../organisation/place-field.js';
import { shortPlaceName } from '../../places.js';
import { button, type VerbData } from '../../verbs.js';

const plain = { inputs: 'none' } as const;

/** What was chosen in the form. */
export type MergeKept = Omit<Partial<VerbData<'mergeDepartment'>>, 'idempotencyKey' | 'sure'>;

/** Which other department takes over all that a department has; so one is closed, too. */
export function mergeForm(context: CardContext, from: Department, kept: MergeKept = {}, fault?: string): Drawn {
  const { t } = context;
  const place = nameIn(from.name, context.language);
  const heading = t('posts.form.merge');
  const card = context.draw('posts', {
    label: heading,
    place,
    notes: [{ text: t('posts.merge.about', { place }) }],
    facts: [],
    fault: fault ? [{ text: fault }] : [],
    fields: fields(context, from, kept),
    buttonRows: buttonRows([
      button(
        t('posts.merge.show'),
        'mergeDepartment',
        { idempotencyKey: context.mintIdempotencyKey(), from: from.code },
        { style: 'positive' },
      ),
      button(t('button.back'), 'posts', { department: from.code }, plain),
    ]),
  });
  return { card, summary: fault ?? `${heading}: ${place}` };
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
  const { open, deciding, invited } = ideas;
  const counted = { ...names, cut: String(ideas.cut) };
  const counts = [
    t('posts.merge.ideas', { ...counted, count: open }),
    ...(open > 0 ? [t('posts.merge.deciding', { ...counted, count: deciding })] : []),
    ...(invited > 0 ? [t('posts.merge.invited', { ...counted, count: invited })] : []),
  ];
  const lines = [
    counts.join(' '),
    [t('posts.merge.rest', names), t('posts.merge.works', names), t('posts.merge.undo')].join(' '),
  ];
  const department = after.departments.find(({ code }) => code === into.code) ?? into;
  const count = from.units.length;
  const [code, other] = [from.code, into.code];
  const press = { idempotencyKey: context.mintIdempotencyKey(), from: code, department: other, along };
  const card = context.draw('posts', {
    label: t('posts.merge.label'),
    place: t('posts.merge.heading', names),
    notes: lines.map((text) => ({ text })),
    facts: [
      ...(count > 0
        ? [{ label: t('posts.merge.units'), values: [{ text: t('posts.merge.unitCount', { count }) }] }]
        : []),
      ...postLists.map((post) => ({ label: t(`posts.${post}`), values: holders(context, department, post) })),
    ],
    fault: [],
    fields: [],
    buttonRows: buttonRows([
      button(t('posts.merge.yes'), 'mergeDepartment', { ...press, sure: true }, { ...plain, style: 'destructive' }),
      button(t('button.back'), 'posts', { department: code, part: 'merge' }, plain),
    ]),
  });
  return { card, summary: lines[0] ?? t('posts.merge.label') };
}

function holders(context: CardContext, department: Department, post: PostList) {
  // Who manages a unit decides on no more than before.
  const places = post === 'managers' ? [department] : [department, ...department.units];
  const all = places.flatMap((place) => place[post].map(({ name }) => name));
  const names = few(context, [...new Set(all)]);
  return (names.length > 0 ? names : [context.t('posts.nobody')]).map((text) => ({ text }));
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
