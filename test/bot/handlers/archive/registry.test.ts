import { fillWeek } from '../../../../src/app/digest/fill-weeks';
import { weekOf } from '../../../../src/domain/time';
import { recordsPartition } from '../../../../src/store/keys';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { allOn, choosesMore, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { arrivals, gives, inPlanning, kronor, planned } from '../../../../testing/scenes/told';
import { openOneDrive } from '../../../../testing/teams/one-drive';
import type { Person } from '../../../../testing/teams/person';

type Who = 'employee' | 'leader' | 'manager' | 'office' | 'registrar';

const BOARD = { sv: 'Omsorgsnämnden', en: 'The care board' };
const DELEGATION = 'Delegationsordning VOO 2026, punkt 4.2';

/** What those who keep the records read of decisions; each step begins where the one before ended. */
describe('the registry', () => {
  let city: City;
  let people: Record<Who, Person>;
  let drive: Awaited<ReturnType<typeof openOneDrive>>;
  let granted: string;
  let declined: string;

  beforeAll(async () => {
    const organisation = structuredClone(exampleOrganisation());
    const voo = organisation.departments.find(({ code }) => code === 'VOO');
    if (voo) voo.board = BOARD;
    city = await startCity({ organisation });
    drive = await openOneDrive();
    people = await arrivals(city, {
      ...{ employee: 'employee', leader: 'leader', manager: 'manager', office: 'office', registrar: 'registrar' },
    });
    granted = await asks('Delade cyklar', 4_000);
    await pressesOn(people.manager, granted, sv('button.grant'));
    declined = await asks('Egna bilar', 3_000);
    await gives(people.manager, declined, sv('button.declineMoney'), { reason: 'Pengarna är slut i år.' });
  });
  afterAll(async () => {
    drive.close();
    await city.stop();
  });

  /** A plan that asks the department's manager for money. */
  async function asks(title: string, amount: number): Promise<string> {
    const { employee: submitter, leader } = people;
    const parts = planned(String(amount), '2026-12-01', '2027-02-28');
    const id = await inPlanning(city, { submitter, leader }, { words: { title }, parts });
    await pressesOn(leader, id, sv('button.askForMoney', { amount: kronor(amount) }));
    await city.delivers();
    return id;
  }

  const opens = (who: Who, data: Record<string, string> = {}) =>
    people[who].presses({ verb: 'delegated', data: { verb: 'delegated', ...data } });
  const november = { period: '2026-11', board: 'VOO' };

  it('lists decisions on money by board, behind Uppföljning', async () => {
    const { registrar } = people;
    await registrar.says('översikt');
    const page = await registrar.presses(sv('figures.followUp.heading'));
    const row = titlesOn(page).find((title) => title.startsWith(sv('figures.followUp.delegated'))) ?? '';
    const boards = await registrar.presses(row);
    expect(seenOn(boards)).toMatch(/Omsorgsnämnden\n2 beslut, 4.000.kr beviljat/);
    const open = titlesOn(boards).find((title) => title.startsWith('Omsorgsnämnden')) ?? '';
    const list = seenOn(await registrar.presses(open));
    expect(list).toContain('Delegationsbeslut om pengar och arbetstid: Omsorgsnämnden, november 2026.');
    expect(list).toMatch(
      new RegExp(
        `26 november 2026\\. ${granted}, Delade cyklar\\. Beviljat 4.000.kr\\. Beslutat av: Chef Vård och omsorg, chef för Vård och omsorg\\. Delegation: ${DELEGATION}\\. Diarienummer: saknas\\.`,
      ),
    );
    expect(list).toMatch(
      new RegExp(`${declined}, Egna bilar\\. Nej till 3.000.kr\\. .*Skäl: Pengarna är slut i år\\.`),
    );
  });

  it('has the diary number as soon as somebody has written it', async () => {
    const { registrar } = people;
    await registrar.says(granted);
    await pressesOn(registrar, granted, 'Fler val');
    await pressesOn(registrar, granted, sv('button.record'));
    await pressesOn(registrar, granted, sv('button.saveDiary'), { diary: 'KS 2026/77' });
    expect(seenOn(await opens('registrar', november))).toContain('Diarienummer: KS 2026/77.');
  });

  it('is for the office as well, and for nobody else', async () => {
    expect(seenOn(await opens('office', november))).toContain(granted);
    for (const who of ['employee', 'leader', 'manager'] as const) {
      expect((await opens(who, november)).message).toBe(sv('registry.notYours'));
      expect((await opens(who, { ...november, file: 'true' })).message).toBe(sv('file.gone'));
      const day = { verb: 'toRegister', data: { verb: 'toRegister', day: '2026-11-26' } };
      expect((await people[who].presses(day)).message).toBe(sv('registry.notYours'));
    }
  });

  it('has nothing of other periods, and takes what is no period for this month', async () => {
    const earlier = seenOn(await opens('registrar', { period: '2026-10' }));
    expect(earlier).toContain(sv('registry.none', { period: 'oktober 2026' }));
    expect(seenOn(await opens('registrar', { period: '2026' }))).toContain('Omsorgsnämnden');
    expect(seenOn(await opens('registrar', { period: "2026' or '" }))).toContain('november 2026');
  });

  /** What is put into their OneDrive when they say yes to the file. */
  async function takesFile(who: Who, data: Record<string, string>) {
    await opens(who, { ...data, file: 'true' });
    const question = city.connector
      .sent(people[who].conversationId)
      .flatMap(({ id, activity }) => (activity.attachments ?? []).map((attachment) => ({ id, ...attachment })))
      .findLast(({ contentType }) => contentType.endsWith('file.consent'));
    const { acceptContext } = (question?.content ?? {}) as { acceptContext?: object };
    await people[who].delivers({
      ...{ type: 'invoke', name: 'fileConsent/invoke' },
      value: { type: 'fileUpload', action: 'accept', context: acceptContext, uploadInfo: drive.place },
      replyToId: question?.id ?? '',
    });
    return { name: question?.name, text: drive.puts.at(-1)?.bytes.toString('utf8') ?? '' };
  }

  it('gives a page to print, of one board or of all', async () => {
    const { name, text } = await takesFile('registrar', november);
    expect(name).toBe('delegationsbeslut-2026-11-VOO.html');
    for (const part of [granted, declined, 'Delade cyklar', DELEGATION, 'KS 2026/77', 'Pengarna är slut i år.'])
      expect(text).toContain(part);
    expect(text.match(/<th scope="col">/g)).toHaveLength(7);
    expect((await takesFile('office', { period: '2026' })).text).toContain('<h2>Omsorgsnämnden</h2>');
  });

  it('shows no title of an idea that is out of sight, and the decision all the same', async () => {
    const { leader } = people;
    await leader.says(declined);
    await choosesMore(leader, declined, sv('button.hide'));
    for (const list of [seenOn(await opens('registrar', november)), (await takesFile('office', november)).text]) {
      expect(list).toContain(declined);
      expect(list).not.toContain('Egna bilar');
    }
  });

  it('finds again what an earlier version has not put into the list', async () => {
    const partition = recordsPartition(city.organisation().municipality.code);
    const before = await city.app.ideas.registered('money', '2026-11-01', '2026-11-30', 10);
    const keys = [...(await city.ideaRows()).keys()].filter((key) => key.startsWith('registered|money|'));
    for (const key of keys) await city.storage.ideas.deleteEntity(partition, key);
    expect(await city.app.ideas.registered('money', '2026-11-01', '2026-11-30', 10)).toEqual([]);
    for (let time = 0; time < 2; time++) await fillWeek(city.app, weekOf('2026-11-26'));
    expect(await city.app.ideas.registered('money', '2026-11-01', '2026-11-30', 10)).toEqual(before);
  });

  it('tells the registrar the day after, once and in one row, what there is to register', async () => {
    const { employee, leader, registrar } = people;
    const closed = await sendsIdea(employee, { title: 'Fler bilar' });
    await leader.says(closed);
    await gives(leader, closed, sv('button.close'), { reason: 'De är redan beställda.' });
    const cards = () =>
      registrar.chat().flatMap(({ card }) => (card && seenOn({ card }).includes('att registrera från') ? [card] : []));
    await city.delivers();
    expect(cards()).toEqual([]);
    // In the night, so that it stands in the card of the morning.
    for (const hours of [15, 9]) {
      city.pass(days(hours / 24));
      await city.delivers();
    }
    const [card, ...more] = cards();
    expect(more).toEqual([]);
    const row = '3 beslut att registrera från 26 november';
    expect(seenOn({ card })).toContain(row);
    expect(seenOn({ card })).toContain('Det gäller 2 om pengar eller tid och 1 avslut.');
    const title = titlesOn({ card }).find((one) => one.startsWith(row)) ?? '';
    const list = seenOn(await registrar.presses(title));
    for (const id of [granted, declined, closed]) expect(list).toContain(id);
    for (let day = 0; day < 4; day++) {
      city.pass(days(1));
      await city.delivers();
    }
    expect(cards()).toHaveLength(1);
    expect(allOn({ card: people.office.chat().at(-1)?.card })).not.toContain('att registrera från');
  });
});
