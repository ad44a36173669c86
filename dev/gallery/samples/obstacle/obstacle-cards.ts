import { type ObstacleOfIdea, obstacleOfIdea } from '../../../../src/app/obstacle/obstacle-of-idea';
import type { CardContext } from '../../../../src/cards/card-context';
import { type ObstacleCardView, obstacleCard } from '../../../../src/cards/obstacle/obstacle-card';
import { obstacleList, obstaclesChanged, obstaclesElsewhere } from '../../../../src/cards/obstacle/obstacle-list';
import { obstacleTold } from '../../../../src/cards/obstacle/obstacle-told';
import { sameForSeveral } from '../../../../src/cards/obstacle/same-for-several';
import type { Obstacle } from '../../../../src/domain/obstacle/obstacle';
import type { ObstacleRole } from '../../../../src/domain/obstacle/policy';
import { obstacleLimits } from '../../../../src/domain/obstacle/words';
import { hinder, hinderThere, liftObstacle, liftThere } from '../../../../testing/samples/idea/hindering';
import {
  adopter,
  clock,
  close,
  doNow,
  invite,
  leader,
  notNow,
  on as onDay,
  reportDone,
  type Step,
} from '../../../../testing/samples/idea/story';
import {
  keeper,
  namer,
  naming,
  type ObstacleStep,
  obstacleAfter,
  on,
  owner,
  passes,
  removes,
  takes,
} from '../../../../testing/samples/obstacle/obstacle-story';
import { readers } from '../../../../testing/samples/person/readers';
import { bareContent, type Content } from '../../../../testing/samples/text/content';
import { type CardRow, type Filling, samplesOf } from '../../card-row';
import { scene, submitted } from '../scene';

const written = { sv: 'hinder', en: 'obstacles' };

/** A line is short, whatever is typed into it. */
const lineIn = (text: string, { title }: Content): string => (text || title).slice(0, obstacleLimits.line);
/** An id that the checks of words know for one. */
const ID = 'K7M4H1';
const named = (content: Content): ObstacleStep => [namer, naming(lineIn(content.need, content))];
const taken = (content: Content): ObstacleStep[] => [named(content), [keeper, takes()]];
const gone = (content: Content): ObstacleStep[] => [
  ...taken(content),
  [owner, removes(content.lesson.slice(0, obstacleLimits.how))],
];
const stops = { ideas: 11, departments: 6 };

/** As these steps leave it. */
function made(steps: readonly ObstacleStep[]) {
  const { obstacle, events } = obstacleAfter(...steps);
  return { obstacle: { ...obstacle, id: ID }, events };
}

interface ObstacleScene {
  steps: (content: Content) => readonly ObstacleStep[];
  roles: readonly ObstacleRole[];
  panel?: ObstacleCardView['panel'];
  as?: Parameters<typeof obstacleTold>[2]['as'];
}

/** An obstacle's card at one point of its story. */
function card({ steps, roles, panel, as }: ObstacleScene): CardRow {
  const draw = (context: CardContext, { content, names }: Filling) => {
    const { obstacle, events } = made(steps(content));
    const event = events.at(-1);
    const told = as && event ? obstacleTold(context, { obstacle, names }, { event, as }) : undefined;
    return obstacleCard(context, { obstacle, roles: new Set(roles), names, stops, panel, told });
  };
  return {
    ...{ view: 'obstacleCard', command: 'obstacles', written },
    samples: samplesOf(draw, (context) => {
      const { obstacle } = made([named(bareContent(context.language))]);
      return obstacleCard(context, {
        ...{ obstacle, roles: new Set(roles), names: new Map(), stops: { ideas: 0, departments: 0 } },
      });
    }),
  };
}

/** What stands in an idea's way, as its card knows it. */
const beside = (content: Content, alike: number, steps = [named(content)]) => {
  const { obstacle } = made(steps);
  const others = [content.progress, content.tryAgain, content.went]
    .slice(0, alike)
    .map((text, n): Obstacle => ({ ...obstacle, id: `K7M4H${n + 2}`, words: { line: lineIn(text, content) } }));
  const roles = new Set(['keeper'] as const);
  const found: ObstacleOfIdea = {
    obstacle,
    roles,
    alike: others,
    stops: alike > 0 ? { ideas: 1, departments: 1 } : stops,
  };
  return { beside: new Map([[obstacleOfIdea, found]]) };
};

const ended = (content: Content): Step[] => [submitted(content), [leader, close({ reason: content.reason })]];
const hindered = (content: Content): Step[] => [...ended(content), [leader, hinder()]];
const back = (content: Content): Step[] => [...hindered(content), [clock, liftObstacle(), onDay('2027-02-01')]];

const hinderedThere = (content: Content): Step[] => [
  submitted(content),
  [leader, doNow('pLEADER')],
  [leader, reportDone()],
  [leader, invite('SBK')],
  [adopter, notNow(content.reason)],
  [adopter, hinderThere()],
];
const goneThere = (content: Content): Step[] => [...hinderedThere(content), [clock, liftThere(), onDay('2027-02-01')]];

export const obstacleCards = {
  'idea-hinder': scene({ steps: ended, reader: readers.leader, more: { panel: 'hinder' } }),
  'idea-hindered': scene({
    steps: hindered,
    reader: readers.leader,
    as: 'actor',
    more: (content) => ({ panel: 'obstacle', ...beside(content, 3) }),
  }),
  'idea-hindered-known': scene({
    steps: hindered,
    reader: readers.leader,
    more: (content) => ({ panel: 'obstacle', ...beside(content, 0, taken(content)) }),
  }),
  'idea-waits-for-obstacle': scene({
    steps: hindered,
    reader: readers.leader,
    more: (content) => beside(content, 0, taken(content)),
  }),
  'idea-obstacle-lifted': scene({ steps: back, reader: readers.leader, as: 'deciders' }),
  'idea-obstacle-lifted-submitter': scene({ steps: back, reader: readers.submitter, as: 'submitter' }),
  'idea-hindered-there': scene({
    steps: hinderedThere,
    reader: readers.adopter,
    as: 'actor',
    more: (content) => ({ asDepartment: 'SBK', panel: 'obstacle', ...beside(content, 3) }),
  }),
  'idea-obstacle-gone-there': scene({
    steps: goneThere,
    reader: readers.adopter,
    as: 'adopters',
    more: { asDepartment: 'SBK' },
  }),
  'obstacle-open': card({ steps: (content) => [named(content)], roles: ['keeper'] }),
  'obstacle-for-reader': card({ steps: (content) => [named(content)], roles: [] }),
  'obstacle-take': card({ steps: (content) => [named(content)], roles: ['keeper'], panel: 'take' }),
  'obstacle-taken': card({ steps: taken, roles: ['keeper', 'owner'], as: 'actor' }),
  'obstacle-reminded': card({
    steps: (content) => [...taken(content), [{ ref: 'clock', roles: new Set(['clock']) }, passes, on('2027-02-01')]],
    ...{ roles: ['keeper', 'owner'], as: 'keeper' },
  }),
  'obstacle-remove': card({ steps: taken, roles: ['keeper', 'owner'], panel: 'remove' }),
  'obstacle-removed': card({ steps: gone, roles: ['keeper'], as: 'actor' }),
  'obstacle-list': {
    ...{ view: 'obstacleList', command: 'obstacles', written },
    samples: samplesOf(
      (context, { content }) =>
        obstacleList(context, [
          { obstacle: made(taken(content)).obstacle, stops },
          {
            obstacle: {
              ...{ ...made([named(content)]).obstacle, id: 'K7M4H2' },
              words: { line: lineIn(content.progress, content) },
            },
            stops: { ideas: 1, departments: 1 },
          },
        ]),
      (context) => obstacleList(context, []),
    ),
  },
  'obstacle-elsewhere': {
    ...{ view: 'obstaclesElsewhere', command: 'obstacles', written },
    samples: samplesOf(obstaclesElsewhere, obstaclesElsewhere),
  },
  'obstacle-same-for-several': {
    ...{ view: 'sameForSeveral', command: 'queue', written: { sv: 'min tur', en: 'my turn' } },
    samples: samplesOf(
      (context, { content }) =>
        sameForSeveral(context, {
          alike: [content.progress, content.tryAgain].map((text, n) => ({
            ...{ ...made([named(content)]).obstacle, id: `K7M4H${n + 2}` },
            words: { line: lineIn(text, content) },
          })),
          line: lineIn(content.need, content),
          ideas: ['K7M4J1.2', 'K7M4J2.2', 'K7M4J3.2'],
          ...{ outcome: { do: 'close', done: 3, refused: 0 }, pile: 'alike' },
        }),
      (context) => {
        const { obstacle } = made([named(bareContent(context.language))]);
        const outcome = { do: 'close', done: 2, refused: 1 } as const;
        return sameForSeveral(context, {
          alike: [obstacle],
          line: obstacle.words.line ?? '',
          ideas: ['K7M4J1.2'],
          outcome,
        });
      },
    ),
  },
  'obstacles-changed': {
    ...{ view: 'obstaclesChanged', command: 'obstacles', written },
    samples: samplesOf(obstaclesChanged, obstaclesChanged),
  },
} satisfies Record<string, CardRow>;
