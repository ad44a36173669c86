import type { CardContext, Drawn } from '../../../src/cards/card-context';
import { help } from '../../../src/cards/conversation/help';
import { ideaForm } from '../../../src/cards/idea/idea-form';
import { myIdeas } from '../../../src/cards/idea/lists/my-ideas';
import { myTurn } from '../../../src/cards/idea/lists/my-turn';
import { ideaCard } from '../../../src/cards/idea-card';
import { type Draw, loadTemplates } from '../../../src/cards/templates';
import { languageCodes } from '../../../src/domain/languages';
import { contextFor } from '../../../testing/samples/card-context';
import { ideas } from '../../../testing/samples/idea/ideas';
import { explore, given, leader, submitted } from '../../../testing/samples/idea/story';
import { aTurn } from '../../../testing/samples/idea/turns';
import { people, readers } from '../../../testing/samples/person/people';
import { against, type Figure } from '../figure';
import type { Setting } from '../setting';

const { idea, events } = given(submitted, [leader, explore]);
const [sent, explored] = events;
if (!sent || !explored) throw new Error('Two things have happened');
const listed = ideas(8);

/** What people see most, with everything that it is drawn from at hand. */
const cards: readonly ((context: CardContext) => Drawn)[] = [
  help,
  (context) => ideaForm(context, { draft: {}, department: 'VOO' }),
  (context) => ideaCard(context, { idea, reader: readers.submitter, names: people, receipt: { officeInstead: false } }),
  (context) =>
    ideaCard(context, { idea, reader: readers.leader, names: people, happened: { event: sent, as: 'deciders' } }),
  (context) =>
    ideaCard(context, { idea, reader: readers.driver, names: people, happened: { event: explored, as: 'actor' } }),
  (context) => ideaCard(context, { idea, reader: readers.colleague, names: people, history: [...events] }),
  (context) => myIdeas(context, { ideas: listed, page: 0, more: false }, readers.submitter.ref),
  (context) => myTurn(context, aTurn({ ideas: listed, names: people }), readers.leader.ref),
];

/** How often all cards are drawn in a round. */
const TIMES = 25;

/**
 * Cards drawn in a second, against adaptivecards-templating alone that fills the same templates with the same data: what
 * choosing texts, dates, buttons and parts costs on top.
 */
export async function timeCards({ rounds }: Setting): Promise<Record<'cards', Figure>> {
  const contexts = languageCodes.map((language) => contextFor(language));
  const expand = loadTemplates();
  const filled = contexts.flatMap((context) => cards.flatMap((draw) => fillingsOf(draw, context)));
  const ours = (): number => {
    for (const context of contexts) for (const draw of cards) draw(context);
    return contexts.length * cards.length;
  };
  const bare = (): number => {
    for (const fill of filled) fill(expand);
    return contexts.length * cards.length;
  };
  const speeds = { ours: [] as number[], bare: [] as number[] };
  const programs = { ours, bare };
  // The first rounds are for the compiler.
  for (let round = -2; round < rounds; round++) {
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const name of order) {
      const speed = perSecond(programs[name]);
      if (round >= 0) speeds[name].push(speed);
    }
  }
  return { cards: against(speeds.ours, speeds.bare) };
}

function perSecond(drawAll: () => number): number {
  const begun = performance.now();
  let drawn = 0;
  for (let time = 0; time < TIMES; time++) drawn += drawAll();
  return (drawn / (performance.now() - begun)) * 1000;
}

/** What a card does with its templates: each of them filled. */
function fillingsOf(draw: (context: CardContext) => Drawn, context: CardContext): ((expand: Draw) => void)[] {
  const fillings: ((expand: Draw) => void)[] = [];
  draw({
    ...context,
    draw: (template, data) => {
      fillings.push((expand) => expand(template, data));
      return context.draw(template, data);
    },
  });
  return fillings;
}
