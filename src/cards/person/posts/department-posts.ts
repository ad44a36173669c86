import type { OpenProposal } from '../../../app/person/posts/proposals.js';
import { type PostList, postLists } from '../../../domain/organisation/overlay/change.js';
import { holdersOf } from '../../../domain/person/changing-posts.js';
import { buttonRows } from '../../button-rows.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { few } from '../../organisation/few.js';
import { shortPlaceName } from '../../places.js';
import { type Button, button } from '../../verbs.js';
import { isOfItself, type PostsPart } from './posts-parts.js';
import { proposedText } from './proposal.js';
import { namesOrNobody } from './reshaping.js';

/** A card has room for so many. */
const MOST_ACTIONS = 6;

const plain = { inputs: 'none' } as const;

/** Opens what of a department its own people and the office may change. */
export const changeButton = ({ t }: CardContext, department: string): Button =>
  button(t('posts.change'), 'posts', { department }, plain);

/** Who has which post in a department, and which parts of that its reader may change; `note`: what came of the last press. */
export function departmentPosts(
  context: CardContext,
  department: string,
  parts: readonly PostsPart[],
  { note, proposals = [] }: { note?: string | undefined; proposals?: readonly OpenProposal[] } = {},
): Drawn {
  const { t } = context;
  const place = shortPlaceName(context, { department });
  const shown = parts.filter((part) => !isOfItself(part));
  const card = context.draw('posts', {
    label: t('posts.label'),
    place,
    notes: note ? [{ text: note }] : [],
    facts: [...postFacts(context, department), ...proposalFacts(context, proposals)],
    fault: [],
    fields: [],
    buttonRows: buttonRows([
      ...shown.map((part) => button(t(`posts.form.${part}`), 'posts', { department, part }, plain)),
      ...takeBack(context, proposals).slice(0, MOST_ACTIONS - shown.length),
    ]),
  });
  return { card, summary: note ?? t('posts.summary', { place }) };
}

/** What waits for an answer, as sentences. */
const proposalFacts = (context: CardContext, proposals: readonly OpenProposal[]) =>
  proposals.length > 0
    ? [
        {
          label: context.t('posts.proposal.open'),
          values: few(
            context,
            proposals.map(({ change }) => proposedText(context, change)),
          ).map((text) => ({ text })),
        },
      ]
    : [];

/** Whoever has proposed something takes it back with one press; of several the first. */
const takeBack = ({ t }: CardContext, proposals: readonly OpenProposal[]): Button[] =>
  proposals
    .filter(({ isOwn }) => isOwn)
    .slice(0, 1)
    .map(({ name }) => button(t('posts.proposal.takeBack'), 'answerProposal', { proposal: name, yes: false }, plain));

/** Who has which post, by name, and by which other words the department is found. */
export function postFacts(context: CardContext, code: string) {
  const { t, directory } = context;
  const department = directory.department(code);
  if (!department) return [];
  const namesIn = (post: PostList) => holdersOf(department, post).map(({ contact }) => contact.name);
  return [
    ...postLists.map((post) => ({ label: t(`posts.${post}`), values: namesOrNobody(context, namesIn(post)) })),
    ...(department.aliases.length > 0
      ? [{ label: t('posts.aliases'), values: [{ text: few(context, department.aliases).join(', ') }] }]
      : []),
  ];
}
