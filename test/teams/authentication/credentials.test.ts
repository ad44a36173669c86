import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { AppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';
import { eventRun } from '../../../src/store/keys';
import { createTeams } from '../../../src/teams/outgoing/messenger';
import { minutes, Town } from '../../../testing/scenes/town';

/** Bot Framework's own credentials, with tokens from a place that a test can take away. Each is good for one message. */
class LocalCredentials extends AppCredentials {
  constructor(private readonly endpoint: string) {
    super('app');
  }

  override getToken(): Promise<string> {
    return super.getToken(true);
  }

  protected override async refreshToken(): Promise<never> {
    const response = await fetch(this.endpoint);
    return { accessToken: await response.text(), expiresOn: new Date(Date.now() + 3_600_000) } as never;
  }
}

class LocalTokens extends ServiceClientCredentialsFactory {
  constructor(private readonly endpoint: string) {
    super();
  }
  override async isValidAppId(): Promise<boolean> {
    return true;
  }
  override async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }
  override async createCredentials() {
    return new LocalCredentials(this.endpoint) as never;
  }
}

describe('when the place where tokens come from is down in mid-run', () => {
  let town: Town;
  let tokens: Server;
  let port = 0;
  beforeEach(async () => {
    town = await Town.open();
    tokens = createServer((_request, response) => response.end('token')).listen(0, '127.0.0.1');
    await once(tokens, 'listening');
    port = (tokens.address() as AddressInfo).port;
  });
  afterEach(async () => {
    tokens.close();
    await town.close();
  });

  it('nothing leaves, nothing is counted as a fault however long it lasts, and all goes out once when it is back', async () => {
    const authentication = new ConfigurationBotFrameworkAuthentication(
      {},
      new LocalTokens(`http://127.0.0.1:${port}/`),
    );
    const deliveries = town.deliveries(createTeams({ identity: { kind: 'none' }, authentication, patienceMs: 5000 }));
    const submitter = await town.arrives('submitter');
    const leader = await town.arrives('leader');
    await town.submits(submitter);
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(1);
    expect(town.connector.requests).toHaveLength(1);

    tokens.close();
    tokens.closeAllConnections();
    await once(tokens, 'close');
    const { id } = await town.submits(submitter, 'VOO', 'Under tiden');
    for (let round = 0; round < 8; round++) {
      await deliveries.tick();
      town.pass(minutes(10));
    }
    expect(town.connector.requests).toHaveLength(1);
    const row = () => town.parts().deliveries.get({ person: leader.ref, run: eventRun(id, 1) });
    expect(await row()).toMatchObject({ state: 'owed', faults: 0, unknown: 0, refusals: 0 });

    tokens.listen(port, '127.0.0.1');
    await once(tokens, 'listening');
    town.pass(minutes(10));
    await deliveries.tick();
    expect(town.says('leader')).toHaveLength(2);
    expect(await row()).toMatchObject({ state: 'sent' });
  });
});
