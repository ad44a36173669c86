import type { CardContext } from '../../../../src/cards/card-context';
import { type UndertakingCardView, undertakingCard } from '../../../../src/cards/undertaking/undertaking-card';
import { undertakingForm } from '../../../../src/cards/undertaking/undertaking-form';
import { undertakingList, undertakingsChanged } from '../../../../src/cards/undertaking/undertaking-list';
import { undertakingTold } from '../../../../src/cards/undertaking/undertaking-told';
import type { UndertakingRole } from '../../../../src/domain/undertaking/policy';
import type { Undertaking } from '../../../../src/domain/undertaking/undertaking';
import { undertakingLimits } from '../../../../src/domain/undertaking/words';
import { bareContent, type Content } from '../../../../testing/samples/text/content';
import {
  adder,
  adds,
  drops,
  finishes,
  keeper,
  moves,
  type UndertakingStep,
  undertakingAfter,
} from '../../../../testing/samples/undertaking/undertaking-story';
import { type CardRow, type Filling, samplesOf } from '../../card-row';

const written = { sv: 'översikt', en: 'overview' };

/** An id that the checks of words know for one. */
const ID = 'K7M4H1';
const short = (text: string, { title }: Content, most: number): string => (text || title).slice(0, most);
const added = (content: Content): UndertakingStep => {
  const what = short(content.need, content, undertakingLimits.what);
  return [adder, adds('2026-12-10', { what, who: short(content.title, content, undertakingLimits.who) })];
};
const why = (content: Content): string => short(content.reason, content, undertakingLimits.why);
const movedOn = (content: Content): UndertakingStep[] => [added(content), [keeper, moves('2026-12-20', why(content))]];
const finished = (content: Content): UndertakingStep[] => [
  added(content),
  [keeper, finishes(short(content.went, content, undertakingLimits.result))],
];
const dropped = (content: Content): UndertakingStep[] => [added(content), [keeper, drops(why(content))]];

const made = (steps: readonly UndertakingStep[], id = ID) => {
  const { undertaking, events } = undertakingAfter(...steps);
  return { undertaking: { ...undertaking, id }, events };
};

/** One that was moved and one that is done, in a sample's words. */
export const undertakenIn = (content: Content): Undertaking[] =>
  [movedOn, finished].map((steps, at) => made(steps(content), `K7M4H${at + 1}`).undertaking);

interface UndertakingScene {
  steps: (content: Content) => UndertakingStep[];
  roles: readonly UndertakingRole[];
  panel?: UndertakingCardView['panel'];
  as?: Parameters<typeof undertakingTold>[1]['as'];
}

/** An undertaking's card at one point of its story. */
function card({ steps, roles, panel, as }: UndertakingScene): CardRow {
  const draw = (context: CardContext, { content }: Pick<Filling, 'content'>) => {
    const { undertaking, events } = made(steps(content));
    const event = events.at(-1);
    const told = as && event ? undertakingTold(context, { event, as }) : undefined;
    return undertakingCard(context, { undertaking, roles: new Set(roles), panel, told });
  };
  return {
    ...{ view: 'undertakingCard', command: 'overview', written },
    samples: samplesOf(draw, (context) => {
      const { undertaking } = made([added(bareContent(context.language))]);
      return undertakingCard(context, { undertaking, roles: new Set(roles) });
    }),
  };
}

const own = ({ directory }: CardContext) => directory.departments[0];
const years = ['2025', '2026', '2027'];

export const undertakingCards = {
  'undertaking-planned': card({ steps: (content) => [added(content)], roles: ['adder', 'keeper'] }),
  'undertaking-for-reader': card({ steps: movedOn, roles: [] }),
  'undertaking-move': card({ steps: (content) => [added(content)], roles: ['keeper'], panel: 'move' }),
  'undertaking-finish': card({ steps: (content) => [added(content)], roles: ['keeper'], panel: 'finish' }),
  'undertaking-done': card({ steps: finished, roles: ['keeper'], as: 'actor' }),
  'undertaking-dropped': card({ steps: dropped, roles: ['adder', 'keeper'], as: 'adder' }),
  'undertaking-form': {
    ...{ view: 'undertakingForm', command: 'overview', written },
    samples: samplesOf(
      (context) => undertakingForm(context, { department: own(context)?.code ?? '' }),
      (context) => undertakingForm(context, { department: own(context)?.code ?? '' }),
    ),
  },
  'undertaking-list': {
    ...{ view: 'undertakingList', command: 'overview', written },
    samples: samplesOf(
      (context, { content }) =>
        undertakingList(context, {
          ...{ year: '2026', years, department: own(context), mayAdd: true, isFull: false, page: 0, followedFrom: {} },
          undertakings: [movedOn, finished, dropped].map(
            (steps, at) => made(steps(content), `K7M4H${at + 1}`).undertaking,
          ),
        }),
      (context) =>
        undertakingList(context, {
          ...{ year: '2026', years, department: own(context), undertakings: [] },
          ...{ mayAdd: true, isFull: false, page: 0 },
        }),
    ),
  },
  'undertakings-changed': {
    ...{ view: 'undertakingsChanged', command: 'overview', written },
    samples: samplesOf(undertakingsChanged, undertakingsChanged),
  },
} satisfies Record<string, CardRow>;
