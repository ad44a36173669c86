import type { CardContext } from '../../../../src/cards/card-context';
import { type GroupCardView, groupCard } from '../../../../src/cards/group/group-card';
import { groupNote, groupsChanged } from '../../../../src/cards/group/group-note';
import { groupTold } from '../../../../src/cards/group/group-words';
import type { GroupRole } from '../../../../src/domain/group/commands';
import { groupLimits } from '../../../../src/domain/group/group';
import {
  asked,
  asks,
  type GroupTurn,
  groupAfter,
  joins,
  lead,
  steps,
} from '../../../../testing/samples/group/group-story';
import { explore, given, leader, submit, submitter } from '../../../../testing/samples/idea/story';
import { bareContent, type Content } from '../../../../testing/samples/text/content';
import { type CardRow, type Filling, samplesOf } from '../../card-row';

const written = { sv: 'status K7M4QX', en: 'status K7M4QX' };
const ideaOf = (content: Content) =>
  given([submitter, submit({}, { title: content.title, problem: content.problem })], [leader, explore]).idea;
const short = (content: Content) => (content.progress || content.title).slice(0, groupLimits.step);

const first: GroupTurn[] = [[lead, asks()]];
const joined = (content: Content): GroupTurn[] => [
  ...[...first, [asked, joins] as const, [lead, asks('pOTHER')] as const],
  [lead, steps('pINVITED', '2026-12-01', short(content))],
  [lead, steps('pLEADER', '2026-12-08', (content.need || content.title).slice(0, groupLimits.step))],
];

interface GroupScene {
  turns: (content: Content) => readonly GroupTurn[];
  roles: readonly GroupRole[];
  panel?: GroupCardView['panel'];
  told?: true;
}

/** A group's card at one point of its story. */
function card({ turns, roles, panel, told }: GroupScene): CardRow {
  const viewed = (context: CardContext, content: Content) => {
    const made = turns(content);
    const { group, events } = made.length > 0 ? groupAfter(...made) : { group: undefined, events: [] };
    const event = events.at(-1);
    return groupCard(context, {
      ...{ idea: ideaOf(content), group, roles: new Set<GroupRole>(roles), isWorked: true, mostMembers: 8 },
      names: new Map([
        ['pLEADER', 'Innovationsledare Vård'],
        ['pINVITED', 'Enhetschef Hemtjänst Norr'],
        ['pOTHER', 'Innovationsledare Miljö'],
      ]),
      ...{ addresses: ['kollega@soderhamra.example'], reader: roles.includes('lead') ? 'pLEADER' : 'pINVITED', panel },
      told: told && event ? groupTold(context, { event, as: 'actor' }) : undefined,
    });
  };
  return {
    ...{ view: 'groupCard', command: 'open', written },
    samples: samplesOf(
      (context, { content }: Pick<Filling, 'content'>) => viewed(context, content),
      (context) => viewed(context, bareContent(context.language)),
    ),
  };
}

export const groupCards = {
  'group-begins': card({ turns: () => [], roles: ['lead', 'reader'] }),
  'group-asked': card({ turns: () => first, roles: ['asked', 'reader'] }),
  'group-works': card({ turns: joined, roles: ['lead', 'decider', 'reader'], told: true }),
  'group-member': card({ turns: joined, roles: ['member', 'reader'] }),
  'group-step': card({ turns: joined, roles: ['member', 'reader'], panel: 'step' }),
  'group-finish': card({ turns: joined, roles: ['member', 'reader'], panel: 'finish' }),
  'group-manage': card({ turns: joined, roles: ['lead', 'decider', 'reader'], panel: 'manage' }),
  'group-remove': card({ turns: joined, roles: ['lead', 'decider', 'reader'], panel: 'remove' }),
  'group-note': {
    ...{ view: 'groupNote', command: 'open', written },
    samples: samplesOf(
      (context, { content }) => groupNote(context, ideaOf(content), context.t('group.did.memberDeclined')),
      (context) => groupNote(context, ideaOf(bareContent(context.language)), context.t('group.did.memberDeclined')),
    ),
  },
  'groups-changed': {
    ...{ view: 'groupsChanged', command: 'open', written },
    samples: samplesOf(groupsChanged, groupsChanged),
  },
} satisfies Record<string, CardRow>;
