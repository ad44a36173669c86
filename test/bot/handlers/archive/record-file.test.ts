import { randomBytes } from 'node:crypto';
import { newIdempotencyKey } from '../../../../src/domain/ids';
import { type City, startCity } from '../../../../testing/scenes/city';
import type { CityRole } from '../../../../testing/scenes/city-people';
import { allOn, choosesMore, pressesOn, seenOn, sendsIdea, sv } from '../../../../testing/scenes/everyday';
import { openOneDrive } from '../../../../testing/teams/one-drive';
import type { Person } from '../../../../testing/teams/person';

describe('Hämta akten', () => {
  let city: City;
  let drive: Awaited<ReturnType<typeof openOneDrive>>;
  const people = new Map<CityRole, Person>();
  const person = (role: CityRole): Person => people.get(role) as Person;
  beforeAll(async () => {
    city = await startCity();
    drive = await openOneDrive();
    for (const role of ['employee', 'colleague', 'leader', 'office', 'registrar'] as const)
      people.set(role, await city.arrives(role));
  });
  afterEach(() => {
    drive.puts.length = 0;
  });
  afterAll(async () => {
    drive.close();
    await city.stop();
  });

  const questionTo = (who: Person) =>
    city.connector
      .sent(who.conversationId)
      .filter(({ deleted }) => !deleted)
      .flatMap(({ id, activity }) => (activity.attachments ?? []).map((attachment) => ({ id, ...attachment })))
      .findLast(({ contentType }) => contentType.endsWith('file.consent'));

  const asks = (role: CityRole, idea: string, copy: 'whole' | 'masked', format = 'page') =>
    person(role).presses({
      verb: 'record',
      data: { idea, copy, format, idempotencyKey: newIdempotencyKey(randomBytes) },
    });

  async function opens(role: CityRole, id: string) {
    await pressesOn(person(role), id, 'Fler val');
    await pressesOn(person(role), id, sv('button.record'));
  }

  /** What is put into somebody's OneDrive when they say yes to the newest question; undefined where nothing is. */
  async function takes(role: CityRole, question = questionTo(person(role))) {
    const { acceptContext } = (question?.content ?? {}) as { acceptContext?: object };
    const answer = await person(role).delivers({
      type: 'invoke',
      name: 'fileConsent/invoke',
      value: { type: 'fileUpload', action: 'accept', context: acceptContext, uploadInfo: drive.place },
      replyToId: question?.id ?? '',
    });
    const put = drive.puts.at(-1);
    return { name: question?.name, answer, text: put?.bytes.toString('utf8') };
  }

  it('stands behind Fler val of those who answer for the record, with the diary number', async () => {
    const id = await sendsIdea(person('employee'));
    for (const role of ['leader', 'office', 'registrar'] as const) {
      await person(role).says(id);
      await opens(role, id);
      const card = await pressesOn(person(role), id, sv('button.saveDiary'), { diary: `KS 2026-${role}` });
      expect(seenOn(card)).toContain(sv('notice.diarySet.actor'));
      expect(allOn(card)).toContain(`KS 2026-${role}`);
    }
    const { card } = await person('colleague').says(id);
    expect(allOn({ card })).not.toContain(sv('button.record'));
  });

  it('puts the page into the OneDrive of whoever says yes to it', async () => {
    const id = await sendsIdea(person('employee'), { title: 'Cykelpool', confidential: 'true' });
    await person('leader').says(id);
    await opens('leader', id);
    await pressesOn(person('leader'), id, sv('button.record.whole'), { format: 'page' });
    const { name, text } = await takes('leader');
    expect(name).toBe(`akt-${id}-hel-2026-11-26.html`);
    expect(text).toContain('<h1>Cykelpool</h1>');
    expect(text).toContain('Demo Medarbetare');
    await asks('office', id, 'masked', 'data');
    const masked = await takes('office');
    expect(JSON.parse(masked.text ?? '')).toMatchObject({ copy: 'masked', idea: { id, title: 'Cykelpool' } });
    expect(masked.text).not.toContain('Demo Medarbetare');
  });

  it.each(['employee', 'colleague'] as const)('is given to no %s, whatever they press', async (role) => {
    const id = await sendsIdea(person('employee'));
    for (const copy of ['whole', 'masked'] as const) {
      const { message } = await asks(role, id, copy);
      expect(message).toBe(sv('record.file.gone'));
    }
  });

  it('is no whole copy for the office, which may not read what is hidden', async () => {
    const id = await sendsIdea(person('employee'));
    const { message } = await asks('office', id, 'whole');
    expect(message).toBe(sv('record.file.gone'));
  });

  it('says in the record that somebody has read what is hidden, once, and gives a whole copy to nobody without that', async () => {
    const id = await sendsIdea(person('employee'), { problem: 'Något om en kollega.' });
    await asks('registrar', id, 'whole');
    const before = questionTo(person('registrar'));
    await person('leader').says(id);
    await choosesMore(person('leader'), id, sv('button.hide'));
    // The question was asked while nothing was hidden.
    expect((await takes('registrar', before)).text).toBeUndefined();
    const readings = async () => (await city.app.ideas.history(id)).filter(({ type }) => type === 'hiddenRead').length;
    expect(await readings()).toBe(0);
    await asks('registrar', id, 'whole');
    await asks('registrar', id, 'whole', 'data');
    expect((await takes('registrar')).text).toContain('Något om en kollega.');
    expect(await readings()).toBe(1);
    await asks('registrar', id, 'masked');
    expect((await takes('registrar')).text).not.toContain('Något om en kollega.');
  });

  it('says in the record that the registrar got a name that is kept from them otherwise, and gives it to nobody without that', async () => {
    const id = await sendsIdea(person('employee'), { title: 'Cykelpool', confidential: 'true' });
    await asks('registrar', id, 'whole');
    await asks('registrar', id, 'whole', 'data');
    expect((await takes('registrar')).text).toContain('Demo Medarbetare');
    const read = (await city.app.ideas.history(id)).filter(({ type }) => type === 'hiddenRead');
    expect(read.map(({ data }) => data)).toEqual([{ whole: true }]);
    await person('leader').says(id);
    await pressesOn(person('leader'), id, 'Fler val');
    expect(allOn(await pressesOn(person('leader'), id, sv('button.history')))).toContain(
      sv('event.hiddenRead.whole', { who: person('registrar').name }),
    );
    // Who decides may know the name: nothing has to be said.
    await asks('leader', id, 'whole');
    expect((await city.app.ideas.history(id)).filter(({ type }) => type === 'hiddenRead')).toHaveLength(1);
  });

  it('keeps a diary number that was typed before a copy was asked for', async () => {
    const id = await sendsIdea(person('employee'));
    await person('leader').says(id);
    await opens('leader', id);
    await pressesOn(person('leader'), id, sv('button.record.whole'), { format: 'data', diary: 'KS 2026-77' });
    expect(JSON.parse((await takes('leader')).text ?? '')).toMatchObject({ idea: { diaryNumber: 'KS 2026-77' } });
    expect((await city.app.ideas.load(id))?.idea.diary).toBe('KS 2026-77');
  });
});
