import type { CardContext } from '../../../../src/cards/card-context';
import { awaySet } from '../../../../src/cards/person/posts/away-set';
import { departmentPosts } from '../../../../src/cards/person/posts/department-posts';
import { postsForm } from '../../../../src/cards/person/posts/posts-form';
import type { PostsPart } from '../../../../src/cards/person/posts/posts-parts';
import { type CardRow, samplesOf } from '../../card-row';

/** The form for one part of what can be changed of health and social care. */
function form(context: CardContext, part: PostsPart, back: { fault?: string; asksName?: boolean } = {}) {
  const department = context.directory.department('VOO');
  if (!department) throw new Error('The example organisation has no VOO');
  return postsForm(context, { department, part, ...back });
}
const asked: Pick<CardRow, 'command' | 'written'> = {
  command: 'leader',
  written: { sv: 'ledare vård', en: 'leader care' },
};

/** Who has which post in a department, as its own people change it. */
export const postsCards = {
  'posts-of-department': {
    view: 'departmentPosts',
    ...asked,
    samples: samplesOf(
      (context) => departmentPosts(context, 'VOO', 'decides', context.t('posts.changed')),
      (context) => departmentPosts(context, 'MIL', 'proposes'),
    ),
  },
  'posts-form': {
    view: 'postsForm',
    ...asked,
    samples: samplesOf(
      (context) => form(context, 'leaders'),
      (context) => form(context, 'deputies', { fault: context.t('posts.refusal.nameMissing'), asksName: true }),
    ),
  },
  'posts-form-about': {
    view: 'postsForm',
    ...asked,
    samples: samplesOf(
      (context) => form(context, 'away'),
      (context) => form(context, 'aliases'),
    ),
  },
  'note-away-set': {
    view: 'awaySet',
    command: 'settings',
    written: { sv: 'inställningar', en: 'settings' },
    samples: samplesOf(
      (context) => awaySet(context, '2026-12-11'),
      (context) => awaySet(context, '2027-01-08'),
    ),
  },
} satisfies Record<string, CardRow>;
