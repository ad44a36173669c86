import type { Deps } from '../../../src/app/deps';
import { type Beside, lookUpsBeside } from '../../../src/app/idea/beside';
import { backButton } from '../../../src/cards/idea/actions/next-steps';
import type { AddedPanels, IdeaPanel } from '../../../src/cards/idea/actions/opened';
import type { PanelName } from '../../../src/cards/idea/actions/tables';
import type { IdeaAdditions } from '../../../src/cards/idea/additions';
import { type IdeaCardProps, ideaCardWith } from '../../../src/cards/idea/idea-card';
import { ideaCard } from '../../../src/cards/idea-card';
import { section } from '../../../src/cards/paragraphs';
import { buttonsOf, textsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { anIdea } from '../../../testing/samples/idea/ideas';

/** A room after the idea's, as one would be: it looks something up, and puts a fact, a section and a panel on the card. */
const helpers: Beside<readonly string[]> = {
  lookUp: async (_deps, _person, { id }) => (id === 'K7M2P4' ? ['Verkstaden', 'Biblioteket'] : undefined),
};
const panel: IdeaPanel = (reading) => {
  const found = reading.foundOf(helpers);
  const open = { title: 'Alla som hjälper', text: [], quotes: [], fields: [], fault: [] };
  return found && { panel: [open], buttons: [backButton(reading)] };
};
const additions: IdeaAdditions = {
  facts: [
    (reading) => {
      const found = reading.foundOf(helpers) ?? [];
      return found.length > 0 ? [{ label: 'De som hjälper', values: found.map((text) => ({ text })) }] : [];
    },
  ],
  sections: [(reading) => section('Hjälp på väg', reading.foundOf(helpers)?.[0])],
  // The name of a panel comes with the offer that shows it, and the register has no such room.
  panels: { helpers: panel } as Record<string, IdeaPanel> as AddedPanels,
};

const context = contextFor('sv');
const draw = ideaCardWith(additions);

async function viewOf(id: string): Promise<IdeaCardProps> {
  const idea = anIdea({ id });
  const beside = await lookUpsBeside([helpers])({} as Deps, {} as Parameters<typeof helpers.lookUp>[1], idea);
  const reader = { ref: idea.submitter, roles: new Set(['reader', 'submitter'] as const) };
  return { idea, reader, names: new Map(), history: [], beside };
}

describe('what another room puts on the idea card', () => {
  it('stands there where its look-up has found something', async () => {
    const drawn = draw(context, await viewOf('K7M2P4'));
    expectSound(drawn);
    expect(textsOf(drawn.card)).toEqual(expect.arrayContaining(['De som hjälper', 'Biblioteket', 'Hjälp på väg']));
  });

  it('leaves the card as it is where nothing was found, or nothing was looked up', async () => {
    const view = await viewOf('N7M4Q1');
    expect(textsOf(draw(context, view).card)).toEqual(textsOf(ideaCard(context, view).card));
    const { beside: _, ...bare } = await viewOf('K7M2P4');
    expect(textsOf(draw(context, bare).card)).toEqual(textsOf(ideaCard(context, bare).card));
  });

  it('opens in place by its button, with the way back, and only to whom it is open', async () => {
    const opened = draw(context, { ...(await viewOf('K7M2P4')), panel: 'helpers' as PanelName });
    expectSound(opened);
    expect(textsOf(opened.card)).toContain('Alla som hjälper');
    expect(textsOf(opened.card)).not.toContain('Hjälp på väg');
    expect(buttonsOf(opened.card).at(-1)?.title).toBe(context.t('button.back'));
    const closed = draw(context, { ...(await viewOf('N7M4Q1')), panel: 'helpers' as PanelName });
    expect(textsOf(closed.card)).not.toContain('Alla som hjälper');
  });
});
