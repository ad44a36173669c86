import { join } from 'node:path';
import type { Chat } from '../../testing/processes/playground-window';
import * as story from '../../testing/samples/idea/story';
import { demoAtWork } from '../../testing/scenes/demo/demo-at-work';
import { type DemoInBrowser, openDemo } from './demo-in-browser';

// How whoever leads the work finds an answer that is missing, in the real client. Told whole in test/bot/stories/methods.
const pictures = join(__dirname, '../../test-results/methods');
const picture = (chat: Chat, name: string) => chat.screenshot(join(pictures, `${name}.png`), 'last card');

describe('an innovation leader who plans a test in Microsoft 365 Agents Playground', () => {
  let demo: DemoInBrowser;
  let leader: Chat;
  let id: string;

  beforeAll(async () => {
    demo = await openDemo();
    leader = await demo.opens('leader');
    await leader.waitForText('Du får det här som innovationsledare för Vård och omsorg');
    const before = demoAtWork(demo);
    const colleague = await before.behindTheScene('colleague');
    const theLeader = await before.inWindow('leader');
    ({ id } = await before.submits(colleague, { title: 'Cyklar till hemtjänsten', problem: 'Bilarna räcker inte.' }));
    const steps = [
      story.exploreWith(theLeader.ref),
      ...story.explored().map(([, one]) => one),
      story.plan,
      story.fill('cost', { cost: '20000' }),
    ];
    for (const command of steps) await before.acts(theLeader, id, command);
  });

  afterAll(() => demo?.close());

  it('finds “Räkna före” beside the goal that is missing, and reads three short screens', async () => {
    await leader.say(id);
    await leader.waitForLast('Vad vi vill nå');
    await picture(leader, '1-what-is-needed');
    await leader.open('Så kan ni göra, vad vi vill nå');
    await leader.waitForLast('Räkna före');
    await picture(leader, '2-what-it-is');
    await leader.press('Nästa');
    await leader.waitForLast('2 av 3');
    await leader.press('Nästa');
    await leader.waitForLast('Klart när');
    await picture(leader, '3-the-last-steps');
  });

  it('says that they have used it, and fills in the goal from there', async () => {
    await leader.press('Vi har använt den');
    await leader.waitForLast('Hjälpte den?');
    await leader.press('Ja, lite');
    await leader.waitForLast('Tack för svaret!');
    await leader.press('Fyll i: vad vi vill nå');
    await leader.fill('Vad mäter ni?', 'Sena besök i veckan');
    await picture(leader, '4-the-goal');
    await leader.press('Spara');
    await leader.waitForLast('Sena besök i veckan');
  });
});
