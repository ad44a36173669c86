import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { type ParsedCommand, readMessage } from '../../../src/bot/conversation/commands';
import { parseIdeaId } from '../../../src/domain/ids';
import {
  listedCommands,
  type WrittenCommand,
  wordsOf,
  writtenCommands,
} from '../../../src/domain/language/written-commands';
import { type Language, languageCodes } from '../../../src/domain/languages';
import { en, sv } from '../../../testing/scenes/everyday';

const commands = Object.keys(writtenCommands) as WrittenCommand[];

describe('written commands', () => {
  const rows: [string, ParsedCommand][] = [
    ['idé', { command: 'idea', rest: '' }],
    ['  IDEA. ', { command: 'idea', rest: '' }],
    ['Idé: fler träd', { command: 'idea', rest: 'fler träd' }],
    ['ny idé - fler träd', { command: 'idea', rest: 'fler träd' }],
    ['mina ideer', { command: 'mine' }],
    ['My Ideas?', { command: 'mine' }],
    ['mina idér', { command: 'mine' }],
    ['status', { command: 'status' }],
    ['status k7m4qx', { command: 'open', id: 'K7M4QX' }],
    ['status "K7M 4QX".', { command: 'open', id: 'K7M4QX' }],
    ['k7m4qx', { command: 'open', id: 'K7M4QX' }],
    ['#K7M4QX', { command: 'open', id: 'K7M4QX' }],
    ['Idé K7M4QX', { command: 'open', id: 'K7M4QX' }],
    ['min idé k7m4qx?', { command: 'open', id: 'K7M4QX' }],
    ['k7m4 qx', { command: 'open', id: 'K7M4QX' }],
    ['STATUS: k7m-4qx', { command: 'open', id: 'K7M4QX' }],
    ['idé: nya cyklar', { command: 'idea', rest: 'nya cyklar' }],
    ['idé cyklar', { command: 'text', text: 'idé cyklar' }],
    ['hej hej', { command: 'help' }],
    ['What can you do?', { command: 'help' }],
    ['hur fungerar köket', { command: 'text', text: 'hur fungerar köket' }],
    ['Toppen, tack!', { command: 'thanks' }],
    ['bra cyklar', { command: 'text', text: 'bra cyklar' }],
    ['KO', { command: 'queue' }],
    ['min tur!', { command: 'queue' }],
    ['ledare', { command: 'leader', rest: '' }],
    ['ledare: hälso- och sjukvård', { command: 'leader', rest: 'hälso- och sjukvård' }],
    ['min innovationsledare', { command: 'leader', rest: '' }],
    ['innovasionsledare miljö', { command: 'leader', rest: 'miljö' }],
    ['sök', { command: 'search', rest: '', lessons: false }],
    ['Sök lånecyklar', { command: 'search', rest: 'lånecyklar', lessons: false }],
    ['sok cyklar i hemtjänsten', { command: 'search', rest: 'cyklar i hemtjänsten', lessons: false }],
    ['sök idéer om träd', { command: 'search', rest: 'om träd', lessons: false }],
    ['hitta nycklar', { command: 'search', rest: 'nycklar', lessons: false }],
    ['lärdomar', { command: 'search', rest: '', lessons: true }],
    ['lardomar cyklar', { command: 'search', rest: 'cyklar', lessons: true }],
    ['inspirera', { command: 'search', rest: '', lessons: false }],
    ['find: electric cars', { command: 'search', rest: 'electric cars', lessons: false }],
    ['hittar inte mina idéer', { command: 'text', text: 'hittar inte mina idéer' }],
    ['Hitta en bättre rutin för nycklar', { command: 'text', text: 'Hitta en bättre rutin för nycklar' }],
    ['veckan', { command: 'week', rest: '' }],
    ['week 2026-W47', { command: 'week', rest: '2026-W47' }],
    ['veckan v 47', { command: 'week', rest: 'v 47' }],
    ['instalningar', { command: 'settings' }],
    ['Mina uppgifter', { command: 'myData' }],
    ['my data.', { command: 'myData' }],
    ['ta bort mina upgifter', { command: 'eraseMe' }],
    ['erase my data', { command: 'eraseMe' }],
    ['HJÄLP!!', { command: 'help' }],
    ['hi', { command: 'help' }],
    ['tack så jättemycket', { command: 'text', text: 'tack så jättemycket' }],
    ['👍🏽', { command: 'thanks' }],
    ['idén är bra', { command: 'text', text: 'idén är bra' }],
    ['en idé', { command: 'text', text: 'en idé' }],
    ['ledare som lyssnar på oss vore en bra början', expect.objectContaining({ command: 'text' }) as never],
    ['veckan var lång', { command: 'text', text: 'veckan var lång' }],
    ['status för min idé är oklar', { command: 'text', text: 'status för min idé är oklar' }],
    ['cyklar', { command: 'text', text: 'cyklar' }],
    ['123456', { command: 'text', text: '123456' }],
    ['?', { command: 'text', text: '?' }],
  ];
  it.each(rows)('"%s" is read as it was meant', (text, asked) => {
    expect(readMessage(text)).toEqual(asked);
  });

  it('are read in any case and with white space around', () => {
    const words = commands.flatMap(wordsOf);
    for (const word of words) {
      const { command } = readMessage(word);
      for (const written of [word.toUpperCase(), ` ${word}\n`, `${word}!`]) {
        expect(readMessage(written).command).toBe(command);
      }
    }
  });

  it('answer every text whatsoever', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(readMessage(text).command).toMatch(/^\w+$/);
      }),
    );
  });

  it('never take an idea’s id for a word, nor a word for an id', () => {
    const words = commands.flatMap(wordsOf);
    for (const word of words) expect(readMessage(word).command).not.toBe('open');
    expect(words.filter((word) => parseIdeaId(word))).toEqual([]);
  });

  it.each(languageCodes)('are those that the manifest lists, in its order, in %s', (language) => {
    const {
      thanks: _t,
      why: _w,
      existing: _e,
      eraseMe: _m,
      obstacles: _o,
      overview: _v,
      methods: _d,
      ...listed
    } = writtenCommands;
    expect(Object.keys(listedCommands)).toEqual(Object.keys(listed));
    expect(titles(language)).toEqual(Object.values(listed).map(({ words }) => words[language][0]));
  });

  it('are those that help shows', () => {
    const shown = [
      'idea',
      'mine',
      'status',
      'queue',
      'search',
      'challenges',
      'leader',
      'week',
      'settings',
      'myData',
    ] as const;
    for (const t of [sv, en]) {
      for (const name of shown) {
        const { command } = readMessage(t(`help.command.${name}`));
        expect(command).toBe(name === 'status' ? 'open' : name);
      }
    }
  });
});

function titles(language: Language): string[] {
  const wording = JSON.parse(readFileSync(join(__dirname, '../../../manifest', `${language}.json`), 'utf8'));
  return Object.entries(wording)
    .filter(([key]) => /^bots\[0\]\.commandLists\[0\]\.commands\[\d+\]\.title$/.test(key))
    .map(([, title]) => String(title));
}
