import { TableClient } from '@azure/data-tables';
import { type LossyProxy, startLossyProxy } from '../../../testing/storage/lossy-proxy.js';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage.js';

describe('a network that loses answers', () => {
  let proxy: LossyProxy;
  beforeEach(async () => {
    proxy = await startLossyProxy(testConnectionString());
  });
  afterEach(() => proxy.stop());

  const open = () =>
    TableClient.fromConnectionString(proxy.connectionString, `${uniquePrefix()}Things`, {
      allowInsecureConnection: true,
      retryOptions: { maxRetries: 0 },
    });

  it('lets everything through as it is', async () => {
    const table = open();
    await table.createTable();
    await table.createEntity({ partitionKey: 'p', rowKey: 'r', title: 'Cyklar på väg' });
    expect((await table.getEntity('p', 'r')).title).toBe('Cyklar på väg');
    expect(proxy.lost).toEqual([]);
  });

  it('carries out what it loses the answer to, once', async () => {
    const table = open();
    await table.createTable();
    proxy.loseAnswerTo(({ method, url }) => method === 'POST' && url.includes('Things'));
    await expect(table.createEntity({ partitionKey: 'p', rowKey: 'r' })).rejects.toMatchObject({ code: 'ECONNRESET' });
    await expect(table.createEntity({ partitionKey: 'p', rowKey: 'r' })).rejects.toMatchObject({ statusCode: 409 });
    expect(proxy.lost).toHaveLength(1);
  });
});
