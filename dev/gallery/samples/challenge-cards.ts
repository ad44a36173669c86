import type { CardContext } from '../../../src/cards/card-context';
import { challengeAgenda, challengeCard } from '../../../src/cards/challenge/challenge-card';
import { challengeElsewhere, challengeForm, EVERYWHERE } from '../../../src/cards/challenge/challenge-form';
import { challengeAnswers, challengeList } from '../../../src/cards/challenge/challenge-list';
import { toldText } from '../../../src/cards/challenge/challenge-told';
import { challengesChanged } from '../../../src/cards/challenge/list-changed';
import type { ChallengeRole } from '../../../src/domain/challenge/policy';
import type { ListedChallenge } from '../../../src/domain/challenge/reading';
import {
  accepts,
  asked,
  type ChallengeStep,
  challengeAfter,
  clock,
  on,
  owner,
  passes,
  propose,
  publisher,
  withdraws,
} from '../../../testing/samples/challenge/challenge-story';
import { bareContent, type Content } from '../../../testing/samples/text/content';
import type { CardRow, Filling } from '../card-row';
import { samplesOf } from '../card-row';
import { different } from './different';

const written = { sv: 'utmaningar', en: 'challenges' };
const person = { name: 'Innovationsledare Vård', emails: [] };

const published = ({ title, problem, evidence, tried }: Content): ChallengeStep => [
  publisher,
  propose(
    { offers: { time: true, place: true, person: true, money: 50_000 }, goal: 'aldre' },
    { title, problem, ...((tried || evidence) && { tried: tried || evidence }) },
  ),
];
const opened = (content: Content): ChallengeStep[] => [published(content), [asked, accepts]];
const closed = (content: Content): ChallengeStep[] => [...opened(content), [clock, passes, on('2026-12-15')]];
const told = (content: Content): ChallengeStep[] => [
  ...closed(content),
  [owner, { type: 'tellResult', data: {}, words: { result: content.lesson } }],
];

const none = { people: 0, departments: 0, mine: false };

interface ChallengeScene {
  steps: (content: Content) => readonly ChallengeStep[];
  roles: readonly ChallengeRole[];
  answers?: number;
  panel?: 'decline' | 'result' | 'owner' | 'withdraw' | 'more';
  as?: Parameters<typeof toldText>[2]['as'];
}

/** A challenge's card at one point of its story. */
function scene({ steps, roles, answers = 0, panel, as }: ChallengeScene): CardRow {
  const draw = (context: CardContext, { content, names }: Filling) => {
    const { challenge, events } = named(challengeAfter(...steps(content)));
    const event = events.at(-1);
    const view = {
      challenge,
      roles: new Set(roles),
      names,
      answers,
      person,
      same: { people: answers, departments: 3, mine: false },
    };
    const happened = as && event ? toldText(context, view, { event, as }) : undefined;
    return challengeCard(context, { ...view, panel, told: happened });
  };
  return {
    view: 'challengeCard',
    command: 'challenges',
    written,
    samples: samplesOf(draw, (context) => {
      const { title, problem } = bareContent(context.language);
      const { challenge } = named(challengeAfter([publisher, propose({ offers: { time: true } }, { title, problem })]));
      return challengeCard(context, { challenge, roles: new Set(roles), names: new Map(), answers: 0, same: none });
    }),
  };
}

/** Under an id as ideas of samples have it. */
const named = <T extends ReturnType<typeof challengeAfter>>(made: T): T => ({
  ...made,
  challenge: { ...made.challenge, id: 'K7M4QX' },
});

const listed = (content: Content, steps: readonly ChallengeStep[], more: Partial<ListedChallenge> = {}) => {
  const { words: _, ...state } = challengeAfter(...steps).challenge;
  return { ...state, id: 'K7M4QX', title: content.title, ...more };
};

export const challengeCards = {
  'challenge-list': {
    view: 'challengeList',
    command: 'challenges',
    written,
    samples: samplesOf(
      (context, { content }) => {
        const { department: _, ...everybodys } = listed(content, opened(content), {
          id: 'K7M4QA',
          title: content.solution,
        });
        return challengeList(context, {
          proposed: [listed(content, [published(content)], { id: 'K7M4QB', title: content.evidence })],
          open: [listed(content, opened(content)), everybodys],
          awaited: [listed(content, closed(content), { id: 'K7M4QC', title: content.tried })],
          results: [listed(content, told(content), { id: 'K7M4QD', title: content.done })],
          publishes: true,
        });
      },
      (context) => challengeList(context, { proposed: [], open: [], awaited: [], results: [], publishes: false }),
    ),
  },
  'challenge-form': {
    view: 'challengeForm',
    command: 'challenges',
    written,
    samples: samplesOf(
      (context, { content: { title, problem, tried } }) =>
        challengeForm(context, {
          ...{ draft: { title, problem, tried, offers: 'time,place', money: '50 000' }, person },
          mayFor: ['VOO', EVERYWHERE],
          fault: context.t('challenge.refusal.noOffer', { most: 0 }),
        }),
      (context) => challengeForm(context, { draft: {}, person, mayFor: ['VOO'] }),
    ),
  },
  'challenge-elsewhere': {
    view: 'challengeElsewhere',
    command: 'challenges',
    written,
    samples: samplesOf(
      (context) => challengeElsewhere(context),
      (context) => challengeElsewhere(context),
    ),
  },
  'challenge-asked': scene({ steps: (content) => [published(content)], roles: ['asked'], as: 'asked' }),
  'challenge-decline': scene({ steps: (content) => [published(content)], roles: ['asked'], panel: 'decline' }),
  'challenge-open': scene({ steps: opened, roles: [], answers: 14 }),
  'challenge-more': scene({ steps: opened, roles: ['owner', 'decider'], answers: 1, panel: 'more' }),
  'challenge-owner-named': scene({ steps: opened, roles: ['decider'], panel: 'owner' }),
  'challenge-closed': scene({ steps: closed, roles: ['owner'], answers: 14, as: 'owner' }),
  'challenge-result': scene({ steps: closed, roles: ['owner'], answers: 14, panel: 'result' }),
  'challenge-told': scene({ steps: told, roles: [], answers: 14, as: 'answerers' }),
  'challenge-withdrawn': scene({
    steps: (content) => [...opened(content), [publisher, withdraws(content.reason)]],
    roles: ['publisher'],
    as: 'answerers',
  }),
  'challenge-agenda': {
    view: 'challengeAgenda',
    command: 'challenges',
    written,
    samples: samplesOf(
      (context, { content, names }) => {
        const { challenge } = named(challengeAfter(...opened(content)));
        return challengeAgenda(context, { challenge, roles: new Set(), names, answers: 0, same: none });
      },
      (context) => {
        const { title, problem } = bareContent(context.language);
        const { challenge } = named(challengeAfter([publisher, propose({}, { title, problem })]));
        return challengeAgenda(context, { challenge, roles: new Set(), names: new Map(), answers: 0, same: none });
      },
    ),
  },
  'challenge-answers': {
    view: 'challengeAnswers',
    command: 'challenges',
    written,
    samples: samplesOf(
      (context, { content }) =>
        challengeAnswers(context, {
          ...{ id: 'K7M4QX', page: 0, more: true, reader: 'pLEADER' },
          ideas: different(context, content, [{ answerBy: '2026-11-24' }, { unit: 'HTN' }]),
        }),
      (context) => challengeAnswers(context, { id: 'K7M4QX', ideas: [], page: 0, more: false, reader: 'pLEADER' }),
    ),
  },
  'challenges-changed': {
    view: 'challengesChanged',
    command: 'challenges',
    written,
    samples: samplesOf(challengesChanged, challengesChanged),
  },
} satisfies Record<string, CardRow>;
