import type { Deps, Searching } from './app/deps.js';
import { createIndexKeeper } from './app/search/keep-index.js';
import type { SearchIndex } from './app/search-index/search-index.js';
import type { SearchIndexSetting } from './app/search-index/thread-messages.js';
import { threadedIndex } from './app/search-index/threaded-index.js';
import { createIndexBuilding, type IndexBuilding } from './delivery/following/build-index.js';
import type { Follower } from './delivery/following/follower.js';
import type { Log } from './delivery/log.js';
import { placeNames } from './domain/organisation/department-terms.js';
import type { Organisation } from './domain/organisation/organisation.js';

export type MakesIndex = (setting: SearchIndexSetting) => SearchIndex;

/** This instance's index of ideas, in a thread of its own, empty until it is built: who asks for ideas has it before there are any. */
export function createRunningSearch(organisation: Organisation, makeIndex: MakesIndex = threadedIndex) {
  let isWhole = () => false;
  let lost = (_fault: unknown): void => undefined;
  let again = (): void => undefined;
  const index = makeIndex({
    names: placeNames(organisation),
    lost: (fault) => lost(fault),
    again: () => again(),
  });
  const { search, similar, compare } = index;
  const searching: Searching = { search, similar, compare, isWhole: () => isWhole() };

  return {
    searching,

    /** Follows what happens from now on, and gives what builds the index of all that was before. */
    keep(app: Deps, follower: Pick<Follower, 'follow'>, log: Log): IndexBuilding {
      const keeper = createIndexKeeper(app, index);
      isWhole = keeper.isWhole;
      follower.follow('search', app.now(), keeper.changed);
      const { start, stop } = createIndexBuilding({ build: keeper.build, log });
      let told = false;
      lost = (err) => {
        // What dies again before it is whole has been told.
        if (!told || isWhole())
          log.error(
            { err },
            'The search index has been lost with its thread; it is built anew, and finds too little until then',
          );
        told = true;
        keeper.lost();
      };
      again = start;
      return {
        start,
        async stop() {
          await stop();
          await index.close();
        },
      };
    },
  };
}
