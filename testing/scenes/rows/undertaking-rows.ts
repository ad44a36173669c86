import type { UndertakingStore } from '../../../src/store/undertaking/undertakings.js';
import { adder, adds, keeper, moves, UNDERTAKING_ID } from '../../samples/undertaking/undertaking-story.js';
import { storesUndertaking } from '../undertaking/undertakings.js';

/** What a department has undertaken, and moved. */
export const writeUndertakings = (app: Parameters<typeof storesUndertaking>[0]): Promise<void> =>
  storesUndertaking(app, UNDERTAKING_ID, [adder, adds()], [keeper, moves()]);

/** All that is read of one. */
export const undertakingsIn = async ({ load, newest, ofYear }: UndertakingStore) => [
  ...[await load(UNDERTAKING_ID), await newest(UNDERTAKING_ID, 30), await ofYear('2027')],
];
