import { shortened } from '../../src/cards/shortened';
import { type WeekView, week } from '../../src/cards/week';
import type { Decision } from '../../src/domain/decisions';
import type { Digest } from '../../src/domain/digest';
import type { Idea } from '../../src/domain/idea';
import type { Post } from '../../src/domain/posts';
import { buttonsOf, nodesOf, textsOf } from '../support/card';
import { kitFor, languages } from '../support/kit';
import { anIdea, ideas, restingIdea } from '../support/sample-ideas';
import { renamed } from '../support/sample-organisations';
import { hostile, longWord } from '../support/sample-words';
import { expectSound } from '../support/sound-card';

const manager: Post = { role: 'manager', department: 'VOO', unit: 'HTS' };

const empty: Digest = {
  reader: 'pMANAGER',
  week: '2026-W47',
  scopes: [{ department: 'VOO', unit: 'HTS' }],
  mine: [],
  newIdeas: [],
  decisions: [],
  late: [],
  counts: [],
};
const sent = (digest: Partial<Digest>, more: Partial<WeekView> = {}): WeekView => ({
  digest: { ...empty, ...digest },
  posts: [manager],
  onDemand: false,
  ...more,
});

const envelope = {
  seq: 2,
  at: '2026-11-18T08:00:00.000Z',
  day: '2026-11-18',
  by: 'pLEADER',
  to: { stage: 'closed' as const },
  words: {},
};
const closing: Decision = { ...envelope, type: 'closed', data: {} };
const closed = (reason: string, changes: Partial<Idea> = {}) => ({
  idea: restingIdea({ stage: 'closed', ending: { reason }, ...changes }),
  event: closing,
});

const full = (title: string): Digest => ({
  ...empty,
  scopes: Array.from({ length: 8 }, () => ({ department: 'MIL' })),
  mine: ideas(7).map((idea) => ({ ...idea, words: { title, problem: title } })),
  newIdeas: ideas(7).map((idea) => ({ ...idea, words: { title, problem: title } })),
  decisions: Array.from({ length: 7 }, () => closed(title, { words: { title, problem: title } })),
  late: ideas(7).map((idea) => ({ idea: { ...idea, words: { title, problem: title } }, role: 'leader', days: 3 })),
  counts: [
    { stage: 'submitted', count: 14 },
    { stage: 'closed', count: 7 },
  ],
});

describe.each(languages)('the week in %s', (language) => {
  const kit = kitFor(language);

  test('is a sound card, also when it is full, empty or strange', () => {
    expectSound(week(kit, sent({})));
    expectSound(week(kit, sent({}, { onDemand: true, posts: [] })));
    expectSound(week(kit, sent(full('Delade cyklar'))), { maxBytes: 40_000 });
    for (const title of [hostile, longWord(120)]) {
      expectSound(week(kit, sent(full(title))), {
        typed: [title],
        cut: [shortened(title, 140).slice(0, -1)],
        maxBytes: 80_000,
      });
    }
    expectSound(week(kitFor(language, renamed(hostile)), sent(full('x'))), { typed: [hostile], maxBytes: 40_000 });
  });
});

test('first what waits for the reader, then what is new, decided and late', () => {
  const { card } = week(kitFor(), sent({ ...full('x'), late: full('x').late.slice(0, 1) }));
  const headings = textsOf(card).filter((text) => /\(\d+\)$/.test(text));
  expect(headings).toEqual(['Väntar på dig (7)', 'Nya idéer (7)', 'Beslut (7)', 'Försenat (1)']);
});

test('what has nothing to tell is left out', () => {
  const { card } = week(kitFor(), sent({ newIdeas: [anIdea()] }));
  expect(textsOf(card).filter((text) => /\(\d+\)$/.test(text))).toEqual(['Nya idéer (1)']);
  expect(textsOf(card)).toContain('Hemtjänst Söder · svar senast 30 november');
});

test('says which week and which places it is about', () => {
  const { card } = week(kitFor(), sent({ newIdeas: [anIdea()] }));
  expect(textsOf(card).slice(0, 3)).toEqual([
    'Veckan som gick',
    'Vecka 47 · 16–22 november',
    'Vård och omsorg · Hemtjänst Söder · 540 medarbetare',
  ]);
});

test('a decision comes with its reason, in the words of whoever decided', () => {
  const { card } = week(kitFor(), sent({ decisions: [closed('Vi har redan en sådan.')] }));
  expect(textsOf(card)).toContain('Avslutad: Vi har redan en sådan.');
});

test('words that are hidden stay hidden', () => {
  const { card } = week(kitFor(), sent({ decisions: [closed('Hemligt.', { hidden: true })] }));
  const shown = textsOf(card).join(' ');
  expect(shown).not.toContain('Hemligt');
  expect(shown).not.toContain('Delade cyklar');
});

test('passing on says to whom', () => {
  const event: Decision = { ...envelope, type: 'passedOn', data: { from: 'VOO', department: 'SBK', tier: 'leader' } };
  const { card } = week(kitFor(), sent({ decisions: [{ idea: anIdea({ department: 'SBK' }), event }] }));
  expect(textsOf(card)).toContain('Skickad vidare till Samhällsbyggnad');
});

test('what is late is told by role and days, never by name', () => {
  const { card } = week(kitFor(), sent({ late: [{ idea: anIdea(), role: 'leader', days: 1 }] }));
  expect(textsOf(card)).toContain('Väntar på innovationsledaren · 1 dag försenad');
  expect(JSON.stringify(card)).not.toContain('Innovationsledare Vård');
});

test('a long list is cut with the number of the rest, and no list is cut by one', () => {
  const seven = week(kitFor(), sent({ newIdeas: ideas(7) })).card;
  expect(textsOf(seven)).toContain('och 2 till');
  expect(buttonsOf(seven).filter(({ verb }) => verb === 'open')).toHaveLength(5);
  const six = week(kitFor(), sent({ newIdeas: ideas(6) })).card;
  expect(buttonsOf(six).filter(({ verb }) => verb === 'open')).toHaveLength(6);
});

describe('the chart', () => {
  const chartsIn = (count: number) => {
    const { card } = week(kitFor(), sent({ counts: [{ stage: 'submitted', count }] }));
    return { card, charts: [...nodesOf(card)].filter(({ type }) => type === 'Chart.HorizontalBar') };
  };

  test('is drawn from eight ideas up, with numbers that are numbers', () => {
    expect(chartsIn(7).charts).toEqual([]);
    expect(chartsIn(8).charts).toEqual([expect.objectContaining({ data: [{ x: 'Inskickad', y: 8 }] })]);
  });

  test('is a list of stages and numbers where a client cannot draw it', () => {
    expect(textsOf(chartsIn(8).card).slice(-4, -1)).toEqual(['Idéer just nu', 'Inskickad', '8']);
  });
});

test('one that comes by itself says why and how to turn it off', () => {
  const { card } = week(
    kitFor(),
    sent({ newIdeas: [anIdea()] }, { posts: [manager, { role: 'leader', department: 'VOO' }] }),
  );
  expect(textsOf(card).at(-1)).toBe('Du får det här som chef för Hemtjänst Söder.');
  expect(buttonsOf(card).map(({ verb }) => verb)).toContain('stopDigest');
});

test('one that was asked for does not', () => {
  const { card } = week(kitFor(), sent({ newIdeas: [anIdea()] }, { onDemand: true }));
  expect(textsOf(card).at(-1)).toBe('Du ser det här för att du frågade.');
  expect(buttonsOf(card).map(({ verb }) => verb)).not.toContain('stopDigest');
});

test('leads to the queue when something waits for the reader', () => {
  const { card } = week(kitFor(), sent({ mine: [anIdea()] }));
  expect(
    buttonsOf(card)
      .filter(({ style }) => style === 'positive')
      .map(({ title }) => title),
  ).toEqual(['Min tur']);
});

test('an empty week says so, and an unknown one says its name', () => {
  const { card, summary } = week(kitFor(), sent({}, { onDemand: true }));
  expect(textsOf(card)).toContain('Inget nytt den här veckan.');
  expect(summary).toBe('Veckan som gick: inga nya idéer, inga beslut.');
});

describe('decisions along the whole way', () => {
  const days = { start: '2026-12-01', end: '2027-02-28' };
  const lines: [string, Partial<Idea>, Decision][] = [
    ['Ett test planeras', {}, { ...envelope, type: 'planned', data: {} }],
    [
      'Planen är godkänd, beslut behövs om 80 000 kr',
      {},
      { ...envelope, type: 'planApproved', data: { cost: 80_000, funder: 'manager', test: days } },
    ],
    [
      'Testas med 50 000 kr av 80 000 kr',
      {},
      { ...envelope, type: 'granted', data: { amount: 50_000, asked: 80_000, test: days } },
    ],
    ['Testas med 80 000 kr', {}, { ...envelope, type: 'granted', data: { amount: 80_000, asked: 80_000, test: days } }],
    ['Nej till pengar till testet', {}, { ...envelope, type: 'moneyDeclined', data: {} }],
    [
      'Används i Vård och omsorg: Cyklarna är kvar.',
      { ending: { done: 'Cyklarna är kvar.' } },
      { ...envelope, type: 'usedHere', data: {} },
    ],
    [
      'Fler får införa den: Samhällsbyggnad och Miljö',
      {},
      { ...envelope, type: 'scaled', data: { owner: 'pOWNER', departments: ['SBK', 'MIL'], answerBy: '2026-12-03' } },
    ],
    [
      'Samhällsbyggnad inför den inte just nu: Vi bygger om.',
      { adoptions: { SBK: { status: 'notNow', reason: 'Vi bygger om.' } } },
      { ...envelope, type: 'notNow', data: { department: 'SBK' } },
    ],
    ['Är införd och används', {}, { ...envelope, type: 'spread', data: {} }],
    ['Avslutad efter test: Det var halt.', { ending: { tried: 'Cyklar.', lesson: 'Det var halt.' } }, closing],
    [
      'Används inte längre: Cyklarna är slut.',
      { ending: { reason: 'Cyklarna är slut.' }, adoptions: { VOO: { status: 'using' } } },
      closing,
    ],
    ['En del av idé Q4X7MK', { ending: { into: 'Q4X7MK' } }, { ...envelope, type: 'merged', data: { into: 'Q4X7MK' } }],
  ];

  test.each(lines)('"%s"', (line, changes, event) => {
    const { card } = week(kitFor(), sent({ decisions: [{ idea: anIdea(changes), event }] }));
    expect(textsOf(card).map((text) => text.replaceAll('\u00A0', ' '))).toContain(line);
  });

  test('what is late waits for a role, also where it is money or an owner', () => {
    const { card } = week(
      kitFor(),
      sent({ late: (['funder', 'owner'] as const).map((role) => ({ idea: anIdea(), role, days: 2 })) }),
    );
    expect(textsOf(card)).toEqual(
      expect.arrayContaining([
        'Väntar på den som beslutar om pengar · 2 dagar försenad',
        'Väntar på den som ansvarar för idén i vardagen · 2 dagar försenad',
      ]),
    );
  });

  test('somebody else’s idea that came to something can be thanked for, on the first rows', () => {
    const decisions = ideas(5).map((idea) => ({ idea, event: closing }));
    const { card } = week(kitFor(), sent({ mine: [anIdea()], decisions }));
    const thanks = buttonsOf(card).filter(({ title }) => title === 'Tacka');
    expect(thanks.map(({ data }) => data)).toEqual(
      decisions.slice(0, 3).map(({ idea }) => expect.objectContaining({ do: 'thank', idea: idea.id })),
    );
    expect(new Set(thanks.map(({ data }) => data?.op)).size).toBe(3);
  });

  test('nobody thanks themselves, nor for a plan', () => {
    const own = anIdea({ coSubmitters: ['pMANAGER'] });
    const planned: Decision = { ...envelope, type: 'planned', data: {} };
    const decisions = [
      { idea: own, event: closing },
      { idea: anIdea(), event: planned },
    ];
    expect(buttonsOf(week(kitFor(), sent({ decisions })).card).map(({ title }) => title)).not.toContain('Tacka');
  });
});
