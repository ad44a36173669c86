import fc from 'fast-check';
import { misspeltFound, putMisspelt } from '../../../dev/benchmarks/search/misspelt';
import { createSearchIndex } from '../../../src/app/search-index/create-search-index';
import { LocalIndex } from '../../../src/app/search-index/local-index';
import type { SearchDocument, SearchIndex } from '../../../src/app/search-index/search-index';

const document = (id: string, title: string, problem: string, more: Partial<SearchDocument> = {}): SearchDocument => ({
  id,
  version: 1,
  title,
  problem,
  departments: ['SBK'],
  goals: [],
  stage: 'exploring',
  ...more,
});

const some: SearchDocument[] = [
  document('BIKES', 'Cyklar i hemtjänsten', 'Personalen får vänta på bilar varje morgon.', { departments: ['VOO'] }),
  document('SNOW', 'Snöröjning vid hållplatser', 'Äldre kommer inte fram till bussen.', { stage: 'piloting' }),
  document('BOOKS', 'Böcker till alla bebisar', 'Händerna små behöver något att hålla i.', { goals: ['barn'] }),
  document('STAFF', 'Kläder', 'Hemtjänstpersonalen fryser.', { stage: 'inUse', departments: ['VOO', 'SBK'] }),
  document('IDEA', 'Ny idé om bibliotek', 'Låna ut verktyg.', { lesson: 'Ett register behövs.', stage: 'closed' }),
  document('ROOMS', 'Meeting rooms', 'People who book rooms do not cancel them, and they are empty.'),
];

let index: SearchIndex;
beforeEach(async () => {
  index = createSearchIndex({ names: ['Hemtjänst', 'Gata och park'] });
  await index.put(some);
});
afterEach(() => index.close());

const found = async (query: string, filter = {}) => (await index.search(query, { filter })).hits.map(({ id }) => id);

describe('search', () => {
  it.each([
    ['cyklar', 'cykeln', 'BIKES'],
    ['Böcker', 'bok', 'BOOKS'],
    ['Händerna', 'hand', 'BOOKS'],
    ['idé', 'idén bibliotek', 'IDEA'],
    ['Snöröjning', 'röja snö', 'SNOW'],
    ['hållplatser', 'hallplats', 'SNOW'],
    ['hemtjänstpersonalen', 'personal i hemtjänsten', 'STAFF'],
    ['hemtjänsten … personalen', 'hemtjänstpersonal', 'BIKES'],
    ['bibliotek', 'bibloteket', 'IDEA'],
    ['Snöröjning', 'sönröjning', 'SNOW'],
    ['rooms', 'meeting room', 'ROOMS'],
    ['verktyg', 'verk', 'IDEA'],
  ])('finds %s by %s', async (_, query, id) => {
    expect(await found(query)).toContain(id);
  });

  it.each(['', '   ', '!?', 'qqqq', '🙂'])('finds nothing by "%s"', async (query) => {
    expect(await index.search(query)).toEqual({ total: 0, hits: [] });
  });

  it('finds by its id what is meant, as far as the filter lets it through', async () => {
    expect(await found(' staff ')).toEqual(['STAFF']);
    expect(await found('staff', { departments: ['UTB'] })).toEqual([]);
  });

  it('has first what has all words', async () => {
    expect((await found('hemtjänst cyklar'))[0]).toBe('BIKES');
  });

  it('finds only what the filter lets through', async () => {
    expect(await found('hemtjänst', { departments: ['SBK'] })).toEqual(['STAFF']);
    expect(await found('hemtjänst', { stages: ['exploring'] })).toEqual(['BIKES']);
    expect(await found('hemtjänst', { except: ['BIKES'] })).toEqual(['STAFF']);
    expect(await found('böcker', { goals: ['miljö'] })).toEqual([]);
    expect(await found('register', { withLesson: true })).toEqual(['IDEA']);
    expect(await found('cyklar', { withLesson: true })).toEqual([]);
  });

  it('gives a page, and how many there are in all', async () => {
    const first = await index.search('hemtjänst', { limit: 1 });
    const second = await index.search('hemtjänst', { limit: 1, offset: 1 });
    expect([first.total, first.hits.length, second.hits.length]).toEqual([2, 1, 1]);
    expect(first.hits[0]?.id).not.toBe(second.hits[0]?.id);
  });
});

/** What an index that knows nothing else finds among ideas with these titles. */
function foundAmong(titles: readonly string[], query: string): string[] {
  const only = new LocalIndex([]);
  only.put(titles.map((title) => document(title, title, 'Så är det.')));
  return only.search(query).hits.map(({ id }) => id);
}

describe('on the first day, when nobody has written the parts of a compound by themselves,', () => {
  it.each([
    ['Snöröjningsplan för gångvägar', 'röja snö'],
    ['Snöröjning vid skolan', 'röjning av snö'],
    ['Cykelparkering vid stationen', 'parkering'],
    ['Cykelparkering vid stationen', 'parkera cyklar'],
    ['Mötesbokning i receptionen', 'boka möten'],
    ['Boka möten lättare', 'mötesbokning'],
    ['Museet håller stängt', 'museum'],
    ['Ett museum för alla', 'museer'],
    ['Mer liv i centrum', 'centret'],
    ['Hemtjänstpersonal', 'personal'],
  ])('finds "%s" by "%s"', (title, query) => {
    const first = new LocalIndex([]);
    first.put([document('ONLY', title, 'Så är det.'), document('OTHER', 'Fika', 'Vi ses för sällan.')]);
    expect(first.search(query).hits.map(({ id }) => id)).toEqual(['ONLY']);
  });
});

describe('words that say little beside others', () => {
  it.each([
    ['idén', ['Min idé om skrivare', 'Idéer från brukare', 'Idén om en app']],
    ['ide', ['Min idé om skrivare', 'Idéer från brukare', 'Idén om en app']],
    ['IT', ['IT i klassrummet']],
    ['is', ['Halka och is på trottoarer']],
    ['förslag', ['Förslag från brukare']],
    // Beside others they ask for nothing.
    ['en idé om skrivare', ['Min idé om skrivare', 'Trasiga skrivare']],
  ])('find what has them: "%s"', (query, expected) => {
    const titles = [
      ...['Min idé om skrivare', 'Idéer från brukare', 'Idén om en app', 'IT i klassrummet'],
      ...['Halka och is på trottoarer', 'Förslag från brukare', 'Trasiga skrivare', 'Det är bra'],
    ];
    expect(foundAmong(titles, query).sort()).toEqual([...expected].sort());
  });

  it('make no two ideas alike', () => {
    const many = new LocalIndex([]);
    many.put([document('ONE', 'Min idé om ett problem', 'Ett förslag till ett behov hemma.')]);
    expect(many.similar({ title: 'En idé', problem: 'Förslag på problem och behov.' })).toEqual([]);
  });
});

describe('a compound whose other part nobody has written alone', () => {
  it.each([
    [
      'cyklar',
      [
        'Lastcyklar till hemtjänsten',
        'Fler cyklar till personalen',
        'Elcyklar åt vaktmästare',
        'Cykelställ vid skolan',
      ],
    ],
    [
      'cykel',
      [
        'Lastcyklar till hemtjänsten',
        'Fler cyklar till personalen',
        'Elcyklar åt vaktmästare',
        'Cykelställ vid skolan',
      ],
    ],
    ['personal', ['Fler cyklar till personalen', 'Personalrum utan fönster']],
  ])('is found by "%s", also where that stands alone elsewhere', (query, expected) => {
    const titles = [
      ...['Lastcyklar till hemtjänsten', 'Fler cyklar till personalen', 'Elcyklar åt vaktmästare'],
      ...['Cykelställ vid skolan', 'Personalrum utan fönster', 'Handledning i grupp', 'En hand att hålla i'],
    ];
    expect(foundAmong(titles, query).sort()).toEqual([...expected].sort());
  });
});

describe('a rare word that is misspelt', () => {
  it('is found by what was meant, and hardly ever by another word', () => {
    const among = new LocalIndex(['Hemtjänst']);
    putMisspelt(among);
    for (const half of ['choosing', 'reporting'] as const) {
      const { found, wrong } = misspeltFound(among, half);
      expect(found).toBeGreaterThanOrEqual(29);
      expect(wrong).toBeLessThanOrEqual(2);
    }
  });
});

describe('a word that is hidden everywhere', () => {
  it('takes the place of no other one when a query is misspelt, also in an index that learns no more of itself', async () => {
    const many = new LocalIndex([]);
    many.put(Array.from({ length: 2100 }, (_, n) => document(`N${n}`, 'Bänkar', `Plats ${n} vid torget.`)));
    // The query is one slip from the hidden word, and two from the one that everybody may read.
    many.put([document('OPEN', 'Kvastfiktning', 'En gång i veckan.'), document('HIDDEN', 'Kvastfättnung', 'En gång.')]);
    const finds = () => many.search('kvastfättning').hits.map(({ id }) => id);
    expect(finds()).toContain('HIDDEN');
    many.remove([{ id: 'HIDDEN', version: 2 }]);
    const without = new LocalIndex([]);
    without.put(Array.from({ length: 2100 }, (_, n) => document(`N${n}`, 'Bänkar', `Plats ${n} vid torget.`)));
    without.put([document('OPEN', 'Kvastfiktning', 'En gång i veckan.')]);
    expect(finds()).toEqual(without.search('kvastfättning').hits.map(({ id }) => id));
  });
});

describe('a change', () => {
  it('is found by its new words, and not by its old ones', async () => {
    await index.put([document('BIKES', 'Bilpool', 'Elbilar att låna.', { version: 2 })]);
    expect(await found('cyklar')).toEqual([]);
    expect(await found('elbil')).toEqual(['BIKES']);
    expect(await index.size()).toBe(some.length);
  });

  it('is not undone by an older state that comes late', async () => {
    await index.put([document('BIKES', 'Bilpool', 'Elbilar att låna.', { version: 5 })]);
    await index.put([document('BIKES', 'Cyklar', 'Gamla ord.', { version: 4 })]);
    expect(await found('gamla ord')).toEqual([]);
  });

  it('takes away what is removed, and keeps its older states out', async () => {
    await index.remove([
      { id: 'BIKES', version: 3 },
      { id: 'NONE', version: 1 },
    ]);
    expect(await found('cyklar')).toEqual([]);
    await index.put([document('BIKES', 'Cyklar', 'Som det var.', { version: 2 })]);
    expect(await found('cyklar')).toEqual([]);
    await index.put([document('BIKES', 'Cyklar', 'Visas igen.', { version: 4 })]);
    expect(await found('cyklar')).toEqual(['BIKES']);
  });
});

describe('similar', () => {
  const alike = document(
    'ALIKE',
    'Låt oss cykla till brukarna',
    'I hemtjänsten väntar personalen på bil varje morgon.',
  );

  it('finds what is about the same, and says why in words that people know', async () => {
    const [first, ...others] = await index.similar(alike);
    expect(first).toMatchObject({ id: 'BIKES' });
    expect(first?.shared).toEqual(['cyklar', 'hemtjänsten', 'vänta', 'bilar']);
    expect(others).toEqual([]);
  });

  it('finds nothing where only one word is in common', async () => {
    expect(await index.similar(document('X', 'Bussar på natten', 'Unga kommer inte hem.'))).toEqual([]);
  });

  it('leaves out what the filter does not let through', async () => {
    expect(await index.similar(alike, { filter: { except: ['BIKES'] } })).toEqual([]);
  });

  it('answers whatever is written, with scores from 0 to 1 and at most four words', async () => {
    const words = fc.array(fc.oneof(fc.constantFrom('cyklar', 'snö', 'hemtjänst', 'idé'), fc.string()), {
      maxLength: 60,
    });
    await fc.assert(
      fc.asyncProperty(words, words, async (title, problem) => {
        const text = { title: title.join(' '), problem: problem.join(' ') };
        for (const { score, shared } of await index.similar(text)) {
          expect(score).toBeGreaterThan(0);
          expect(score).toBeLessThanOrEqual(1);
          expect(shared.length).toBeLessThanOrEqual(4);
        }
        await index.search(text.problem);
      }),
      { numRuns: 50 },
    );
  });
});

describe('compare', () => {
  const alike = document('ALIKE', 'Fler cyklar i hemtjänsten', 'Personalen får vänta på bilar varje morgon.');

  it('puts together what is about the same, in the order that was asked, and says what it is about', async () => {
    await index.put([{ ...alike, leaning: 'direct HTN' }]);
    const { groups } = await index.compare(['SNOW', 'ALIKE', 'BOOKS', 'BIKES', 'NONE']);
    expect(groups.map(({ documents }) => documents.map(({ id }) => id))).toEqual([
      ['SNOW'],
      ['ALIKE', 'BIKES'],
      ['BOOKS'],
    ]);
    expect(groups[1]?.documents[0]?.leaning).toBe('direct HTN');
    expect(groups[1]?.shared).toContain('cyklar');
    expect(groups[0]?.shared).toEqual([]);
  });

  it('has first what is least like anything that stands beside', async () => {
    await index.put([alike]);
    const { unlike } = await index.compare(['ALIKE', 'ROOMS'], { departments: ['VOO'] });
    expect(unlike).toEqual(['ROOMS', 'ALIKE']);
    // Where there is nothing to compare with, nothing is unlike.
    expect((await index.compare(['ALIKE', 'ROOMS'])).unlike).toEqual([]);
  });

  it('of two hundred takes no noticeable time', async () => {
    const many = Array.from({ length: 200 }, (_, n) =>
      document(`N${n}`, `Cyklar ${n} i hemtjänsten`, `Personalen på plats ${n} får vänta på bilar och nycklar.`),
    );
    await index.put(many);
    const before = performance.now();
    const { groups } = await index.compare(
      many.map(({ id }) => id),
      {},
    );
    expect(performance.now() - before).toBeLessThan(300);
    expect(groups.every(({ documents }) => documents.length <= 8)).toBe(true);
  });
});
