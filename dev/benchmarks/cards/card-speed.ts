import { help } from '../../../src/cards/conversation/help';
import { ideaCard } from '../../../src/cards/idea/idea-card';
import { ideaForm } from '../../../src/cards/idea/idea-form';
import { myIdeas } from '../../../src/cards/idea/lists/my-ideas';
import { myTurn } from '../../../src/cards/idea/lists/my-turn';
import type { Drawn, Kit } from '../../../src/cards/kit';
import { type Draw, loadTemplates } from '../../../src/cards/templates';
import { languageCodes } from '../../../src/domain/languages';
import { ideas } from '../../../testing/samples/idea/ideas';
import { explore, given, leader, submitted } from '../../../testing/samples/idea/story';
import { aTurn } from '../../../testing/samples/idea/turns';
import { kitFor } from '../../../testing/samples/kit';
import { people, readers } from '../../../testing/samples/person/people';
import { against, type Figure } from '../figure';
import type { Setting } from '../setting';

const { idea, events } = given(submitted, [leader, explore]);
const [sent, explored] = events;
if (!sent || !explored) throw new Error('Two things have happened');
const listed = ideas(8);

/** What people see most, with everything that it is drawn from at hand. */
const cards: readonly ((kit: Kit) => Drawn)[] = [
  help,
  (kit) => ideaForm(kit, { draft: {}, department: 'VOO' }),
  (kit) => ideaCard(kit, { idea, reader: readers.submitter, names: people, receipt: { officeInstead: false } }),
  (kit) => ideaCard(kit, { idea, reader: readers.leader, names: people, happened: { event: sent, as: 'deciders' } }),
  (kit) => ideaCard(kit, { idea, reader: readers.driver, names: people, happened: { event: explored, as: 'actor' } }),
  (kit) => ideaCard(kit, { idea, reader: readers.colleague, names: people, history: [...events] }),
  (kit) => myIdeas(kit, { ideas: listed, page: 0, more: false }, readers.submitter.ref),
  (kit) => myTurn(kit, aTurn({ ideas: listed, names: people }), readers.leader.ref),
];

/** How often all cards are drawn in a round. */
const TIMES = 25;

/**
 * Cards drawn in a second, against adaptivecards-templating alone that fills the same templates with the same data: what
 * choosing texts, dates, buttons and parts costs on top.
 */
export async function timeCards({ rounds }: Setting): Promise<Record<'cards', Figure>> {
  const kits = languageCodes.map((language) => kitFor(language));
  const expand = loadTemplates();
  const filled = kits.flatMap((kit) => cards.flatMap((draw) => fillingsOf(draw, kit)));
  const ours = (): number => {
    for (const kit of kits) for (const draw of cards) draw(kit);
    return kits.length * cards.length;
  };
  const bare = (): number => {
    for (const fill of filled) fill(expand);
    return kits.length * cards.length;
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
function fillingsOf(draw: (kit: Kit) => Drawn, kit: Kit): ((expand: Draw) => void)[] {
  const fillings: ((expand: Draw) => void)[] = [];
  draw({
    ...kit,
    draw: (template, data) => {
      fillings.push((expand) => expand(template, data));
      return kit.draw(template, data);
    },
  });
  return fillings;
}
