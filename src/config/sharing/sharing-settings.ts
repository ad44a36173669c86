import { readPrivateKey } from '../../app/sharing/feed-crypto.js';
import type { SharingOut } from '../../app/sharing/sharing-out.js';
import { MEDIA_TYPE } from '../../domain/sharing/feed.js';
import { openPublicFile } from '../../store/sharing/public-file.js';
import type { StorageAccount } from '../../store/storage.js';
import type { Variables } from '../variables.js';

/** The secret keys that sign what is shared, and where the file of it lies. */
export type SharingSettings = Pick<SharingOut, 'keys'> & { container: string };

const CONTAINER = /^(\$web|[a-z\d](-?[a-z\d]){2,62}|https:\/\/\S+)$/;

/** `SHARING_KEY` (two, with a comma between, while one takes the other's place) and `SHARING_CONTAINER`; undefined where neither is set. */
export function readSharing(variables: Variables): SharingSettings | undefined {
  const written = variables.list('SHARING_KEY');
  const container = variables.get('SHARING_CONTAINER');
  if (written.length === 0 && container === undefined) return undefined;
  const keys = written.flatMap((one) => readPrivateKey(one) ?? []);
  if (keys.length === 0 || keys.length < written.length || keys.length > 2) {
    variables.problems.push(
      'SHARING_KEY is no key: set it to what npm run sharing -- keys shows, or to two of them with a comma between while one takes the other’s place.',
    );
  }
  if (container === undefined || !CONTAINER.test(container)) {
    variables.problems.push(
      'SHARING_CONTAINER is no container: set it to the name of a public container in the bot’s storage account, or to the https address of one.',
    );
    return undefined;
  }
  return { keys, container };
}

/** How the file is written; undefined where it is not set. */
export const sharingOutOf = (settings: SharingSettings | undefined, account: StorageAccount): SharingOut | undefined =>
  settings && { keys: settings.keys, write: openPublicFile(account, settings.container, MEDIA_TYPE) };
