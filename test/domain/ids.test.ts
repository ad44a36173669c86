import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import {
  ID_PLACES,
  idAtPlace,
  newIdeaId,
  newIdempotencyKey,
  newPersonRef,
  parseIdeaId,
  placeOfId,
  type RandomBytes,
} from '../../src/domain/ids.js';

const random: RandomBytes = (size) => randomBytes(size);

describe('an idea’s id', () => {
  it('is six characters that can be read aloud and typed', () => {
    for (let i = 0; i < 500; i++) expect(newIdeaId(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
  });

  it('is neither a word nor a number, however it is written', () => {
    for (let i = 0; i < 500; i++) {
      const id = newIdeaId(random);
      expect(id).toMatch(/[A-Z]/);
      expect(id).toMatch(/[2-9]/);
    }
  });

  it('has a place among all, in their order', () => {
    const ids = Array.from({ length: 500 }, () => newIdeaId(random));
    expect(ids.map((id) => idAtPlace(placeOfId(id)))).toEqual(ids);
    const byPlace = ids.toSorted((one, other) => Number(placeOfId(one) - placeOfId(other)));
    expect(byPlace).toEqual(ids.toSorted());
    expect([placeOfId('000000'), placeOfId('ZZZZZZ')]).toEqual([0n, ID_PLACES - 1n]);
  });

  it('is found again however forgivingly it is typed', () => {
    const typed = fc.record({
      seed: fc.infiniteStream(fc.nat(255)).map((bytes) => newIdeaId((size) => Uint8Array.from(bytes.take(size)))),
      lower: fc.boolean(),
      zero: fc.constantFrom('0', 'o', 'O'),
      one: fc.constantFrom('1', 'i', 'I', 'l', 'L'),
      before: fc.constantFrom('', ' ', '#', ' # ', '\n#'),
      after: fc.constantFrom('', ' ', '\n', '\u00A0'),
    });
    fc.assert(
      fc.property(typed, ({ seed: id, lower, zero, one, before, after }) => {
        const written = (lower ? id.toLowerCase() : id).replaceAll('0', zero).replaceAll('1', one);
        expect(parseIdeaId(`${before}${written}${after}`)).toBe(id);
      }),
    );
  });

  it.each([
    ['k7m4qx', 'K7M4QX'],
    ['#K7M4QX', 'K7M4QX'],
    ['K7MoiL', 'K7M011'],
    ['2OOOOA', '20000A'],
  ])('%p is %s', (text, id) => {
    expect(parseIdeaId(text)).toBe(id);
  });

  it.each([
    '',
    'K7M4Q',
    'K7M4QXX',
    'K7M4QU',
    'K7 M4QX',
    'status',
    'skolan',
    'BILDER',
    'bollen',
    '202611',
    '100000',
    'K7M4Qå',
    '##K7M4QX',
  ])('%p is none', (text) => {
    expect(parseIdeaId(text)).toBeUndefined();
  });
});

describe('references and operations', () => {
  it('are long enough not to be guessed, and fit into storage keys', () => {
    expect(newPersonRef(random)).toMatch(/^p[0-9A-HJKMNP-TV-Z]{16}$/);
    expect(newIdempotencyKey(random)).toMatch(/^[0-9A-HJKMNP-TV-Z]{16}$/);
    const many = new Set(Array.from({ length: 1000 }, () => newIdempotencyKey(random)));
    expect(many.size).toBe(1000);
  });
});
