import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { addDays, dayOf, instantOf } from '../../src/domain/time';
import type { Chat } from '../../testing/processes/playground-window';
import { type DemoInBrowser, openDemo } from './demo-in-browser';

// The product's main job in the real client: three people in three windows, with storage, bot and queue running as
// `npm start` runs them. The pictures are left for whoever wants to see the run.
const pictures = join(__dirname, '../../test-results/main-job');
/** Pino's number for a warning; a fault has a higher one. */
const WARNING = 40;
/** So many days from now in the municipality, as a date field takes it. */
const today = (later: number) => addDays(dayOf(instantOf(Date.now()), 'Europe/Stockholm'), later);
const picture = (chat: Chat, name: string) => chat.screenshot(join(pictures, `${name}.png`));

describe('an employee, an innovation leader and a manager in Microsoft 365 Agents Playground', () => {
  let demo: DemoInBrowser;
  let employee: Chat;
  let leader: Chat;
  let manager: Chat;

  beforeAll(async () => {
    demo = await openDemo();
    [employee, leader, manager] = [
      await demo.opens('employee'),
      await demo.opens('leader'),
      await demo.opens('manager'),
    ];
  });

  afterAll(() => demo?.close());

  it('welcomes each of them once, with what is theirs', async () => {
    await employee.waitForText('Välkommen till Idélotsen');
    await leader.waitForText('Du får det här som innovationsledare för Vård och omsorg');
    await manager.waitForText('Du får det här som chef för Vård och omsorg');
    await employee.choose('Förvaltning eller bolag', 'Vård och omsorg');
    await employee.press('Välj');
    await employee.waitForText('Innovationsledare Vård');
    await picture(employee, '1-welcome');
    await picture(leader, '1-welcome-leader');
  });

  it('takes an idea from the employee, and says whom it waits for', async () => {
    await employee.say('idé');
    await employee.fill('Vad är problemet, och för vem?', 'Hemtjänstens personal väntar på bilar varje morgon.');
    await employee.fill('Ge idén ett namn', 'Delad cykelpool för hemtjänsten');
    await picture(employee, '2-form');
    await employee.press('Skicka idén');
    await employee.waitForLast('Tack! Din idé är inskickad.');
    await employee.waitForLast('Väntar på innovationsledarna för Vård och omsorg');
    await picture(employee, '3-receipt');
  });

  it('brings the whole idea to the leader, who explores it', async () => {
    await leader.waitForText('Delad cykelpool för hemtjänsten');
    await leader.waitForText('Hemtjänstens personal väntar på bilar varje morgon.');
    await picture(leader, '4-leader-card');
    await leader.press('Utforska idén');
    await leader.waitForLast('Du utforskar idén.');
    await picture(leader, '5-explored');
  });

  it('tells the employee who explores the idea', async () => {
    await employee.waitForText('Innovationsledare Vård utforskar din idé');
    await picture(employee, '6-status');
  });

  it('shows the leader what is needed, one short form at a time, until a test can be planned', async () => {
    await leader.press('Fyll i: vilka som berörs');
    await leader.tick('Brukare/elever');
    await leader.fill('Hur får de vara med?', 'Vi frågar tio brukare.');
    await picture(leader, '7-form-of-a-part');
    await leader.press('Spara');
    await leader.press('Fyll i: varifrån behovet kommer');
    await leader.tick('Kollega');
    await leader.press('Spara');
    await leader.press('Fyll i: vad vi tror händer');
    await leader.fill('Vad tror ni händer om idén blir verklighet?', 'Besöken börjar i tid.');
    await leader.press('Spara');
    await leader.press('Fyll i: vad det kan vara värt');
    await leader.fill('Vad kan det vara värt?', 'En timme om dagen.');
    await leader.press('Spara');
    await leader.waitForLast('4 av 4 finns');
    await leader.press('Gå vidare till planering');
    await leader.waitForLast('Nu planeras ett test av idén.');
    await employee.waitForText('Innovationsledare Vård har beslutat att gå vidare med din idé.');
  });

  it('asks the manager for the money of the plan, who grants a part of it', async () => {
    const fills = async (part: string, answers: Record<string, string>) => {
      await leader.press(`Fyll i: ${part}`);
      for (const [label, answer] of Object.entries(answers)) await leader.fill(label, answer);
      await leader.press('Spara');
    };
    await fills('vad testet kostar', { 'Vad kostar testet, i kronor?': '50 000' });
    await fills('vad som ska göras', {
      'Vad ska ni göra?': 'Tio personer cyklar till besöken.',
      'Vilka är med?': 'Hemtjänst Söder',
    });
    await fills('när testet pågår', { 'Testet börjar': today(0), 'Testet slutar': today(60) });
    await fills('hur vi ser att det fungerade', { 'Hur ser ni att det fungerade?': 'Färre besök blir sena.' });
    await fills('vad vi vill nå', {
      'Vad mäter ni?': 'Sena besök',
      'Hur är det i dag?': '30',
      'Vart vill ni nå?': '5',
    });
    await fills('vilka vi samarbetar med', { 'Vilka samarbetar ni med?': 'ingen' });
    await leader.press('Fyll i: upphandling');
    await leader.choose('Ska något upphandlas?', 'Nej');
    await leader.press('Spara');
    await leader.press('Be om 50\u00a0000 kr');
    await leader.waitForLast('Nu behövs ett beslut om pengar.');
    await manager.waitForText('Din tur: besluta om 50 000 kr');
    await picture(manager, '8-asked-for-money');
    await manager.press('Fler val');
    await manager.press('Bevilja en del');
    await manager.fill('Hur mycket beviljar du, i kronor?', '40 000');
    await manager.press('Bevilja en del');
    await manager.waitForLast('Du har gett 40 000 kr av 50 000 kr till testet.');
    await employee.waitForText('ger 40 000 kr av 50 000 kr till din idé. Nu ska den testas!');
    await picture(employee, '9-granted');
  });

  it('takes the result of the test, and the idea to more departments', async () => {
    await leader.waitForText('40 000 kr av 50 000 kr till testet. Nu kan det börja!');
    await leader.press('Fyll i: vad testet gav');
    await leader.fill('Vad hände, jämfört med det ni ville?', 'Sena besök blev 8 i veckan.');
    await leader.fill('Vad lärde ni er?', 'Cyklarna behöver dubbdäck på vintern.');
    await leader.choose('Vad föreslår ni?', 'Låt fler införa idén');
    await leader.press('Spara');
    await leader.press('Fyll i: pengar som användes');
    await leader.fill('Hur mycket pengar användes, i kronor?', '38 000');
    await leader.press('Spara');
    await leader.press('Låt fler införa den');
    await leader.waitForLast('Vilka vill du fråga?');
    await picture(leader, '10-scale');
    await leader.choose('Vilka vill du fråga?', 'Samhällsbyggnad');
    await leader.press('Låt fler införa den');
    await leader.waitForLast('Nu får fler införa idén.');
    await employee.waitForText('Innovationsledare Vård har beslutat att fler ska få införa din idé!');
    await leader.press('Den används nu');
    await leader.waitForLast('Vad används nu?');
    await leader.press('Den används nu');
    await leader.waitForLast('Används');
    await picture(leader, '11-in-use');
  });

  it('gives the manager the week', async () => {
    await manager.say('veckan');
    await manager.waitForLast('Veckan som gick');
    await manager.waitForLast('Delad cykelpool för hemtjänsten');
    await picture(manager, '12-week');
  });

  it('is found below the compose box, and taken along into the chat as a card', async () => {
    await employee.take('cykelpool', 'Delad cykelpool för hemtjänsten');
    await picture(employee, '13-taken-along');
    await employee.send();
    // In the bot's own chat it opens as its id would.
    await employee.waitForLast('Det här har hänt');
    await picture(employee, '14-opened-by-its-card');
  });

  it('makes an idea of a message, after what is like it was met, and unfolds a link', async () => {
    const message = 'Personalen i hemtjänsten väntar på bilar varje morgon. Kan vi dela cyklar?';
    await leader.say(message);
    await leader.makeOf(message);
    expect(await leader.valueOf('Vad är problemet, och för vem?')).toBe(message);
    await leader.fill('Ge idén ett namn', 'Fler cyklar i hemtjänsten');
    await picture(leader, '15-idea-of-message');
    await leader.press('Skicka idén');
    await leader.waitForDialog('Det finns en idé som liknar din');
    await leader.waitForDialog('Delad cykelpool för hemtjänsten');
    await picture(leader, '16-met-in-dialog');
    await leader.press('Skicka min idé');
    await leader.waitForDialog('Tack! Din idé är inskickad.');
    await picture(leader, '17-sent-in-dialog');
    await leader.closeDialog();
    const [, id = ''] = /Idé ([0-9A-Z]{6})/.exec((await employee.messages()).join(' ')) ?? [];
    await leader.unfold(`https://idelotsen.example/ideas/${id}`);
    await leader.waitForDialog('Delad cykelpool för hemtjänsten');
    await picture(leader, '18-unfolded');
    await leader.closeDialog();
  });

  it('speaks English to somebody who wants it', async () => {
    await employee.say('settings');
    await employee.choose('Språk', 'English');
    await employee.press('Spara');
    await employee.waitForLast('Saved');
    await employee.say('my ideas');
    await employee.waitForLast('My ideas');
    await picture(employee, '19-my-ideas-english');
  });

  it('has gone without a fault that an operator would have to look at', async () => {
    const lines = (await readFile(join(demo.logFolder, 'bot.log'), 'utf8')).split('\n').filter(Boolean);
    const faults = lines.filter((line) => (JSON.parse(line) as { level: number }).level >= WARNING);
    expect(faults).toEqual([]);
  });
});
