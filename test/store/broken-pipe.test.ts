import { TableClient, type TableServiceClientOptions } from '@azure/data-tables';
import { againAfterBrokenPipe } from '../../src/store/broken-pipe';
import { testConnectionString, uniquePrefix } from '../../testing/storage/storage';

/** The first request of each client finds its connection closed, as Node tells of one that stood idle for too long. */
function closedOnce() {
  let isFirst = true;
  return {
    position: 'perRetry' as const,
    policy: {
      name: 'closedOnce',
      async sendRequest<Request, Response>(request: Request, next: (one: Request) => Promise<Response>) {
        if (!isFirst) return next(request);
        isFirst = false;
        throw Object.assign(new Error('write EPIPE'), { name: 'RestError', code: 'EPIPE' });
      },
    },
  };
}

type Policies = NonNullable<TableServiceClientOptions['additionalPolicies']>;

const tableWith = (additionalPolicies: Policies): TableClient =>
  TableClient.fromConnectionString(testConnectionString(), `${uniquePrefix()}Pipes`, {
    allowInsecureConnection: true,
    additionalPolicies,
  });

it('asks storage again where a connection had been closed while it stood idle', async () => {
  await expect(tableWith([againAfterBrokenPipe, closedOnce()]).createTable()).resolves.toBeUndefined();
});

it('would not be tried again by the SDK itself', async () => {
  await expect(tableWith([closedOnce()]).createTable()).rejects.toThrow('EPIPE');
});
