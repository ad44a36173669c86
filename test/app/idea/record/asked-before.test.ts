import { openIdea } from '../../../../src/app/idea/open-idea.js';
import { decide } from '../../../../src/domain/idea/decide.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { appAtWork } from '../../../../testing/scenes/app-at-work.js';
import { asVersion1, manyComment } from '../../../../testing/scenes/popular.js';

const ID = 'K7M4QX';
const MANY = 40;

describe('what a card says beside what it asks', () => {
  /** An idea as a story leaves it, of which much has been said since; `who` opens it. */
  async function opened(who: string, steps: readonly story.Step[], { before = false } = {}) {
    const town = await appAtWork();
    const { deps } = town;
    const person = await town.arrives(who);
    for (const [actor, command, world = story.setting] of steps) {
      const stored = await deps.ideas.load(ID);
      const decided = decide(command, stored?.idea, actor, world);
      if (!decided.ok) throw new Error(`${command.type}: ${decided.refusal.code}`);
      const written = deps.ideas.write({ before: stored, id: ID, events: [decided.value] });
      await deps.commits.commit(written, { idempotencyKey: `OP.${written.seq}` });
    }
    if (before) {
      const { municipality } = deps.settings();
      await asVersion1({ storage: town.storage, ideas: deps.ideas, municipality: municipality.code }, ID);
    }
    await manyComment(town, ID, MANY);
    const view = await openIdea(deps, person, ID);
    const types = (view?.history ?? []).map(({ type }) => type).filter((type) => type !== 'commented');
    return { view, types, requests: () => town.requestsOf(() => openIdea(deps, person, ID)) };
  }

  it.each([
    ['by this version', false],
    ['by version 1', true],
  ])(
    'is found however much has been said since: who approved a plan whose money is waited for, stored %s',
    async (_by, before) => {
      const { types } = await opened('boss', story.standings.askedForMoney, { before });
      expect(types).toEqual(['planApproved']);
    },
  );

  it('is found likewise: who asks a department, for those who answer for it', async () => {
    const { types } = await opened('builder', story.standings.scaling);
    expect(types).toEqual(['scaled']);
    expect((await opened('reader', story.standings.scaling)).types).toEqual([]);
  });

  it('is found likewise: why somebody has reported a text, with the words', async () => {
    const { view } = await opened('leader', [story.submitted, [story.stranger, story.report('Ett namn.')]]);
    expect(view?.history[0]).toMatchObject({ type: 'reported', words: { reason: 'Ett namn.' } });
  });

  it('costs an idea of which nothing is asked nothing', async () => {
    const asks = await opened('boss', story.standings.askedForMoney);
    const plain = await opened('boss', story.standings.exploring);
    expect(plain.types).toEqual([]);
    expect(await asks.requests()).toBeGreaterThan(await plain.requests());
  });
});
