import type { CardContext } from '../../../../src/cards/card-context';
import { awaySet } from '../../../../src/cards/person/posts/away-set';
import { departmentPosts } from '../../../../src/cards/person/posts/department-posts';
import { postsForm } from '../../../../src/cards/person/posts/posts-form';
import { type PostsPart, postsParts } from '../../../../src/cards/person/posts/posts-parts';
import { holdersIn } from '../../../../src/domain/person/changing-posts';
import { type CardRow, samplesOf } from '../../card-row';

/** The form for one part of what can be changed of health and social care. */
function form(context: CardContext, part: PostsPart, back: { fault?: string; asksName?: boolean } = {}) {
  const department = context.directory.department('VOO');
  if (!department) throw new Error('The example organisation has no VOO');
  const holders = holdersIn(department).filter(({ post }) => part !== 'away' || post !== 'managers');
  return postsForm(context, { department, part, holders, ...back });
}
const deputies = ({ directory }: CardContext) => directory.deputiesOf('VOO');
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
      (context) => departmentPosts(context, 'VOO', postsParts, context.t('posts.changed')),
      (context) => departmentPosts(context, 'MIL', ['aliases', 'title', 'away']),
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
      (context) => awaySet(context, '2026-12-11', { contacts: deputies(context), office: false }),
      (context) => awaySet(context, '2027-01-08', { contacts: [], office: true }),
    ),
  },
} satisfies Record<string, CardRow>;
