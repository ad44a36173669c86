import { textsOf } from '../support/card';
import type { ConnectorRequest } from '../support/connector';
import { acceptedThenHangs, hangs } from '../support/misbehaviour';
import type { BotProcess } from './bot-process';
import { Deployment } from './deployment';
import type { Fits } from './storage-gate';
import { PATIENCE, until } from './until';

const names =
  (what: string): Fits =>
  ({ path, body }) =>
    path.includes(what) || body.includes(what);
const all =
  (method: string, ...fits: Fits[]): Fits =>
  (request) =>
    request.method === method && fits.every((one) => one(request));
/** The transaction that the receipt speaks of. */
const submission = all('POST', names('"outbox|'));

// The bot is killed with SIGKILL at each step between an idea's receipt and its card at the leader's: storage or Teams is
// shut off from it just there. Whatever was acknowledged is there after the next start.
describe('a bot that is killed', () => {
  let town: Deployment;
  let bot: BotProcess;

  beforeAll(async () => {
    town = await Deployment.open();
    bot = await town.start();
    await town.arrive();
  });

  afterAll(() => town?.close());

  it.each<[moment: string, at: Fits]>([
    ['reads what is owed', all('GET', names("'outbox|"))],
    ['writes down whom to tell', all('POST', names('/Deliveries'))],
    ['takes the event from the outbox', all('DELETE', names("'outbox|"))],
    ['wakes the sender', all('POST', names('/wake-ups/messages'))],
    ['reads what to send', all('GET', names('/Deliveries(PartitionKey'))],
    ['claims what it sends', all('PUT', names('/Deliveries(PartitionKey'))],
  ])('when it %s loses no idea and brings the leader one card', async (moment, at) => {
    const title = `Cykelpool: ${moment}`;
    const shut = town.gate.shutAt(at, { after: submission });
    await town.submits(title);
    await shut;
    await bot.kill();
    expect(town.leaderHas(title)).toBe(0);

    town.gate.reopen();
    bot = await town.start();
    await town.leader.waitsFor(title, { within: PATIENCE });
    expect(textsOf((await town.employee.says('mina idéer')).card)).toContain(title);
    expect(town.leaderHas(title)).toBe(1);
    expect((await town.rows('Ideas')).filter(({ rowKey }) => String(rowKey).startsWith('outbox|'))).toEqual([]);
  });

  // Nobody can know whether these have arrived, so news of an idea is sent once more, and the doubt is on record.
  it('while Teams has a card but has not said so sends it again when the claim has run out, and notes it', async () => {
    const inHand = (title: string) => (request: ConnectorRequest) =>
      request.conversationId === town.leader.conversationId && JSON.stringify(request.body ?? null).includes(title);
    town.connector.misbehave(inHand('Kom aldrig fram'), [hangs()]);
    town.connector.misbehave(inHand('Kom fram'), [acceptedThenHangs()]);
    for (const title of ['Kom aldrig fram', 'Kom fram']) {
      await town.submits(title);
      await until(() => town.connector.requests.some(inHand(title)));
    }
    await bot.kill();
    await town.claimsRunOut();
    bot = await town.start();
    const since = town.connector.mark();
    for (const title of ['Kom aldrig fram', 'Kom fram']) await town.leader.waitsFor(title, { since, within: PATIENCE });
    await bot.stop();
    expect(town.leaderHas('Kom aldrig fram')).toBe(1);
    expect(town.leaderHas('Kom fram')).toBe(2);
    const doubts = (await town.rows('Deliveries')).filter(({ unknown }) => unknown === 1);
    expect(doubts.map(({ state, tries }) => ({ state, tries }))).toEqual([
      { state: 'sent', tries: 2 },
      { state: 'sent', tries: 2 },
    ]);
  });
});
