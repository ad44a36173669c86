import type { DepartmentIdeas, UnitIdeas } from '../../../../src/app/person/posts/department-ideas';
import type { CardContext } from '../../../../src/cards/card-context';
import { awaySet } from '../../../../src/cards/person/posts/away-set';
import { departmentPosts } from '../../../../src/cards/person/posts/department-posts';
import { mergeForm, mergeShown } from '../../../../src/cards/person/posts/merging';
import { type FormPart, type PostsKept, postsForm } from '../../../../src/cards/person/posts/posts-form';
import { partsOfItself, postsParts } from '../../../../src/cards/person/posts/posts-parts';
import { postsQuestion } from '../../../../src/cards/person/posts/posts-question';
import { proposalAnswered, proposalEnded, proposalQuestion } from '../../../../src/cards/person/posts/proposal';
import { splitForm, splitShown } from '../../../../src/cards/person/posts/splitting';
import { shortPlaceName } from '../../../../src/cards/places';
import type { PostChange, SplitChange } from '../../../../src/domain/organisation/overlay/change';
import { merged } from '../../../../src/domain/organisation/overlay/merge';
import { split } from '../../../../src/domain/organisation/overlay/split';
import { holdersIn } from '../../../../src/domain/person/changing-posts';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { type CardRow, samplesOf } from '../../card-row';

/** The form for one part of what can be changed of health and social care. */
function form(
  context: CardContext,
  part: FormPart,
  back: { fault?: string; asksName?: boolean; proposes?: boolean; more?: typeof partsOfItself; kept?: PostsKept } = {},
) {
  const department = context.directory.department('VOO');
  if (!department) throw new Error('The example organisation has no VOO');
  const holders = holdersIn(department).filter(({ post }) => part !== 'away' || post !== 'managers');
  return postsForm(context, { department, part, holders, ...back });
}
/** What it is to be called: the same in both languages, so that the card has no other than its own. */
const named = (context: CardContext) => {
  const name = shortPlaceName(context, { department: 'VOO' });
  return { kept: { placeName: name, placeNameEn: name } };
};
/** Health and social care, and the environment department that takes it over. */
function departments({ directory }: CardContext) {
  const [from, into] = [directory.department('VOO'), directory.department('MIL')];
  if (!from || !into) throw new Error('The example organisation has not both departments');
  return { from, into };
}
/** What would come of it. */
function shown(context: CardContext, ideas: DepartmentIdeas) {
  const { from, into } = departments(context);
  const change = { kind: 'merge', department: 'VOO', into: 'MIL', name: from.name, people: true } as const;
  const before = { ...exampleOrganisation(), departments: [...context.directory.departments] };
  const after = merged(before, change);
  // The largest two there can be are more together than a file may hold.
  return mergeShown(context, { from, into, along: true, ideas, after: after.ok ? after.value : before });
}
const splitKept = { units: 'HTN,HTS', placeName: 'Hemtjänst', placeNameEn: 'Hemtjänst', leaderEmail: 'ny@ort.example' };
/** What would come of it that home care leaves: to another department, or as a new one. */
function apart(context: CardContext, ideas: UnitIdeas, isNew = false) {
  const { from, into } = departments(context);
  const [leaders, managers] = [from.leaders.slice(0, 1), into.managers.slice(0, 1)];
  const created = { name: { sv: 'Hemtjänst', en: 'Home Care' }, leaders, managers };
  const change: SplitChange = {
    ...{ kind: 'split', department: from.code, units: from.units.slice(0, 2).map(({ code }) => code) },
    ...(isNew ? { into: 'hemtjanst', created } : { into: into.code }),
  };
  const before = { ...exampleOrganisation(), departments: [...context.directory.departments] };
  const after = split(before, change);
  return splitShown(context, { from, change, ideas, after: after.ok ? after.value : before });
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
      (context) => form(context, 'aliases', { more: partsOfItself }),
    ),
  },
  'department-name': {
    view: 'postsForm',
    ...asked,
    samples: samplesOf(
      (context) => form(context, 'name', named(context)),
      (context) => form(context, 'name', { ...named(context), fault: context.t('posts.refusal.placeNameMissing') }),
    ),
  },
  'department-merge': {
    view: 'mergeForm',
    ...asked,
    samples: samplesOf(
      (context) => mergeForm(context, departments(context).from),
      (context) =>
        mergeForm(context, departments(context).from, { department: 'MIL' }, context.t('posts.refusal.tooLarge')),
    ),
  },
  'department-merge-shown': {
    view: 'mergeShown',
    ...asked,
    samples: samplesOf(
      (context) => shown(context, { open: 38, deciding: 12, invited: 3, cut: false }),
      (context) => shown(context, { open: 1000, deciding: 1, invited: 0, cut: true }),
    ),
  },
  'department-split': {
    view: 'splitForm',
    ...asked,
    samples: samplesOf(
      (context) => splitForm(context, departments(context).from),
      (context) =>
        splitForm(context, departments(context).from, splitKept, context.t('posts.refusal.splitPeopleMissing')),
    ),
  },
  'department-split-shown': {
    view: 'splitShown',
    ...asked,
    samples: samplesOf(
      (context) => apart(context, { open: 38, deciding: 12, cut: false }),
      (context) => apart(context, { open: 1000, deciding: 1, cut: true }, true),
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
      (context) => postsQuestion(context, 'VOO', { unreached: [], manages: true }),
      (context) =>
        postsQuestion(context, 'MIL', {
          unreached: context.directory.leadersOf('MIL').map((one) => ({ ...one, absent: false })),
          manages: true,
        }),
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
