import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import { sharingJsonSchema } from '../../../dev/generators/sharing-schema';
import { bytesOfFile, feedCrypto, signedFile } from '../../../src/app/sharing/feed-crypto';
import { mostInFeed, type SharedFeed } from '../../../src/domain/sharing/feed';
import { type FeedReader, readFeed } from '../../../src/domain/sharing/reading-feed';
import { feedOf, fileOf, keysOf, sharedSolution } from '../../../testing/samples/sharing/feeds';

const reader: FeedReader = {
  ...{ us: 'kiruna', keys: [keysOf('boras').publicKey], known: {} },
  now: '2026-11-22T01:00:00.000Z',
};
const read = (bytes: Uint8Array, more: Partial<FeedReader> = {}) => readFeed(bytes, { ...reader, ...more }, feedCrypto);
const why = (bytes: Uint8Array, more: Partial<FeedReader> = {}) => {
  const came = read(bytes, more);
  return came.ok ? 'read' : came.refusal.code;
};
const withPayload = (change: (payload: string) => string): Buffer => {
  const file = signedFile(feedOf(), [keysOf('boras').key]);
  return bytesOfFile({ ...file, payload: change(file.payload) });
};
/** Signed as it should be, whatever it says. */
const signed = (feed: object): Buffer => fileOf(feed as SharedFeed, 'boras');

describe('a file that another municipality shares', () => {
  test('is read: what is shared, what is taken back, each with its version', () => {
    const came = read(fileOf(feedOf(), 'boras'));
    expect(came.ok && came.value.entries).toEqual([sharedSolution()]);
    expect(came.ok && came.value.withdrawn).toEqual(['T9WZ3D']);
  });

  test('is read again with the same number when it says the same, and not when it says something else', () => {
    const first = read(fileOf(feedOf(), 'boras'));
    const known = { publisher: 'boras', number: 3, hash: first.ok ? first.value.hash : '' };
    expect(why(fileOf(feedOf(), 'boras'), { known })).toBe('read');
    expect(why(fileOf(feedOf({ entries: [] }), 'boras'), { known })).toBe('changedInPlace');
    expect(why(fileOf(feedOf({ number: 2 }), 'boras'), { known })).toBe('replayed');
    expect(why(fileOf(feedOf({ publisher: { code: 'lund', name: 'Lund' } }), 'boras'), { known })).toBe(
      'anotherPublisher',
    );
  });

  test('is refused where it is forged: changed after signing, or signed by somebody else', () => {
    expect(why(withPayload((payload) => payload.replace('Tio', 'Elva')))).toBe('forged');
    expect(why(withPayload((payload) => `${payload} `))).toBe('forged');
    expect(why(fileOf(feedOf(), 'somebody'))).toBe('forged');
    expect(why(fileOf(feedOf(), 'boras'), { keys: [] })).toBe('forged');
  });

  test('is believed by either key while one takes the other’s place, and by a revoked one no more', () => {
    const keys = [keysOf('boras').publicKey, keysOf('boras anew').publicKey];
    for (const key of keys) expect(why(fileOf(feedOf(), 'boras', 'boras anew'), { keys: [key] })).toBe('read');
    const known = { revoked: [keysOf('boras').publicKey] };
    expect(why(fileOf(feedOf(), 'boras'), { keys, known })).toBe('revoked');
    expect(why(fileOf(feedOf(), 'boras anew'), { keys, known })).toBe('read');
  });

  test('is refused where it is oversized', () => {
    expect(why(new Uint8Array(mostInFeed.bytes + 1))).toBe('tooLarge');
    const many = Array.from({ length: mostInFeed.entries + 1 }, (_, at) => sharedSolution({ id: `A${at}` }));
    expect(why(signed(feedOf({ entries: many })))).toBe('tooMany');
    const nothing = Array.from({ length: 100_000 }, () => ({}));
    expect(why(signed({ ...feedOf(), entries: nothing }))).toBe('tooMany');
    expect(why(signed(feedOf({ entries: [sharedSolution({ need: 'a'.repeat(4001) })] })))).toBe('notThisFormat');
  });

  test('is refused where it is cyclic, and what has been through here is left out of others', () => {
    expect(why(fileOf(feedOf(), 'boras'), { us: 'boras' })).toBe('ours');
    const back = sharedSolution({ id: 'AAAAAA', origins: [{ publisher: 'kiruna', id: 'BBBBBB' }] });
    const came = read(signed(feedOf({ entries: [sharedSolution(), back] })));
    expect(came.ok && came.value.ours).toEqual(['AAAAAA']);
    expect(came.ok && came.value.entries).toEqual([sharedSolution()]);
  });

  test.each([
    ['no JSON', Buffer.from('<html>'), 'notJson'],
    ['no UTF-8', Buffer.from([0x22, 0xe5, 0x22]), 'notJson'],
    ['nothing', Buffer.from(''), 'notJson'],
    ['deep', Buffer.from('['.repeat(100_000)), 'notJson'],
    ['null', Buffer.from('null'), 'notThisFormat'],
    ['a list', Buffer.from('[]'), 'notThisFormat'],
  ])('is refused where it is hostile: %s', (_, bytes, code) => {
    expect(why(bytes)).toBe(code);
  });

  test.each([
    ['two with one id', { entries: [sharedSolution(), sharedSolution()] }, 'twice'],
    ['an id that is a path', { entries: [sharedSolution({ id: '../../etc' })] }, 'notThisFormat'],
    ['a publisher that is a key', { publisher: { code: 'a|b', name: 'x' } }, 'notThisFormat'],
    ['a mailbox that is a link', { entries: [sharedSolution({ contact: 'javascript:alert(1)' })] }, 'notThisFormat'],
    ['a number that is none', { number: 1.5 }, 'notThisFormat'],
    ['another version', { version: 2 }, 'notThisFormat'],
    ['what has expired', { expires: '2026-11-21T01:00:00.000Z' }, 'expired'],
    ['what is issued in the future', { issued: '2026-12-24T01:00:00.000Z' }, 'early'],
  ])('is refused where it has %s, though it is signed', (_, more, code) => {
    expect(why(signed({ ...feedOf(), ...more }))).toBe(code);
  });

  test('has text as data: nothing unseen is left, kinds and fields of later versions are passed over', () => {
    const odd = { ...sharedSolution({ title: 'Cykel\u202Epool\nför alla' }), later: { a: 1 } };
    const came = read(signed({ ...feedOf(), later: 1, entries: [odd, { kind: 'dance', id: 7 }] }));
    expect(came.ok && came.value.entries).toEqual([sharedSolution({ title: 'Cykelpool för alla' })]);
  });
});

describe('docs/sharing.schema.json', () => {
  const written: { $defs: { feed: object } } = JSON.parse(
    readFileSync(join(__dirname, '../../../docs/sharing.schema.json'), 'utf8'),
  );
  const ajv = new Ajv2020({ strict: false, validateFormats: false });

  test('is what the sources say (npm run write:sharing-schema)', () => {
    expect(written).toEqual(JSON.parse(JSON.stringify(sharingJsonSchema())));
  });

  test('takes the file and what it holds', () => {
    const file = signedFile(feedOf(), [keysOf('boras').key]);
    expect(ajv.validate(written, file)).toBe(true);
    expect(ajv.validate(written.$defs.feed, JSON.parse(file.payload))).toBe(true);
    expect(ajv.validate(written.$defs.feed, { ...feedOf(), entries: [{ id: '1' }] })).toBe(false);
  });
});
