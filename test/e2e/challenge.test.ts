import { join } from 'node:path';
import type { Chat } from '../../testing/processes/playground-window';
import { until } from '../../testing/processes/until';
import { close } from '../../testing/samples/idea/story';
import { type DemoAtWork, demoAtWork } from '../../testing/scenes/demo/demo-at-work';
import { type DemoInBrowser, openDemo, openInCare } from './demo-in-browser';

// The main part of a challenge in the real client; how it closes and is told is in test/bot/handlers/challenge, where time passes.
const pictures = join(__dirname, '../../test-results/challenge');
const picture = (chat: Chat, name: string) => chat.screenshot(join(pictures, `${name}.png`));

/** Whether a search for a title shows it. */
async function finds(chat: Chat, title: string): Promise<boolean> {
  const before = (await chat.messages()).length;
  await chat.say(`sök ${title}`);
  await until(async () => (await chat.messages()).length > before, { what: 'an answer' });
  return (await chat.lastCardText()).includes(title);
}

describe('a challenge in Microsoft 365 Agents Playground', () => {
  let demo: DemoInBrowser;
  let employee: Chat;
  let leader: Chat;
  let before: DemoAtWork;
  /** An idea that ended before anybody asked for it. */
  let asleep: string;

  beforeAll(async () => {
    demo = await openDemo();
    [employee, leader] = await openInCare(demo);
    before = demoAtWork(demo);
    const words = {
      title: 'Lådor som håller maten varm',
      problem: 'Maten kallnar på väg till dem som bor längst bort.',
    };
    ({ id: asleep } = await before.submits(await before.inWindow('employee'), words));
    await before.acts(await before.inWindow('leader'), asleep, close({ reason: 'Vi har inte plats för det i år.' }));
    await employee.waitForText('men vi går inte vidare med den nu');
    await until(() => finds(employee, 'Lådor som håller maten varm'), { what: 'the bot to know the idea' });
  });

  afterAll(() => demo?.close());

  it('is published by a leader, in one form', async () => {
    await leader.say('utmaningar');
    await leader.waitForLast('Just nu finns ingen utmaning.');
    await leader.press('Ny utmaning');
    await leader.fill('Vad är problemet, och för vem?', 'Maten kallnar på väg till dem som bor längst bort.');
    await leader.fill('Kort rubrik (frivilligt)', 'Varm mat hela vägen');
    await leader.tick('Tid på schemat');
    await picture(leader, '1-form');
    await leader.press('Publicera');
    await leader.waitForLast('Utmaningen är öppen.');
    await picture(leader, '2-published');
  });

  it('is found and answered by an employee, with an idea', async () => {
    await employee.say('utmaningar');
    await employee.waitForLast('Varm mat hela vägen');
    await picture(employee, '3-list');
    await employee.open('Varm mat hela vägen');
    await employee.waitForLast('Tid på schemat');
    await picture(employee, '4-card');
    await employee.press('Jag har en idé');
    await employee.waitForLast('Du svarar på utmaningen: Varm mat hela vägen');
    await employee.fill('Vad är problemet, och för vem?', 'Lådorna håller inte värmen i tre kvart.');
    await employee.fill('Ge idén ett namn', 'Värmelådor i bilen');
    await employee.press('Skicka idén');
    await employee.waitForLast('Tack! Din idé är inskickad.');
    await picture(employee, '5-answered');
  });

  it('wakes an idea that ended before, which its submitter sends there', async () => {
    const woken = async () => (await before.deps.ideas.load(asleep))?.idea.woken !== undefined;
    await until(woken, { what: 'the idea to be woken' });
    await employee.say(asleep);
    await employee.waitForLast('Lådor som håller maten varm');
    await employee.waitForLast('Skicka den till utmaningen');
    await picture(employee, '6-woken');
    await employee.press('Skicka den till utmaningen');
    await employee.waitForLast('Idén är ett svar på utmaningen nu.');
    await picture(employee, '7-sent-there');
  });

  it('shows its owner the answers', async () => {
    await leader.waitForText('Värmelådor i bilen');
    await leader.say('utmaningar');
    await leader.waitForLast('Svara nu');
    await leader.open('Varm mat hela vägen');
    await leader.waitForLast('Tid på schemat');
    await leader.press('Läs svaren (2)');
    await leader.waitForLast('Svar på utmaningen');
    await leader.waitForLast('Värmelådor i bilen');
    await leader.waitForLast('Lådor som håller maten varm');
    await picture(leader, '8-answers');
  });

  it('is published outside in a text to copy, and an answer from there is taken down', async () => {
    await leader.say('utmaningar');
    await leader.waitForLast('Svara nu');
    await leader.open('Varm mat hela vägen');
    await leader.waitForLast('Tid på schemat');
    await leader.press('Fler val');
    await leader.press('Svar utifrån');
    await leader.waitForLast('Ingen utifrån har svarat än.');
    await leader.press('Text att publicera');
    await leader.waitForText('söker hjälp: Varm mat hela vägen');
    await picture(leader, '9-text-to-publish');
    await leader.press('Skriv ner ett svar');
    await leader.fill('Vem svarar?', 'Föreningen Varm mat');
    await leader.fill('Vad föreslår de?', 'De lånar ut lådor som håller maten varm i två timmar.');
    await picture(leader, '10-answer-from-outside');
    await leader.press('Skriv ner ett svar');
    await leader.waitForText('Svaret är sparat. Registratorn får veta det.');
    await leader.press('Fler val');
    await leader.press('Svar utifrån (1)');
    await leader.waitForText('Föreningen Varm mat');
    await picture(leader, '11-taken-down');
  });
});
