import type { FeedUnreached } from '../../config/sharing/feed-over-https.js';
import { mostInFeed } from '../../domain/sharing/feed.js';
import type { FeedFault } from '../../domain/sharing/reading-feed.js';

/** What each refusal means to whoever writes such files, and what to do. */
export const faultLines: Readonly<Record<FeedFault, string>> = {
  tooLarge: `the file has more than ${mostInFeed.bytes} bytes: share less.`,
  notJson: 'it is no JSON in UTF-8.',
  notThisFormat: 'it is not as docs/sharing.schema.json says.',
  tooMany: `it has more than ${mostInFeed.entries} shared or ${mostInFeed.withdrawn} taken back.`,
  twice: 'two entries have the same id.',
  forged: 'no key that is believed has signed it as it is: it was changed after signing, or another key made it.',
  revoked: 'its keys have been revoked: sign it with the new one.',
  replayed: 'it is older than one that has been read.',
  changedInPlace: 'it has the number of one that has been read and says something else: raise the number.',
  expired: 'its time has gone: write it anew, with a later expires.',
  early: 'it is issued in the future: see to the clock of whoever wrote it.',
  ours: 'it is the reader’s own.',
  anotherPublisher: 'it is another municipality’s than what was read from there before.',
};

export const unreachedLines: Readonly<Record<FeedUnreached['code'], string>> = {
  address: 'The address is none that is read: write one that begins with https://, without a password.',
  redirect: 'The address leads to another host, or further than it may: write the address at which the file is.',
  status: 'The host does not give the file: look at the address, and whether everybody may read it.',
  mediaType: 'The host does not say that it is JSON: it is no file of this format, or its media type has to be set.',
  silent: 'The host does not answer within twenty seconds.',
  tooLarge: faultLines.tooLarge,
};
