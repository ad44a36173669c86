import { type City, minutes, startCity } from '../../testing/scenes/city';
import { seenOn, sendsIdea, sv, usualIdea } from '../../testing/scenes/everyday';
import type { ConnectorRequest } from '../../testing/teams/connector';
import {
  acceptedThenServerError,
  forever,
  late,
  refuses,
  serverError,
  tooManyRequests,
} from '../../testing/teams/misbehaviour';
import type { Person } from '../../testing/teams/person';

describe('an answer that Teams does not take', () => {
  let city: City;
  let employee: Person;
  /** A form of the employee's, to press on. */
  let on: string;
  let mends: (() => void)[];
  beforeEach(async () => {
    city = await startCity();
    employee = await city.arrives('employee');
    await employee.says('idé');
    on = employee.chat().at(-1)?.activityId ?? '';
    mends = [];
  });
  afterEach(() => city.stop());

  let minted = 0;
  const idempotencyKey = () => String(++minted).padStart(16, 'A');
  const puts = ({ kind }: ConnectorRequest) => kind === 'update';
  const posts = ({ kind, body }: ConnectorRequest) => kind === 'post' && (body as { type?: string }).type === 'message';
  const misbehave = (...order: Parameters<City['connector']['misbehave']>) =>
    void mends.push(city.connector.misbehave(...order));
  const mend = () => mends.splice(0).forEach((one) => void one());
  const submits = () => employee.submits({ verb: 'submit', idempotencyKey: idempotencyKey(), ...usualIdea }, { on });
  const receipts = () =>
    employee.chat().filter(({ texts }) => texts.some((text) => text.includes(sv('notice.submitted.actor')))).length;
  const ideas = async () => [...(await city.ideaRows()).keys()].filter((key) => key.startsWith('record|')).length;
  const said = () =>
    employee
      .chat()
      .flatMap(({ texts }) => texts)
      .join('\n');
  const [wrong] = sv('error.unexpected', { id: '' }).split('.');
  async function laterOn(milliseconds = minutes(5)): Promise<void> {
    city.pass(milliseconds);
    await city.delivers();
  }

  it.each([403, 404, 412, 429, 500, 502, 503, 504])(
    'in the place of the form (%i) stands below: the idea is stored, and its receipt says so',
    async (status) => {
      misbehave(puts, forever(refuses(status, 'ServiceError')));
      expect((await submits()).status).toBe(200);
      expect(receipts()).toBe(1);
      expect(said()).not.toContain(wrong);
      await laterOn();
      expect(receipts()).toBe(1);
      expect(await ideas()).toBe(1);
    },
  );

  it.each([412, 429, 502, 503, 504])(
    'neither there nor below (%i) is owed like a notice, and comes once when it can',
    async (status) => {
      misbehave((request) => puts(request) || posts(request), forever(refuses(status, 'ServiceError')));
      const began = performance.now();
      await submits();
      expect(performance.now() - began).toBeLessThan(5000);
      expect(receipts()).toBe(0);
      mend();
      await laterOn();
      await laterOn();
      expect(receipts()).toBe(1);
      expect(said()).not.toContain(wrong);
      expect(await ideas()).toBe(1);
    },
  );

  it('is not owed a second time when it may have arrived: it is noted as ambiguous', async () => {
    misbehave(puts, forever(refuses(404, 'ActivityNotFoundInConversation')));
    misbehave(posts, [acceptedThenServerError()]);
    await submits();
    await laterOn(minutes(20));
    expect(receipts()).toBe(1);
    expect(said()).not.toContain(wrong);
    const [card] = (await city.app.people.contacts([employee.email])).values();
    const rows = (await city.app.deliveries.allOf(card?.ref ?? '')).filter(({ kind }) => kind === 'receipt');
    expect(rows).toMatchObject([{ state: 'ambiguous', unknown: 1, reason: '500 ServiceError' }]);
  });

  it('of a change of settings is owed as well, and says that it is saved', async () => {
    misbehave((request) => puts(request) || posts(request), forever(tooManyRequests()));
    await employee.submits({ verb: 'saveSettings', language: 'sv', awayUntil: '2026-12-24' }, { on });
    mend();
    await laterOn();
    expect(employee.chat().filter(({ texts }) => texts.includes(sv('receipt.saved')))).toHaveLength(1);
  });

  it('and tells of nothing that was stored is tried again, and arrives once', async () => {
    misbehave(posts, [tooManyRequests(), serverError(503), serverError(502)]);
    const before = employee.chat().length;
    await employee.says('hjälp');
    expect(employee.chat()).toHaveLength(before + 1);
    expect(seenOn(employee.chat().at(-1) ?? { card: undefined })).toContain(sv('help.heading'));
  });

  it('and tells of nothing that was stored is dropped after ten seconds, with one line in the log', async () => {
    misbehave(posts, forever(serverError(503)));
    const began = performance.now();
    await employee.says('hjälp');
    expect(performance.now() - began).toBeLessThan(12_500);
    expect(city.log.filter(({ level }) => level !== 'info')).toMatchObject([
      { level: 'warn', what: { person: expect.stringMatching(/^p/), activity: 'message', reason: '503 ServiceError' } },
    ]);
    mend();
    await laterOn();
    expect(said()).not.toContain(sv('help.heading'));
    await employee.says('hjälp');
    expect(said()).toContain(sv('help.heading'));
  });

  it('holds up no invoke: it is answered within five seconds, and what it opens comes below, once', async () => {
    misbehave(posts, [late(12_000)]);
    const before = employee.chat().length;
    const began = performance.now();
    const answer = await employee.presses('Mina idéer', {}, { on: employee.chat()[0]?.activityId ?? '' });
    expect(performance.now() - began).toBeLessThan(5000);
    expect(answer).toMatchObject({ status: 200, body: { statusCode: 200 } });
    await employee.waitsFor(sv('mine.heading'), { within: 15_000 });
    expect(employee.chat()).toHaveLength(before + 1);
    expect(said()).not.toContain(wrong);
  });

  it('nor does slow storage: the invoke says that it takes longer, and the card changes when it is done', async () => {
    const { ideas: table } = city.storage;
    const submit = table.submitTransaction.bind(table);
    let slow = 1;
    table.submitTransaction = async (...args) => {
      if (slow-- > 0) await new Promise((resolve) => setTimeout(resolve, 5500));
      return submit(...args);
    };
    const began = performance.now();
    const answer = await employee.presses('Skicka idén', usualIdea, { on });
    expect(performance.now() - began).toBeLessThan(5000);
    expect(answer.message).toBe(sv('reply.takesLonger'));
    await employee.waitsFor(sv('notice.submitted.actor'), { within: 10_000 });
    expect(receipts()).toBe(1);
    expect(
      employee
        .chat()
        .find(({ activityId }) => activityId === on)
        ?.texts.join(),
    ).toContain(usualIdea.title);
    expect(await ideas()).toBe(1);
  });

  it('of a decision has its effect once, also when it is pressed again meanwhile', async () => {
    const id = await sendsIdea(employee);
    misbehave((request) => puts(request) || posts(request), forever(serverError(503)));
    const press = { verb: 'act', idea: id, decisionVersion: '1', idempotencyKey: idempotencyKey(), do: 'withdraw' };
    await employee.submits(press, { on });
    await employee.submits(press, { on });
    mend();
    await laterOn();
    const told = employee.chat().filter(({ texts }) => texts.join().includes(sv('notice.withdrawn.actor')));
    expect(told).toHaveLength(1);
    expect((await city.app.ideas.history(id)).map(({ type }) => type)).toEqual(['submitted', 'withdrawn']);
  });
});
