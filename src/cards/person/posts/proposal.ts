import type { Contact } from '../../../domain/organisation/organisation.js';
import type { PostChange, PostList } from '../../../domain/organisation/overlay/change.js';
import type { Day } from '../../../domain/time.js';
import { dayText } from '../../../text/dates.js';
import { listText } from '../../../text/lists.js';
import type { CardContext, Drawn } from '../../card-context.js';
import { note } from '../../note.js';
import { few } from '../../organisation/few.js';
import { officeName, shortPlaceName } from '../../places.js';
import { button } from '../../verbs.js';

const plain = { inputs: 'none' } as const;
const roles = { leaders: 'leader', deputies: 'deputy', managers: 'manager' } as const satisfies Record<
  PostList,
  string
>;

/** "Demo Ny blir innovationsledare för Miljö." What a proposal would change, as a sentence. */
export function proposedText(
  context: CardContext,
  { department, unit, post: list, out, in: comes }: PostChange,
): string {
  const { t } = context;
  const places = shortPlaceName(context, { department, ...(unit && { unit }) });
  const post = t(`post.name.${roles[list]}`, { places, office: officeName(context) });
  const [name = '', other = ''] = [comes?.name, out?.name];
  if (!comes) return t('posts.proposal.leaves', { name: other, post });
  return out ? t('posts.proposal.instead', { name, post, other }) : t('posts.proposal.comes', { name, post });
}

/** Those who are asked, by name, for the middle of a sentence. */
export const whoAnswers = (context: CardContext, asked: readonly Contact[]): string =>
  listText(
    few(
      context,
      asked.map(({ name }) => name),
    ),
    context.language,
  );

interface ProposalAsked {
  /** How its buttons name it. */
  name: string;
  change: PostChange;
  /** What whoever proposes it is called; absent of somebody who is gone. */
  proposer?: string | undefined;
  until: Day;
}

/** Somebody who answers for a department is asked whether a colleague is to have a post there. */
export function proposalQuestion(
  context: CardContext,
  { name: proposal, change, proposer, until }: ProposalAsked,
): Drawn {
  const { t, language, today } = context;
  const what = proposedText(context, change);
  return note(context, {
    heading: t('posts.proposal.heading'),
    lines: [
      t('posts.proposal.question', { what }),
      ...(proposer ? [t('posts.proposal.by', { name: proposer })] : []),
      t('posts.proposal.until', { day: dayText(until, language, today) }),
    ],
    buttons: [
      button(t('posts.proposal.yes'), 'answerProposal', { proposal, yes: true }, { ...plain, style: 'positive' }),
      button(t('posts.proposal.no'), 'answerProposal', { proposal, yes: false }, plain),
    ],
  });
}

/** What came of the answer, in the place of the question. */
export const proposalAnswered = (context: CardContext, what: 'yes' | 'no' | 'takenBack', change: PostChange): Drawn =>
  note(context, {
    heading: context.t(`posts.proposal.done.${what}`),
    lines: [...(what === 'yes' ? [proposedText(context, change)] : []), context.t(`posts.proposal.next.${what}`)],
  });

/** Whoever has proposed it reads how it ended. */
export function proposalEnded(
  context: CardContext,
  { what, change }: { what: 'yes' | 'no' | 'expired' | 'overtaken'; change: PostChange },
): Drawn {
  const { t } = context;
  return note(context, {
    heading: t('posts.proposal.ended.heading'),
    lines: [t(`posts.proposal.ended.${what}`, { what: proposedText(context, change) })],
    buttons: [button(t('posts.proposal.seeLeaders'), 'leader', { department: change.department }, plain)],
  });
}
