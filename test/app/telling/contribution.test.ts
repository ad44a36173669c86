import { myContribution } from '../../../src/app/telling/contribution';
import { idAtPlace, placeOfId } from '../../../src/domain/ids';
import { explore, given, leader, submit, submitter } from '../../../testing/samples/idea/story';
import { type BotAlone, startBotAlone } from '../../../testing/scenes/running/bot-alone';
import { rowsOfStory, writeRows } from '../../../testing/scenes/sized-town';

/** Ideas of somebody, from a place among all ids on. */
const ids = (from: string, count: number) =>
  Array.from({ length: count }, (_, n) => idAtPlace(placeOfId(from) + BigInt(n)));

describe('what somebody has had a part in', () => {
  let bot: BotAlone;
  beforeAll(async () => {
    bot = await startBotAlone();
  });
  afterAll(() => bot.stop());

  const write = async (story: ReturnType<typeof given>, id: string) =>
    writeRows(bot.storage, rowsOfStory(bot.app, { ...story, idea: { ...story.idea, id } }));

  it('holds what they led also where they have sent in many, and all of it a part at a time', async () => {
    const own = ids('0002A0', 30);
    const led = ids('0009A0', 60);
    for (const id of own) await write(given([submitter, submit({ submitter: 'pLEADER' })]), id);
    for (const id of led) await write(given([submitter, submit()], [leader, explore]), id);
    const person = { ref: 'pLEADER' };
    const first = await myContribution(bot.app, person);
    const as = (all: typeof first) => new Set(all.ideas.flatMap((one) => one.as));
    expect(as(first)).toEqual(new Set(['had', 'led', 'tookOn']));
    const all = [first];
    for (let { after } = first; after !== undefined; after = all.at(-1)?.after)
      all.push(await myContribution(bot.app, person, after));
    const told = all.flatMap(({ ideas }) => ideas.map(({ idea }) => idea.id));
    expect(told.toSorted()).toEqual([...own, ...led].sort());
  });
});
