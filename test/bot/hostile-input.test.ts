import { oneLine, tidy } from '../../src/domain/language/tidy';
import { inputsOf } from '../../testing/cards/card';
import { type City, minutes, startCity } from '../../testing/scenes/city';
import { allOn, en, seenOn, sendsIdea, sv } from '../../testing/scenes/everyday';
import type { Answer } from '../../testing/teams/answer';
import type { Person } from '../../testing/teams/person';

/** Some of each kind of testing/samples/text/hostile-texts.ts, which meets the cards without a bot. */
const texts = [
  "x' or RowKey ne '",
  "'; DROP TABLE Ideas; --",
  'record|K7M4QX/..\\#?%00',
  '${$root} {{title}} {title}',
  '**fet** [länk](javascript:alert(1)) # rubrik',
  '<at>Alla</at> <script>alert(1)</script> &amp;',
  '"}],"actions":[{"type":"Action.OpenUrl"}]',
  '=HYPERLINK("https://exempel.example","x")',
  '__proto__',
  'constructor',
  'null',
  '٣ ½ 1e1000',
  'مرحبا (abc) [1]',
  'fil\u202egpj.exe\u2066',
  'cy\u200bkel\u{e0041}\u00ad',
  'cy\u0000kel\u001b[31m\u0085',
  '👩🏽‍🚒 🏴󠁧󠁢󠁥󠁮󠁧󠁿 می‌خواهم',
  `Z${'\u0301'.repeat(60)}algo`,
  'a\ud83d \udc00b',
  'zqx\r\nzqx\tzqx\u2028zqx',
];

describe('hostile texts, sent by somebody', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  /** Whom nobody has asked anything: what they write may be an idea. */
  let writer: Person;
  beforeAll(async () => {
    city = await startCity();
    employee = await city.arrives('employee');
    writer = await city.arrives('colleague');
    leader = await city.arrives('leader');
  });
  // Every card that anybody has seen is looked at here, and every error that the bot has logged.
  afterAll(() => city.stop({ typed: ['${'] }));

  test.each(texts)('%j is stored and shown as it was typed, once it is tidied', async (text) => {
    const typed = { title: text, problem: text, solution: text, evidence: text, workplace: text };
    const id = await sendsIdea(employee, typed);
    const stored = await city.app.ideas.load(id);
    const line = oneLine(text);
    expect(stored?.idea.words).toMatchObject({ title: line, problem: tidy(text), solution: tidy(text) });

    const asked = await leader.presses({
      verb: 'act',
      data: { idea: id, decisionVersion: '1', idempotencyKey: `Q${id}`.padEnd(16, '0'), do: 'ask', question: text },
    });
    expect(allOn(asked).replace(/\s+/g, ' ')).toContain(line);
    const opened = await employee.says(`status ${id}`);
    const seen = allOn(opened);
    for (const part of tidy(text).split('\n')) expect(seen).toContain(part);
    expect([opened.message, ...opened.replies.flatMap(({ entities }) => entities ?? [])]).toEqual([undefined]);
  });

  test.each(texts)('%j is looked for as a department, and found nowhere', async (text) => {
    const said = await employee.says(`ledare ${text}`);
    const pressed = await employee.presses({ verb: 'leader', data: { query: text } });
    for (const answer of [said, pressed]) expect([answer.status, answer.card?.type]).toEqual([200, 'AdaptiveCard']);
    expect(seenOn(pressed).replace(/\s+/g, ' ')).toContain(oneLine(text).slice(0, 20).trim());
  });

  test.each(texts)('%j is no place, no language, no day and no post', async (text) => {
    const before = await stored();
    const data = {
      language: text,
      department: text,
      awayUntil: text.slice(0, 10),
      newIdeas: text,
      digest: text.slice(0, 5),
    };
    const saved = await employee.presses({ verb: 'saveSettings', data });
    expect(saved.card).toBeDefined();
    await employee.presses({ verb: 'pickDepartment', data: { department: text } });
    expect((await employee.presses({ verb: 'disown', data: { post: text } })).message).toBe(sv('reply.unknownButton'));
    expect(await stored()).toEqual(before);
  });

  test.each(texts)('%j names no idea, no department and no button', async (text) => {
    const before = await city.ideaRows();
    const idea = [...before.keys()].find((key) => key.startsWith('record|'))?.slice('record|'.length) ?? '';
    const presses: { verb: string; data: Record<string, string> }[] = [
      { verb: text, data: {} },
      { verb: 'open', data: { idea: text } },
      { verb: 'panel', data: { idea, panel: 'adopt', department: text } },
      { verb: 'panel', data: { idea, panel: text } },
      { verb: 'act', data: { idea, decisionVersion: '1', idempotencyKey: text, do: 'ask', question: 'x' } },
      { verb: 'act', data: { idea, decisionVersion: text, idempotencyKey: '0123456789ABCDEF', do: text } },
      {
        verb: 'act',
        data: {
          idea,
          decisionVersion: '1',
          idempotencyKey: '0123456789ABCDEF',
          do: 'passOn',
          department: text,
          reason: 'x',
        },
      },
      { verb: 'several', data: { idempotencyKey: '0123456789ABCDEF', do: 'close', ideas: text, reason: 'x' } },
      { verb: 'week', data: { week: text.slice(0, 8) } },
    ];
    for (const press of presses) {
      const answer = await leader.presses(press);
      expect([answer.status, answer.message !== undefined || answer.card !== undefined]).toEqual([200, true]);
    }
    expect(await city.ideaRows()).toEqual(before);
  });

  test.each(texts)('%j in the chat is quoted, and goes into the form as it stands', async (text) => {
    const words = tidy(text);
    await writer.says(`Så här är det: ${text}`);
    const form = await writer.presses('Ändra först');
    const values = inputsOf(form.card).map(({ value }) => value);
    expect(values).toContain(`Så här är det: ${words}`.trim());
  });

  it('that cannot be seen at all are no message', async () => {
    expect((await employee.says('\u200b\u2060\u3164\u202e')).message).toBe(sv('reply.nothing'));
  });

  it('that are too long are refused with the reason, as a command too', async () => {
    const long = 'å'.repeat(4_001);
    for (const text of [long, `idé: ${long}`, `ledare ${long}`]) {
      expect((await employee.says(text)).message).toBe(sv('reply.tooLong', { limit: 4_000 }));
    }
  });

  it('as a person’s name are tidied and cut before they are stored', async () => {
    const member = { name: `Demo\u202e ${'<at>x</at>'.repeat(30)}`, email: 'demo.lang@soderhamra.example' };
    const somebody = city.teams.person(member);
    await somebody.installs();
    const [found] = (await city.app.people.contacts([somebody.email])).values();
    const person = found && (await city.app.people.byRef(found.ref));
    expect(person?.person.name).toBe(`${`Demo ${'<at>x</at>'.repeat(30)}`.slice(0, 99)}…`);
  });

  const stored = async () => (await city.app.people.byIdentity(identityOf(employee)))?.person;
  const identityOf = ({ aadObjectId }: Person) => ({ tenant: city.teams.tenantId, objectId: aadObjectId });
});

describe('a flood from one person', () => {
  let city: City;
  let employee: Person;
  let other: Person;
  beforeEach(async () => {
    city = await startCity({ pace: { burst: 3, perSecond: 1 } });
    other = await city.arrives('colleague');
    employee = city.person('employee', 'en-US');
    await employee.installs();
  });
  afterEach(() => city.stop());

  const floods = (times: number): Promise<Answer[]> =>
    Promise.all(Array.from({ length: times }, () => employee.says('help')));

  it('is answered three times, asked to wait once, and then taken in silence', async () => {
    const before = employee.chat().length;
    const answers = await floods(20);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const seen = employee.chat().slice(before);
    expect(seen.filter(({ texts }) => texts.includes(en('reply.wait')))).toHaveLength(1);
    expect(seen).toHaveLength(4);
    const noted = city.log.filter(({ message }) => message.includes('more than a person can'));
    expect(noted).toHaveLength(1);
    expect(JSON.stringify(noted)).not.toContain(employee.name);
  });

  it('of presses is answered each time, as Teams wants it, and changes nothing', async () => {
    await floods(3);
    const before = await city.ideaRows();
    for (const text of ['Cyklar', 'Bilar']) {
      const idempotencyKey = `0${text}`
        .toUpperCase()
        .replace(/[^0-9A-HJKMNP-TV-Z]/g, '0')
        .padEnd(16, '0');
      const answer = await employee.presses({ verb: 'submitText', data: { idempotencyKey, text } });
      expect(answer.status).toBe(200);
      expect(answer.body).toEqual({
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: en('reply.wait'),
      });
    }
    expect(await city.ideaRows()).toEqual(before);
  });

  it('does not reach others, ends when the person waits, and keeps out no news from Teams', async () => {
    await floods(20);
    expect(seenOn(await other.says('hjälp'))).toContain(sv('help.heading'));
    await employee.uninstalls();
    expect(city.log.at(-1)?.message).toContain('was removed');
    await employee.installs();
    city.pass(minutes(1));
    expect(seenOn(await employee.says('help'))).toContain(en('help.heading'));
  });
});
