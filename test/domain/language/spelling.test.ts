import { nearlySame, plain, slug } from '../../../src/domain/language/spelling.js';

describe('plain spelling', () => {
  it.each([
    ['Vård- och OMSORG', 'vard och omsorg'],
    ['  Ärende/ökning  ', 'arende okning'],
    ['A\u030Angbåt é', 'angbat e'],
    ['VA', 'va'],
    ['…', ''],
  ])('of %j is %j', (text, expected) => expect(plain(text)).toBe(expected));

  it.each([
    ['Söderhamra kommun', 'soderhamra-kommun'],
    ['-Grön & skön!', 'gron-skon'],
    ['东京', ''],
  ])('makes of %j the slug %j', (text, expected) => expect(slug(text)).toBe(expected));
});

describe('words that are nearly the same', () => {
  it.each([
    ['miljo', 'milo', true],
    ['miljo', 'mijlo', true],
    ['miljo', 'mlo', false],
    ['skolan', 'skalon', true],
    ['hemtjanst', 'hmtjnst', true],
    ['hemtjanst', 'hmtjns', false],
    ['va', 'vb', false],
    ['va', 'va', true],
    ['sbk', 'skb', true],
    ['abcdef', 'fedcba', false],
  ])('%s and %s: %s', (one, other, same) => {
    expect(nearlySame(one, other)).toBe(same);
    expect(nearlySame(other, one)).toBe(same);
  });
});
