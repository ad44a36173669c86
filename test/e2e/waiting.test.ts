import { join } from 'node:path';
import type { Person } from '../../src/domain/person/person';
import { addDays, dayOf, instantOf } from '../../src/domain/time';
import type { Chat } from '../../testing/processes/playground-window';
import { until } from '../../testing/processes/until';
import { agreement } from '../../testing/samples/idea/agreed';
import { hinder } from '../../testing/samples/idea/hindering';
import * as story from '../../testing/samples/idea/story';
import { days } from '../../testing/scenes/city';
import { type DemoAtWork, demoAtWork } from '../../testing/scenes/demo/demo-at-work';
import { type DemoInBrowser, openDemo, openInCare } from './demo-in-browser';

// What ideas wait for, in the real client, by its main parts: the day on which a test stops, an obstacle, and a leader who has sixty. The
// stories are told whole in test/bot. What happened before they begin is done on the demo's storage.
const pictures = join(__dirname, '../../test-results/waiting');
const picture = (chat: Chat, name: string, of?: 'last card') => chat.screenshot(join(pictures, `${name}.png`), of);
const inDays = (later: number) => addDays(dayOf(instantOf(Date.now()), 'Europe/Stockholm'), later);

describe('an innovation leader in Microsoft 365 Agents Playground', () => {
  let demo: DemoInBrowser;
  let employee: Chat;
  let leader: Chat;
  let before: DemoAtWork;
  let theLeader: Person;
  let theEmployee: Person;

  beforeAll(async () => {
    demo = await openDemo();
    [employee, leader] = await openInCare(demo);
    before = demoAtWork(demo);
    [theEmployee, theLeader] = [await before.inWindow('employee'), await before.inWindow('leader')];
  });

  afterAll(() => demo?.close());

  describe('with a test of which it was agreed when it stops', () => {
    let id: string;
    beforeAll(async () => {
      const words = { title: 'Elcyklar i backarna', problem: 'Hemtjänsten kommer sent till dem som bor högst upp.' };
      // Half of its time has passed.
      await before.thatLongAgo(days(40), async () => {
        ({ id } = await before.submits(theEmployee, words));
        for (const command of [
          ...[story.exploreWith(theLeader.ref), ...story.explored().map(([, one]) => one), story.plan],
          ...story.planned().map(([, one]) => one),
          ...[story.fill('time', { start: inDays(-40), end: inDays(20) })],
          ...[story.fill('agreement', { ...agreement, stopOn: inDays(10) }), story.sendOwnPlan()],
        ])
          await before.acts(theLeader, id, command);
      });
    });

    it('reads what was agreed, and that it stops is the first button', async () => {
      await leader.say(id);
      await leader.waitForLast('Elcyklar i backarna');
      await picture(leader, '1-agreed');
      expect((await leader.buttons())[0]).toBe('Vi slutar');
      await leader.waitForLast('under 10');
    });

    it('stops it as planned, which is a good end', async () => {
      await leader.press('Vi slutar');
      await leader.waitForText('Vad lärde ni er?');
      await picture(leader, '2-stops');
      await leader.fill('Vad lärde ni er?', 'Batteriet räcker inte en vinterdag.');
      await leader.press('Vi slutar');
      await leader.waitForLast('Avslutad som planerat');
      await picture(leader, '3-stopped');
      await employee.waitForText('Den är testad, och testet slutade som planerat.');
      await picture(employee, '4-stopped-for-the-employee');
    });
  });

  describe('with an obstacle that eleven ideas share', () => {
    const line = 'Planeringssystemet saknar en koppling till larmen.';

    it('names it, where an idea of theirs ends', async () => {
      const words = { title: 'Larm i telefonen', problem: 'Larmen når inte den som är närmast.' };
      const { id } = await before.submits(theEmployee, words);
      await leader.say(id);
      await leader.waitForLast('Larm i telefonen');
      await leader.press('Fler val');
      await leader.press('Avsluta');
      await leader.fill('Varför går vi inte vidare?', 'Systemen kan inte tala med varandra.');
      await picture(leader, '5-ends');
      await leader.press('Avsluta');
      await leader.waitForText('Du har avslutat idén.');
      await leader.press('Vad hindrar?');
      await leader.waitForText('Beskriv hindret på en rad');
      await picture(leader, '6-what-hinders');
      await leader.choose('Vad är det för hinder?', 'It-system');
      await leader.fill('Beskriv hindret på en rad', line);
      await leader.press('Spara');
      await leader.waitForText(line);
    });

    it('sees how many it stops, and takes care of it', async () => {
      const [obstacle] = await before.deps.obstacles.standing();
      if (!obstacle) throw new Error('Nothing stands in the way');
      const colleague = await before.behindTheScene('colleague');
      const office = await before.behindTheScene('office');
      const deciders = {
        ...{ VOO: theLeader, SBK: office, UTB: office },
        MIL: await before.behindTheScene('environmentLeader'),
        KLK: await before.behindTheScene('executiveLeader'),
        RTJ: await before.behindTheScene('rescueLeader'),
      };
      const departments = ['VOO', 'VOO', 'MIL', 'MIL', 'KLK', 'KLK', 'RTJ', 'RTJ', 'SBK', 'UTB'] as const;
      for (const [at, department] of departments.entries()) {
        const words = { title: `Larm i rummet ${at + 1}`, problem: 'Larmen hörs inte.' };
        const { id } = await before.submits(colleague, words, department);
        await before.acts(deciders[department], id, story.close({ reason: 'Systemen kan inte tala med varandra.' }));
        await before.acts(deciders[department], id, hinder(obstacle.id), { obstacle: { same: obstacle.id } });
      }
      await leader.say('hinder');
      await leader.waitForLast('Samma hinder stoppar 11 idéer i 6 förvaltningar.');
      await picture(leader, '7-obstacles');
      await leader.open(line);
      await leader.waitForLast('Jag tar hand om hindret');
      await leader.press('Jag tar hand om hindret');
      await leader.fill('När räknar du med att det är borta?', inDays(60));
      await picture(leader, '8-takes-care');
      await leader.press('Jag tar hand om hindret');
      await leader.waitForLast('Hindret är borta');
      await picture(leader, '9-taken');
    });

    it('says that it is gone, and every idea of theirs that waited is theirs to read again', async () => {
      await leader.press('Hindret är borta');
      await leader.fill('Hur löste det sig? (frivilligt)', 'Den nya versionen kan det.');
      await leader.press('Hindret är borta');
      await leader.waitForLast('De idéer som väntade går tillbaka till sina ledare.');
      await picture(leader, '10-gone');
      await until(async () => (await before.deps.obstacles.hindered()).length === 0, { what: 'all to come back' });
      await leader.say('min tur');
      await leader.waitForLast('Larm i telefonen');
      await picture(leader, '11-back');
      // To the employee it is news of the day.
      await employee.say('mina idéer');
      await employee.waitForLast('Larm i telefonen');
      await employee.waitForLast('Väntar på innovationsledarna för Vård och omsorg');
      await picture(employee, '12-back-for-the-employee');
    });
  });

  describe('with sixty ideas that wait', () => {
    beforeAll(async () => {
      const colleague = await before.behindTheScene('colleague');
      const needs: readonly (readonly [title: string, problem: string, count: number])[] = [
        ['Lådcyklar till hemtjänsten', 'Personalen väntar på bilar varje morgon.', 20],
        ['Hörselskydd i storköket', 'Diskmaskinen bullrar hela dagen.', 15],
        ['Vattnet i ån', 'Det här är något för Miljöförvaltningen.', 5],
        ['Krokar i hallen', 'Krokar saknas.', 10],
        ['Tankar om lunchen', 'Jag tänker ofta på lunchen, och undrar varför den inte räcker.', 10],
      ];
      for (const [title, problem, count] of needs)
        for (let n = 1; n <= count; n++) await before.submits(colleague, { title: `${title} ${n}`, problem });
    });

    it('meets them as piles, each with a proposal and its reason', async () => {
      await leader.say('min tur');
      await leader.waitForLast('Liknar varandra');
      await picture(leader, '13-piles');
      await leader.open('Liknar varandra');
      await leader.waitForLast('Avsluta');
      await picture(leader, '14-a-pile');
    });
  });
});
