import type { TableClient } from '@azure/data-tables';

/**
 * While it is on, a page of a table's listing is gone as soon as its next one is asked for: whoever has kept its rows fails
 * where they use them. `pages`: how many have gone.
 */
export function forgetsPages(table: TableClient): { on: boolean; pages: number } {
  const state = { on: false, pages: 0 };
  const list = table.listEntities.bind(table);

  async function* each(source: AsyncIterable<object[]>): AsyncGenerator<object[]> {
    for await (const page of source) {
      const lent = page.map((row) => Proxy.revocable(row, {}));
      yield lent.map(({ proxy }) => proxy);
      for (const { revoke } of lent) revoke();
      state.pages += 1;
    }
  }

  table.listEntities = ((...asked: Parameters<typeof list>) => {
    const listing = list(...asked);
    const { byPage } = listing;
    if (!state.on) return listing;
    return Object.assign(listing, {
      byPage: (settings: Parameters<typeof byPage>[0]) => each(byPage.call(listing, settings)),
    });
  }) as typeof table.listEntities;
  return state;
}
