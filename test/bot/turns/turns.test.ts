import pino from 'pino';
import { type City, startCity } from '../../../testing/scenes/city';
import { seenOn, sendsIdea, sv } from '../../../testing/scenes/everyday';
import { forever, serverError } from '../../../testing/teams/misbehaviour';
import type { Person } from '../../../testing/teams/person';

const secret = 'Grannen på Storgatan 7';

describe('a turn that goes wrong', () => {
  let city: City;
  let employee: Person;
  let id: string;
  beforeEach(async () => {
    city = await startCity();
    employee = await city.arrives('employee');
    id = await sendsIdea(employee, { problem: secret, title: secret });
  });
  afterEach(() => city.stop());

  const replies = () => city.connector.misbehave(({ kind }) => kind === 'post', forever(serverError()));

  /** The log as pino writes it, with its own way of writing errors. */
  const written = (lines: readonly object[]) => {
    const out: string[] = [];
    const log = pino({}, { write: (line: string) => void out.push(line) });
    for (const line of lines) log.error(line);
    return out.join('');
  };

  it('leaves no idea text and no name in the log', async () => {
    replies();
    await employee.says(`status ${id}`);
    await employee.says(secret);
    const log = written(city.surprises().map(({ what, message }) => ({ ...what, message })));
    expect(log).not.toContain(secret);
    expect(log).not.toContain(employee.name);
    expect(log).toContain('"statusCode":500');
  });

  it('tells operators what went wrong, and whom by reference', async () => {
    replies();
    await employee.says('hjälp');
    const [failed, unsaid] = city.surprises();
    expect(failed?.what).toMatchObject({
      reference: expect.stringMatching(/^[0-9A-Z]{8}$/),
      person: expect.stringMatching(/^p[0-9A-Z]{16}$/),
      activity: 'message',
    });
    expect(written([failed?.what ?? {}])).toMatch(/"type":"RestError".*"code":"ServiceError"/);
    expect(unsaid?.message).toContain('could not be sent');
  });

  it('is posted once: nothing is tried again that may have arrived', async () => {
    const before = city.connector.requests.length;
    replies();
    await employee.says('hjälp');
    city.surprises();
    const tries = city.connector.requests.slice(before).filter(({ kind }) => kind === 'post');
    // The answer, and the apology.
    expect(tries).toHaveLength(2);
  });

  it('does not keep the next one from going well', async () => {
    const mend = replies();
    await employee.says('hjälp');
    city.surprises();
    mend();
    expect(seenOn(await employee.says('hjälp'))).toContain(sv('help.heading'));
  });

  it('says nothing of it in the HTTP answer', async () => {
    replies();
    const answer = await employee.says('hjälp');
    city.surprises();
    expect([answer.status, answer.body]).toEqual([200, undefined]);
  });
});
