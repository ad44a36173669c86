import { join } from 'node:path';
import { stepFields } from '../../src/cards/capability/capability-verbs';
import { loadSurvey } from '../../src/config/survey-file';
import { addDays, dayOf, instantOf } from '../../src/domain/time';
import { openDeliveries, owed } from '../../src/store/delivery/deliveries';
import { noteRun } from '../../src/store/keys';
import { openStorage } from '../../src/store/storage';
import type { Chat } from '../../testing/processes/playground-window';
import { until } from '../../testing/processes/until';
import { type DemoAtWork, demoAtWork } from '../../testing/scenes/demo/demo-at-work';
import { type DemoInBrowser, openDemo, openInCare } from './demo-in-browser';

// What everybody is asked once a year, in the real client. Told whole in test/bot/stories/capability.
const pictures = join(__dirname, '../../test-results/capability');
const picture = (chat: Chat, name: string) => chat.screenshot(join(pictures, `${name}.png`), 'last card');
const inDays = (later: number) => addDays(dayOf(instantOf(Date.now()), 'Europe/Stockholm'), later);
const year = inDays(0).slice(0, 4);

describe('the yearly question in Microsoft 365 Agents Playground', () => {
  let demo: DemoInBrowser;
  let employee: Chat;
  let leader: Chat;
  let before: DemoAtWork;

  beforeAll(async () => {
    demo = await openDemo();
    [employee, leader] = await openInCare(demo);
    before = demoAtWork(demo);
    const { capability } = before.deps;
    // Last year's is over, and this year's is going on: all of the department are asked, on whatever day of the week it is.
    const sums = Object.fromEntries(
      loadSurvey().statements.map(({ id }, at) => [
        id,
        { known: 40, sum: 90 + 7 * at, squares: 300 + 30 * at, unknown: at },
      ]),
    );
    const days = { salt: 'SALT', large: [] };
    await capability.begin({ ...days, year: String(Number(year) - 1), from: inDays(-370), until: inDays(-349) });
    const [last] = await capability.rounds();
    if (!last) throw new Error('No round was begun');
    const shown = { answers: 42, sums };
    await capability.conclude(last.year, { whole: shown, departments: new Map([['VOO', shown]]) });
    await capability.close(last.year, 'VOO', shown);
    await capability.end(last);
    await capability.begin({ ...days, year, from: inDays(-1), until: inDays(20) });
    const { ref: person } = await before.inWindow('employee');
    const now = instantOf(Date.now());
    const { deps } = before;
    const deliveries = openDeliveries(openStorage(demo), deps.settings().municipality.code, () => 'E2E');
    const about = `ask.${year}.0`;
    await deliveries.add([
      owed({ person, run: noteRun('capability', about) }, { kind: 'note', note: 'capability', about }, now, now),
    ]);
    await until(async () => (await deps.deliveries.day.of(person)).length > 0, { within: 180_000 });
  }, 300_000);

  afterAll(() => demo?.close());

  it('is answered by an employee on three screens, of which nothing has to be filled in', async () => {
    expect(stepFields).toHaveLength(13);
    await employee.say('idag');
    await employee.waitForLast('Hur är det att prova nytt hos er?');
    await picture(employee, '1-the-day-card');
    await employee.open('Svara. Hur är det att prova nytt hos er?');
    await employee.waitForLast('Skärm 1 av 3');
    await employee.choose('Hos oss kan man säga en tanke som inte är färdig.', 'Stämmer mycket');
    await picture(employee, '2-the-first-screen');
    await employee.press('Nästa');
    await employee.waitForLast('Skärm 2 av 3');
    await employee.choose('Min chef frågar efter idéer och gör något med dem.', 'Vet inte');
    await employee.press('Nästa');
    await employee.waitForLast('Skärm 3 av 3');
    await employee.press('Skicka svar');
    await employee.waitForLast('Tack! Ditt svar är sparat.');
    await picture(employee, '3-thanks');
    const row = await before.deps.capability.department(year, 'VOO');
    expect([row?.answers, row?.waiting.length]).toEqual([0, 1]);
  });

  it('is read by whoever leads, who promises one thing', async () => {
    await leader.say('översikt');
    await leader.press('Uppföljning');
    await leader.open('Hur är det att prova nytt hos er?');
    await leader.waitForLast('Upplevt och uppmätt');
    await picture(leader, '4-results');
    await leader.press('Vad ska ni ändra i år?');
    await leader.fill('Vad ska ni ändra?', 'Två timmar i månaden att prova.');
    await leader.fill('Klart senast', inDays(30));
    await leader.press('Lova det');
    await leader.waitForLast('Det här ska ni ändra:');
    await picture(leader, '5-promised');
  });
});
