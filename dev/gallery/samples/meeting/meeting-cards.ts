import type { MeetingView } from '../../../../src/app/meeting/meeting-view';
import type { CardContext } from '../../../../src/cards/card-context';
import { type MeetingCardView, meetingCard } from '../../../../src/cards/meeting/meeting-card';
import { meetingForm } from '../../../../src/cards/meeting/meeting-form';
import { meetingList, meetingsChanged } from '../../../../src/cards/meeting/meeting-list';
import { meetingTold } from '../../../../src/cards/meeting/meeting-told';
import type { MeetingRole } from '../../../../src/domain/meeting/policy';
import { meetingLimits } from '../../../../src/domain/meeting/words';
import {
  arranger,
  cancels,
  changes,
  clock,
  comes,
  invited,
  keeper,
  type MeetingStep,
  meetingAfter,
  on,
  passes,
  plans,
} from '../../../../testing/samples/meeting/meeting-story';
import { bareContent, type Content } from '../../../../testing/samples/text/content';
import { type CardRow, type Filling, samplesOf } from '../../card-row';

const written = { sv: 'metoder', en: 'methods' };

/** An id that the checks of words know for one. */
const ID = 'K7M4H1';
const short = (text: string, { title }: Content, most: number): string => (text || title).slice(0, most);
const wordsOf = (content: Content) => ({
  what: short(content.title, content, meetingLimits.what),
  where: short(content.need, content, meetingLimits.where),
});
const planned = (content: Content): MeetingStep => [arranger, plans({ seats: 12 }, wordsOf(content)), on('2026-11-01')];
const come = (content: Content): MeetingStep[] => [planned(content), [invited, comes]];
const changed = (content: Content): MeetingStep[] => [
  ...come(content),
  [keeper, changes({ on: '2026-12-04', seats: 12 }, wordsOf(content))],
];
const cancelled = (content: Content): MeetingStep[] => [
  ...come(content),
  [keeper, cancels(short(content.reason, content, meetingLimits.why))],
];
const held = (content: Content): MeetingStep[] => [
  [arranger, plans({ on: '2026-11-12' }, wordsOf(content)), on('2026-11-01')],
  [invited, comes, on('2026-11-02')],
  [clock, passes, on('2026-11-11')],
  [clock, passes, on('2026-11-13')],
];

const made = (steps: readonly MeetingStep[], id = ID) => {
  const { meeting, events } = meetingAfter(...steps);
  return { meeting: { ...meeting, id }, events };
};

interface MeetingScene {
  steps: (content: Content) => MeetingStep[];
  roles: readonly MeetingRole[];
  panel?: MeetingCardView['panel'];
  as?: Parameters<typeof meetingTold>[2]['as'];
}

/** A meeting's card at one point of its story. */
function card({ steps, roles, panel, as }: MeetingScene): CardRow {
  const draw = (context: CardContext, { content }: Pick<Filling, 'content'>) => {
    const { meeting, events } = made(steps(content));
    const event = events.at(-1);
    const told = as && event ? meetingTold(context, meeting, { event, as }) : undefined;
    const comers = panel === 'comers' ? { comers: [content.contact, content.taker] } : {};
    return meetingCard(context, { meeting, roles: new Set(roles), panel, told, ...comers });
  };
  return {
    ...{ view: 'meetingCard', command: 'methods', written },
    samples: samplesOf(draw, (context) => {
      const { meeting } = made([planned(bareContent(context.language))]);
      return meetingCard(context, { meeting, roles: new Set(roles) });
    }),
  };
}

const own = ({ directory }: CardContext) => directory.departments.slice(0, 1);

const listed = (content: Content): MeetingView[] =>
  [[planned(content)], come(content), changed(content)].map((steps, at) => ({
    meeting: made(steps, `K7M4H${at + 1}`).meeting,
    roles: new Set<MeetingRole>(at === 1 ? ['invited', 'comer'] : ['invited']),
  }));

export const meetingCards = {
  'meeting-planned': card({ steps: (content) => [planned(content)], roles: ['invited'] }),
  'meeting-coming': card({ steps: come, roles: ['invited', 'comer'], as: 'actor' }),
  'meeting-held-by': card({ steps: come, roles: ['keeper', 'invited'] }),
  'meeting-manage': card({ steps: come, roles: ['keeper', 'invited'], panel: 'manage' }),
  'meeting-change': card({ steps: come, roles: ['keeper', 'invited'], panel: 'change' }),
  'meeting-cancel': card({ steps: come, roles: ['keeper', 'invited'], panel: 'cancel' }),
  'meeting-comers': card({ steps: come, roles: ['keeper', 'invited'], panel: 'comers' }),
  'meeting-changed': card({ steps: changed, roles: ['invited', 'comer'], as: 'comers' }),
  'meeting-cancelled': card({ steps: cancelled, roles: ['invited', 'comer'], as: 'comers' }),
  'meeting-taken-along': card({ steps: held, roles: ['invited', 'comer'], as: 'comers' }),
  'meeting-form': {
    ...{ view: 'meetingForm', command: 'methods', written },
    samples: samplesOf(
      (context) => meetingForm(context, { departments: own(context) }),
      (context) => meetingForm(context, { departments: own(context) }),
    ),
  },
  'meeting-list': {
    ...{ view: 'meetingList', command: 'methods', written },
    samples: samplesOf(
      (context, { content }) => meetingList(context, { meetings: listed(content), page: 0, more: true, mayHold: true }),
      (context) => meetingList(context, { meetings: [], page: 0, more: false, mayHold: false }),
    ),
  },
  'meetings-changed': {
    ...{ view: 'meetingsChanged', command: 'methods', written },
    samples: samplesOf(meetingsChanged, meetingsChanged),
  },
} satisfies Record<string, CardRow>;
