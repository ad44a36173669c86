import { newIdempotencyKey } from '../../../../src/domain/ids';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { type City, minutes, startCity } from '../../../../testing/scenes/city';
import { cardAbout, pressesOn, seenOn, sendsIdea, sv, titlesOn } from '../../../../testing/scenes/everyday';
import { allStored, thoseWith } from '../../../../testing/storage/all-stored';
import { openOneDrive } from '../../../../testing/teams/one-drive';
import type { Person } from '../../../../testing/teams/person';

describe('mina uppgifter', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  let drive: Awaited<ReturnType<typeof openOneDrive>>;
  beforeAll(async () => {
    city = await startCity();
    drive = await openOneDrive();
    employee = await city.arrives('employee');
    leader = await city.arrives('leader');
    const id = await sendsIdea(employee, { solution: 'Lånecyklar vid porten.', confidential: 'true' });
    await city.delivers();
    await leader.presses('Ställ en fråga', {}, { on: cardAbout(leader, id).activityId });
    await pressesOn(leader, id, 'Skicka frågan', { question: 'Hur många?' });
    await city.delivers();
    await pressesOn(employee, id, 'Svara');
    await pressesOn(employee, id, 'Skicka svaret', { answer: 'Tio\nminst.' });
  });
  afterEach(() => {
    drive.puts.length = 0;
    drive.answersWith(201);
  });
  afterAll(async () => {
    drive.close();
    await city.stop();
  });

  /** The attachments of the newest messages, as Teams got them. */
  const attachmentsOf = (person: Person) =>
    city.connector
      .sent(person.conversationId)
      .filter(({ deleted }) => !deleted)
      .flatMap(({ id, activity }) => (activity.attachments ?? []).map((attachment) => ({ id, ...attachment })));
  const questionTo = (person: Person) =>
    attachmentsOf(person).findLast(({ contentType }) => contentType.endsWith('file.consent'));
  const answers = (person: Person, value: object) =>
    person.delivers({
      type: 'invoke',
      name: 'fileConsent/invoke',
      value: { type: 'fileUpload', context: {}, ...value },
      replyToId: questionTo(person)?.id ?? '',
    });
  const says = (person: Person, uploadInfo: object = drive.place) => answers(person, { action: 'accept', uploadInfo });

  it('offers a file in Teams’ own way, and to read it in the chat', async () => {
    const { replies } = await employee.says('mina uppgifter');
    expect(replies).toHaveLength(2);
    expect(questionTo(employee)).toMatchObject({
      name: 'idelotsen-mina-uppgifter-2026-11-26.txt',
      content: { description: sv('data.fileAbout'), sizeInBytes: expect.any(Number) },
    });
    expect(titlesOn({ card: employee.chat().findLast(({ card }) => card)?.card })).toEqual([
      'Läs här i chatten',
      'Ta bort mina uppgifter',
    ]);
  });

  it('puts everything that is stored of the person, and nobody else’s name, into their OneDrive', async () => {
    await employee.says('mina uppgifter');
    const question = questionTo(employee);
    const answer = await says(employee);
    expect(answer.status).toBe(200);
    expect(answer.message).toBe(sv('data.saved'));
    const [put] = drive.puts;
    const text = put?.bytes.toString('utf8') ?? '';
    expect(put?.bytes.length).toBe((question?.content as { sizeInBytes?: number } | undefined)?.sizeInBytes);
    expect(text.startsWith('\uFEFFMINA UPPGIFTER\r\n')).toBe(true);
    const { name, email, aadObjectId, conversationId, id: teamsId } = employee;
    const known = [name, email, aadObjectId, conversationId, teamsId, city.teams.tenantId, 'Vård och omsorg'];
    const written = ['Lånecyklar vid porten.', 'Hur många?', '        Tio', '        minst.', sv('data.confidential')];
    for (const part of [...known, ...written]) expect(text).toContain(part);
    expect(text).toContain(`2026-11-26 10:00 ${name} skickade in idén.`);
    expect(text).toContain('En kollega ställde en fråga.');
    for (const hole of [leader.name, leader.email, leader.aadObjectId, 'undefined', '{', 'null']) {
      expect(text).not.toContain(hole);
    }
    expect(attachmentsOf(employee).at(-1)).toMatchObject({
      contentType: 'application/vnd.microsoft.teams.card.file.info',
      contentUrl: drive.place.contentUrl,
      content: { uniqueId: 'file-1', fileType: 'txt' },
    });
    expect(attachmentsOf(employee).filter(({ id }) => id === question?.id)).toEqual([]);
  });

  it('gives whoever answers their own data, whatever the question was', async () => {
    await leader.says('my data');
    await says(leader);
    const text = drive.puts[0]?.bytes.toString('utf8') ?? '';
    expect(text).toContain(leader.email);
    expect(text).toContain('innovationsledare för Vård och omsorg');
    expect(text).not.toContain(employee.name);
    expect(text).not.toContain('Lånecyklar vid porten.');
  });

  it.each([
    ['another host', { uploadUrl: 'https://evil.example/upload' }],
    ['the inside of the network', { uploadUrl: 'http://169.254.169.254/latest' }],
    ['no address', { uploadUrl: '::' }],
  ])('goes to no place that is %s', async (_what, place) => {
    await employee.says('mina uppgifter');
    const answer = await says(employee, { ...drive.place, ...place });
    expect(answer).toMatchObject({ status: 200, message: sv('data.notSaved') });
    expect(drive.puts).toEqual([]);
  });

  it('says so when the file could not be saved', async () => {
    drive.answersWith(507);
    await employee.says('mina uppgifter');
    expect((await says(employee)).message).toBe(sv('data.notSaved'));
  });

  it.each([
    ['no', { action: 'decline' }],
    ['something that is no answer', { action: 'accept', uploadInfo: { uploadUrl: 7 } }],
    ['nothing', {}],
  ])('saves nothing for somebody who says %s', async (_what, value) => {
    await employee.says('mina uppgifter');
    expect(await answers(employee, value)).toMatchObject({ status: 200, message: sv('data.declined') });
    expect(drive.puts).toEqual([]);
  });

  it('can be read in the chat, page by page', async () => {
    await employee.says('mina uppgifter');
    let page = await employee.presses('Läs här i chatten');
    let read = seenOn(page);
    while (titlesOn(page).includes(sv('button.showMore'))) {
      page = await employee.presses(sv('button.showMore'));
      read += seenOn(page);
    }
    for (const part of [employee.email, employee.aadObjectId, 'Lånecyklar vid porten.', 'minst.']) {
      expect(read).toContain(part);
    }
    expect(seenOn(await employee.presses({ verb: 'readData', data: { verb: 'readData', page: '99' } }))).toContain(
      'sida',
    );
  });

  it('is found from the settings', async () => {
    await employee.says('inställningar');
    await employee.presses('Mina uppgifter');
    expect(questionTo(employee)?.name).toContain('mina-uppgifter');
  });
});

describe('ta bort mina uppgifter', () => {
  const NAME = 'Demo Lämnar';
  let city: City;
  let employee: Person;
  let leader: Person;
  let id: string;
  beforeEach(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    employee = city.teams.person({ name: NAME, email: 'demo.lamnar@soderhamra.example' });
    await employee.installs();
    await employee.presses('Välj', { department: 'VOO' });
    id = await sendsIdea(employee);
    await city.delivers();
  });
  afterEach(() => city.stop());

  /** All that says who the person is. */
  const who = () => [NAME, employee.email, employee.aadObjectId, employee.id, employee.conversationId];
  const erases = async () => {
    await employee.says('ta bort mina uppgifter');
    return employee.presses({ verb: 'eraseMeNow', data: { verb: 'eraseMeNow' } });
  };

  it('says what goes, what stays and why, and asks first', async () => {
    const asked = await employee.says('ta bort mina uppgifter');
    expect(seenOn(asked)).toContain('De är allmänna handlingar');
    expect(titlesOn(asked)).toEqual(['Ta bort mina uppgifter', 'Mina uppgifter', 'Nej, behåll dem']);
    const kept = await employee.presses('Nej, behåll dem');
    expect(kept.message).toBe(sv('erase.kept'));
    expect(seenOn(await employee.says('mina idéer'))).toContain('Cykelpool');
  });

  it('names the decision where the words go too', async () => {
    const organisation = { ...exampleOrganisation(), retention: { words: 'erase' as const, decision: 'KS 2026/7' } };
    const other = await startCity({ organisation });
    const somebody = await other.arrives('employee');
    const idea = await sendsIdea(somebody);
    expect(seenOn(await somebody.says('erase my data'))).toContain('KS 2026/7');
    await somebody.presses({ verb: 'eraseMeNow', data: { verb: 'eraseMeNow' } });
    const reader = await other.arrives('leader');
    await other.delivers();
    const read = seenOn(await reader.says(idea));
    expect(read).toContain(sv('idea.erased'));
    expect(read).not.toContain('Cykelpool');
    expect(read).toContain(sv('idea.fact.submitterLeft'));
    await other.stop();
  });

  it('tells those who have a post that the organisation file still names them', async () => {
    expect(seenOn(await leader.says('erase my data'))).toContain('innovationsledare för Vård och omsorg');
  });

  it('is done when it says so: no table, queue, picture, log or metric knows the person', async () => {
    expect(thoseWith(await allStored(city.storage), who())).not.toEqual([]);
    const answer = await erases();
    expect(seenOn(answer)).toContain(sv('erase.doneAll'));
    await city.delivers();
    city.pass(minutes(6));
    await city.delivers();
    expect(thoseWith(await allStored(city.storage), who())).toEqual([]);
    expect(await city.app.people.leaving()).toEqual([]);
    expect(
      thoseWith(
        city.log.map((line) => JSON.stringify(line)),
        who(),
      ),
    ).toEqual([]);
    expect(thoseWith([await (await fetch(`${city.url}/metrics`)).text()], who())).toEqual([]);
    expect(city.log.at(-1)?.message).toBe('Nothing is left of somebody who left');
  });

  it('leaves the idea to be read and decided on, by a leader who sees nobody’s name', async () => {
    await erases();
    await city.delivers();
    const read = await leader.says(id);
    expect(seenOn(read)).toContain('Cykelpool');
    expect(JSON.stringify([read.card, cardAbout(leader, id).card])).not.toContain(NAME);
    expect(titlesOn(read)).not.toContain('Ställ en fråga');
    // Nor is somebody who is gone asked to do it, whatever the press says.
    expect(JSON.stringify(read.card)).not.toContain(sv('panel.theSubmitter'));
    const decisionVersion = String((await city.app.ideas.load(id))?.idea.decisionVersion);
    const forged = {
      verb: 'act',
      idea: id,
      decisionVersion,
      idempotencyKey: newIdempotencyKey(city.app.random),
      do: 'explore',
      person: 'submitter',
    };
    const refused = await leader.presses({ verb: 'act', data: forged });
    expect(seenOn(refused)).toContain(sv('refusal.unknownColleague'));
    expect((await city.app.ideas.load(id))?.idea.stage).toBe('submitted');
    await pressesOn(leader, id, 'Utforska idén');
    await city.delivers();
    expect((await city.app.ideas.history(id)).map(({ type }) => type)).toEqual(['submitted', 'personLeft', 'explored']);
  });

  it('keeps name and post of a leader with what they decided, and nowhere else', async () => {
    await pressesOn(leader, id, 'Utforska idén');
    await pressesOn(leader, id, 'Fler val');
    await pressesOn(leader, id, 'Kommentera');
    await pressesOn(leader, id, 'Skicka', { comment: 'Vi börjar i maj.' });
    const asked = seenOn(await leader.says('ta bort mina uppgifter'));
    expect(asked).toContain(sv('erase.deciders.keep'));
    await leader.presses({ verb: 'eraseMeNow', data: { verb: 'eraseMeNow' } });
    city.pass(minutes(6));
    await city.delivers();
    const why = seenOn(await employee.says(`varför ${id}`));
    expect(why).toContain(`${leader.name} utforskar idén.`);
    expect(why).toContain('innovationsledare för Vård och omsorg');
    const history = seenOn(await employee.presses('Historik'));
    expect(history.split(leader.name)).toHaveLength(2);
    expect(history).toContain('En kollega kommenterade idén.');
    // The organisation file names its leader anew, as somebody else.
    expect(thoseWith(await allStored(city.storage), [leader.aadObjectId, leader.id])).toEqual([]);
  });

  it('gives what the person drove back to the leader, who is told', async () => {
    const other = await sendsIdea(await city.arrives('employee'), { title: 'Bilpool' });
    await city.delivers();
    const [named] = [...(await city.app.people.contacts([employee.email])).values()];
    const before = leader.chat().length;
    await leader.says(other);
    await pressesOn(leader, other, 'Utforska idén');
    await pressesOn(leader, other, 'Fler val');
    await pressesOn(leader, other, sv('button.nameDriver'));
    await pressesOn(leader, other, sv('button.nameDriver'), { personEmail: employee.email });
    await city.delivers();
    expect((await city.app.ideas.load(other))?.idea.driver?.person).toBe(named?.ref);
    await erases();
    await city.delivers();
    expect((await city.app.ideas.load(other))?.idea).toMatchObject({ waiting: { for: 'deciders' } });
    expect(leader.chat().length).toBeGreaterThan(before);
    expect(seenOn(cardAbout(leader, other))).toContain(sv('notice.personLeft.deciders'));
  });

  it('welcomes them as somebody new when they write again, and once', async () => {
    await erases();
    const back = await employee.says('mina idéer');
    expect(seenOn({ card: back.replies[0]?.attachments?.[0]?.content })).toContain(sv('mine.empty'));
    expect(seenOn({ card: employee.chat().at(-1)?.card })).toContain(sv('welcome.heading'));
    expect(await city.app.ideas.loadAll([id])).toMatchObject([{ submittersLeft: true }]);
  });

  it('pressed twice at once, or again later, ends with nobody', async () => {
    await employee.says('ta bort mina uppgifter');
    const press = () => employee.presses({ verb: 'eraseMeNow', data: { verb: 'eraseMeNow' } });
    for (const answer of await Promise.all([press(), press()])) expect(seenOn(answer)).toContain(sv('erase.done'));
    expect(seenOn(await press())).toContain(sv('erase.done'));
    city.pass(minutes(6));
    await city.delivers();
    expect(thoseWith(await allStored(city.storage), who())).toEqual([]);
  });
});
