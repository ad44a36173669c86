import type { CardContext } from '../../../../src/cards/card-context';
import { awaySet } from '../../../../src/cards/person/posts/away-set';
import { departmentPosts } from '../../../../src/cards/person/posts/department-posts';
import { postsForm } from '../../../../src/cards/person/posts/posts-form';
import { type PostsPart, postsParts } from '../../../../src/cards/person/posts/posts-parts';
import { postsQuestion } from '../../../../src/cards/person/posts/posts-question';
import { proposalAnswered, proposalEnded, proposalQuestion } from '../../../../src/cards/person/posts/proposal';
import type { PostChange } from '../../../../src/domain/organisation/overlay/change';
import { holdersIn } from '../../../../src/domain/person/changing-posts';
import { type CardRow, samplesOf } from '../../card-row';

/** The form for one part of what can be changed of health and social care. */
function form(
  context: CardContext,
  part: PostsPart,
  back: { fault?: string; asksName?: boolean; proposes?: boolean } = {},
) {
  const department = context.directory.department('VOO');
  if (!department) throw new Error('The example organisation has no VOO');
  const holders = holdersIn(department).filter(({ post }) => part !== 'away' || post !== 'managers');
  return postsForm(context, { department, part, holders, ...back });
}
const deputies = ({ directory }: CardContext) => directory.deputiesOf('VOO');
/** Whether one of its leaders is to be in the place of another; without either with undefined. */
function question(context: CardContext, without: { out?: undefined; in?: undefined } = {}) {
  const [one, other] = context.directory.leadersOf('VOO');
  if (!one || !other) throw new Error('The example organisation has fewer than two leaders of VOO');
  const change: PostChange = {
    ...{ kind: 'post', department: 'VOO', post: 'leaders' },
    ...(!('out' in without) && { out: one }),
    ...(!('in' in without) && { in: other }),
  };
  return { name: 'post.VOO.leaders.0123456789ABCDEF', change, until: '2026-12-11' };
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
      (context) => departmentPosts(context, 'VOO', postsParts, { note: context.t('posts.changed') }),
      (context) =>
        departmentPosts(context, 'MIL', ['aliases', 'title', 'away'], {
          proposals: [{ ...question(context), isOwn: true }],
        }),
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
  'posts-form-proposes': {
    view: 'postsForm',
    ...asked,
    samples: samplesOf(
      (context) => form(context, 'leaders', { proposes: true }),
      (context) => form(context, 'deputies', { proposes: true, fault: context.t('posts.refusal.proposedAlready') }),
    ),
  },
  'note-post-proposed': {
    view: 'proposalQuestion',
    ...asked,
    samples: samplesOf(
      (context) => proposalQuestion(context, { ...question(context), proposer: 'Innovationsledare Vård' }),
      (context) => proposalQuestion(context, question(context, { out: undefined })),
    ),
  },
  'note-proposal-answered': {
    view: 'proposalAnswered',
    ...asked,
    samples: samplesOf(
      (context) => proposalAnswered(context, 'yes', question(context).change),
      (context) => proposalAnswered(context, 'no', question(context).change),
    ),
  },
  'note-proposal-ended': {
    view: 'proposalEnded',
    ...asked,
    samples: samplesOf(
      (context) => proposalEnded(context, { what: 'expired', change: question(context).change }),
      (context) => proposalEnded(context, { what: 'yes', change: question(context, { in: undefined }).change }),
    ),
  },
  'posts-question': {
    view: 'postsQuestion',
    ...asked,
    samples: samplesOf(
      (context) => postsQuestion(context, 'VOO', []),
      (context) => postsQuestion(context, 'MIL', context.directory.leadersOf('MIL')),
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
