import { type WeekView, week, weekPart } from '../../../src/cards/digest/week';
import { shortened } from '../../../src/cards/shortened';
import type { WeekPart } from '../../../src/domain/digest/parts';
import type { Decision } from '../../../src/domain/idea/deciding/decisions';
import type { Idea } from '../../../src/domain/idea/idea';
import { languageCodes } from '../../../src/domain/languages';
import type { Post } from '../../../src/domain/person/posts';
import { button, buttonsBelow, buttonsOf, nodesOf, textsOf } from '../../../testing/cards/card';
import { expectSound } from '../../../testing/cards/sound-card';
import { contextFor } from '../../../testing/samples/card-context';
import { quietWeek, readWeek, type WeekOfIdeas } from '../../../testing/samples/digest/weeks';
import { anIdea, ideas, restingIdea } from '../../../testing/samples/idea/ideas';
import { renamed } from '../../../testing/samples/organisation/organisations';
import { hostile, longWord } from '../../../testing/samples/text/words';

const manager: Post = { role: 'manager', department: 'VOO', unit: 'HTS' };

const sent = (told: Partial<WeekOfIdeas>, more: Partial<WeekView> = {}): WeekView => ({
  ...readWeek({ ...quietWeek, ...told }),
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

const full = (title: string): WeekOfIdeas => ({
  ...quietWeek,
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

describe.each(languageCodes)('the week in %s', (language) => {
  const context = contextFor(language);

  test('is a sound card, also when it is full, empty or strange', () => {
    expectSound(week(context, sent({})));
    expectSound(week(context, sent({}, { onDemand: true, posts: [] })));
    expectSound(week(context, sent(full('Delade cyklar'))));
    for (const title of [hostile, longWord(120)]) {
      expectSound(week(context, sent(full(title))), { typed: [title], cut: [shortened(title, 140).slice(0, -1)] });
    }
    expectSound(week(contextFor(language, renamed(hostile)), sent(full('x'))), { typed: [hostile] });
  });
});

const headingsOf = (card: unknown) => textsOf(card).filter((text) => /\(\d+\)$/.test(text));
const days = { start: '2026-12-01', end: '2027-02-28' };
const decidedOn = (...events: Decision[]) =>
  events.map((event, at) => ({
    idea: anIdea({ id: `K7M4D${at}`, words: { title: `Beslut ${at}`, problem: 'x' } }),
    event,
  }));

test('in the order in which a manager reads it: theirs, in use, money, late, tests that ended, new, and other decisions', () => {
  const events: Decision[] = [
    { ...envelope, type: 'explored', data: { driver: 'pDRIVER' } },
    { ...envelope, type: 'scaled', data: { owner: 'pOWNER', departments: ['SBK'], answerBy: '2026-12-03' } },
    { ...envelope, type: 'granted', data: { amount: 50_000, asked: 80_000, test: days } },
    { ...envelope, type: 'usedHere', data: {} },
  ];
  const { card } = week(
    contextFor(),
    sent({ ...full('x'), decisions: decidedOn(...events), late: full('x').late.slice(0, 1) }),
  );
  expect(headingsOf(card)).toEqual([
    'Väntar på dig (7)',
    'Används nu (1)',
    'Pengar (1)',
    'Försenat (1)',
    'Test som slutade (1)',
    'Nya idéer (7)',
    'Andra beslut (1)',
  ]);
});

test('each idea is told of once, in the first part that it belongs to', () => {
  const idea = anIdea();
  const { card } = week(contextFor(), sent({ mine: [idea], newIdeas: [idea], tested: [idea] }));
  expect(headingsOf(card)).toEqual(['Väntar på dig (1)']);
  const ended = closed('Vi har redan en.');
  const told = week(contextFor(), sent({ newIdeas: [ended.idea], decisions: [ended] })).card;
  expect(headingsOf(told)).toEqual(['Andra beslut (1)']);
  expect(textsOf(told)).toContain('Avslutad: Vi har redan en.');
});

test('asking for money is told of with the money, and a plan without cost is not', () => {
  const asked = (funder?: 'manager'): Decision => ({
    ...envelope,
    type: 'planApproved',
    data: { cost: funder ? 80_000 : 0, test: days, ...(funder && { funder }) },
  });
  expect(headingsOf(week(contextFor(), sent({ decisions: decidedOn(asked('manager')) })).card)).toEqual(['Pengar (1)']);
  expect(headingsOf(week(contextFor(), sent({ decisions: decidedOn(asked()) })).card)).toEqual(['Andra beslut (1)']);
});

test('what is tested now says until when, and what it is to reach', () => {
  const test = { start: '2026-10-01', end: '2027-01-31' };
  const told = (answers: Idea['answers']) =>
    textsOf(week(contextFor(), sent({ testing: [anIdea({ stage: 'piloting', test, answers })] })).card);
  expect(told({ measure: 'Resor med bil', today: '40 i veckan', target: '20' })).toEqual(
    expect.arrayContaining(['Testas nu (1)', 'Till 31 januari 2027 · Mål: Resor med bil: från 40 i veckan till 20']),
  );
  expect(told({ sign: 'Fler cyklar' })).toContain('Till 31 januari 2027 · Mål: Fler cyklar');
  expect(told({})).toContain('Till 31 januari 2027');
});

test('of tests and lessons two are shown, and the rest open on a press', () => {
  const { card } = week(
    contextFor(),
    sent({ testing: ideas(5), decisions: ideas(2).map((idea) => ({ ...closed('x'), idea })) }),
  );
  expect(textsOf(card)).toContain('Testas nu (5)');
  expect(button(card, 'och 3 till')).toMatchObject({ verb: 'week' });
});

test('money of the year, what was taken in and who did so last stand in a line each, where there is something', () => {
  const lines = (told: Partial<WeekOfIdeas>) =>
    textsOf(week(contextFor(), sent(told)).card)
      .join('|')
      .replaceAll('\u00A0', ' ');
  const money = { asked: 180_000, granted: 130_000, used: 42_000 };
  const adopted = { fromOthers: 1, byOthers: 2, last: { department: 'SBK', from: 'VOO' } };
  const all = lines({ money, adopted });
  expect(all).toContain(
    'Pengar till tester i år: sökt 180 000 kr · beviljat 130 000 kr · använt 42 000 kr · kvar 88 000 kr',
  );
  expect(all).toContain('Infört: en idé från andra · 2 av era idéer hos andra');
  expect(all).toContain('Veckans efterföljare: Samhällsbyggnad inför en idé från Vård och omsorg');
  expect(lines({ adopted, scopes: 'everywhere', week: '2026-11' })).toMatch(
    /Infört: en idé från en annan förvaltning[\s\S]*Månadens efterföljare/,
  );
  for (const name of ['Pengar till tester', 'Infört', 'efterföljare']) expect(lines({})).not.toContain(name);
});

test('a test that ended says when and what it taught, or that nobody has filled that in', () => {
  const test = { start: '2026-10-01', end: '2026-11-18' };
  const told = (answers: Idea['answers'], changes: Partial<Idea> = {}) =>
    textsOf(week(contextFor(), sent({ tested: [anIdea({ stage: 'piloting', test, answers, ...changes })] })).card);
  expect(told({ learned: 'Halt på vintern.' })).toContain('Slutade 18 november · Halt på vintern.');
  expect(told({})).toContain('Slutade 18 november · resultatet är inte ifyllt än');
  expect(told({ learned: 'Hemligt.' }, { hidden: true }).join()).not.toContain('Hemligt');
});

test('what has nothing to tell is left out', () => {
  const { card } = week(contextFor(), sent({ newIdeas: [anIdea()] }));
  expect(textsOf(card).filter((text) => /\(\d+\)$/.test(text))).toEqual(['Nya idéer (1)']);
  expect(textsOf(card)).toContain('Hemtjänst Söder · svar senast 30 november');
});

test('says which week and which places it is about', () => {
  const { card } = week(contextFor(), sent({ newIdeas: [anIdea()] }));
  expect(textsOf(card).slice(0, 3)).toEqual([
    'Veckan som gick',
    'Vecka 47 · 16–22 november',
    'Vård och omsorg · Hemtjänst Söder · 540 medarbetare',
  ]);
});

test('a decision comes with its reason, in the words of whoever decided', () => {
  const { card } = week(contextFor(), sent({ decisions: [closed('Vi har redan en sådan.')] }));
  expect(textsOf(card)).toContain('Avslutad: Vi har redan en sådan.');
});

test('words that are hidden stay hidden', () => {
  const { card } = week(contextFor(), sent({ decisions: [closed('Hemligt.', { hidden: true })] }));
  const shown = textsOf(card).join(' ');
  expect(shown).not.toContain('Hemligt');
  expect(shown).not.toContain('Delade cyklar');
});

test('passing on says to whom', () => {
  const event: Decision = { ...envelope, type: 'passedOn', data: { from: 'VOO', department: 'SBK', tier: 'leader' } };
  const { card } = week(contextFor(), sent({ decisions: [{ idea: anIdea({ department: 'SBK' }), event }] }));
  expect(textsOf(card)).toContain('Skickad vidare till Samhällsbyggnad');
});

test('what is late is told by role and days, never by name', () => {
  const { card } = week(contextFor(), sent({ late: [{ idea: anIdea(), role: 'leader', days: 1 }] }));
  expect(textsOf(card)).toContain('Väntar på innovationsledaren · 1 dag försenad');
  expect(JSON.stringify(card)).not.toContain('Innovationsledare Vård');
});

test('a long list is cut with the number of the rest, which opens them, and no list is cut by one', () => {
  const seven = week(contextFor(), sent({ newIdeas: ideas(7) })).card;
  expect(button(seven, 'och 2 till')).toMatchObject({ verb: 'week', data: { week: '2026-W47', part: 'new' } });
  expect(buttonsOf(seven).filter(({ verb }) => verb === 'open')).toHaveLength(5);
  const six = week(contextFor(), sent({ newIdeas: ideas(6) })).card;
  expect(buttonsOf(six).filter(({ verb }) => verb === 'open')).toHaveLength(6);
});

describe('a week with more than there is room for on a card', () => {
  const events: Decision[] = [
    { ...envelope, type: 'usedHere', data: {} },
    { ...envelope, type: 'granted', data: { amount: 50_000, asked: 80_000, test: days } },
    closing,
  ];
  const tested = { start: '2026-10-01', end: '2026-11-18' };
  /** Every part that a week has, with seven ideas in each. */
  const allParts = (title: string): WeekOfIdeas => {
    const seven = (part: string, changes: Partial<Idea> = {}) =>
      Array.from({ length: 7 }, (_, at) =>
        anIdea({ ...changes, id: `${part}${at}`, words: { title, problem: title } }),
      );
    return {
      ...full(title),
      mine: seven('K7M4A'),
      newIdeas: seven('K7M4C'),
      decisions: events.flatMap((event, at) => seven(`K7M4${'DEF'[at]}`).map((idea) => ({ idea, event }))),
      tested: seven('K7M4G', { stage: 'piloting', test: tested, answers: { learned: title } }),
      late: seven('K7M4H').map((idea) => ({ idea, role: 'leader', days: 3 })),
    };
  };

  test('shows fewer rows of each part, all that is written in them, and how many more there are', () => {
    const { card } = week(contextFor(), sent(allParts('Delade cyklar')));
    expect(headingsOf(card)).toHaveLength(7);
    const rows = buttonsOf(card).filter(({ verb }) => verb === 'open');
    expect(rows.length).toBeGreaterThanOrEqual(7);
    expect(rows.length).toBeLessThan(7 * 5);
    const more = 7 - rows.length / 7;
    expect(buttonsOf(card).filter(({ title }) => title === `och ${more} till`)).toHaveLength(7);
  });

  test.each([
    ['strange titles', hostile],
    ['the longest titles in letters of three bytes', '\u4e2d'.repeat(140)],
  ])('is a card that Teams takes, with %s', (_, title) => {
    expectSound(week(contextFor(), sent(allParts(title))), { cut: [shortened(title, 140).slice(0, -1), title] });
  });
});

describe('one part of the week', () => {
  const opened = (count: number, page = 0, part: WeekPart = 'new') =>
    weekPart(contextFor(), sent({ newIdeas: ideas(count) }), { part, page }).card;
  const buttonsBelowOf = (card: unknown) =>
    buttonsOf(card)
      .filter(({ verb }) => verb === 'week')
      .map(({ title }) => title);

  test('is all of it, a page at a time, and the way back', () => {
    const first = opened(19);
    expectSound(weekPart(contextFor(), sent({ newIdeas: ideas(19) }), { part: 'new', page: 0 }));
    expect(headingsOf(first)).toEqual(['Nya idéer (19)']);
    expect(buttonsOf(first).filter(({ verb }) => verb === 'open')).toHaveLength(8);
    expect(buttonsBelowOf(first)).toEqual(['Visa fler', 'Tillbaka']);
    expect(buttonsOf(opened(19, 2)).filter(({ verb }) => verb === 'open')).toHaveLength(3);
    expect(buttonsBelowOf(opened(19, 2))).toEqual(['Visa föregående', 'Tillbaka']);
    expect(button(first, 'Visa fler').data).toMatchObject({ week: '2026-W47', part: 'new', page: '1' });
  });

  test('that has nothing to tell any more is the whole week', () => {
    expect(textsOf(opened(2, 0, 'money'))).toContain('Nya idéer (2)');
    expect(textsOf(opened(2, 5))).toContain('Nya idéer (2)');
  });
});

test('no row has a button under it', () => {
  const decisions = decidedOn({ ...envelope, type: 'usedHere', data: {} }, closing);
  const { card } = week(contextFor(), sent({ decisions }));
  expect(buttonsBelow(card).map(({ title }) => title)).toEqual(['Översikt', 'Stäng av']);
});

describe('the chart', () => {
  const chartsIn = (count: number) => {
    const { card } = week(contextFor(), sent({ counts: [{ stage: 'submitted', count }] }));
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
    contextFor(),
    sent({ newIdeas: [anIdea()] }, { posts: [manager, { role: 'leader', department: 'VOO' }] }),
  );
  expect(textsOf(card).at(-1)).toBe('Du får det här som chef för Hemtjänst Söder.');
  expect(buttonsOf(card).map(({ verb }) => verb)).toContain('stopDigest');
});

test('one that was asked for does not', () => {
  const { card } = week(contextFor(), sent({ newIdeas: [anIdea()] }, { onDemand: true }));
  expect(textsOf(card).at(-1)).toBe('Du ser det här för att du frågade.');
  expect(buttonsOf(card).map(({ verb }) => verb)).not.toContain('stopDigest');
});

test('leads to the queue when something waits for the reader', () => {
  const { card } = week(contextFor(), sent({ mine: [anIdea()] }));
  expect(
    buttonsOf(card)
      .filter(({ style }) => style === 'positive')
      .map(({ title }) => title),
  ).toEqual(['Min tur']);
});

test('an empty week says so, and an unknown one says its name', () => {
  const { card, summary } = week(contextFor(), sent({}, { onDemand: true }));
  expect(textsOf(card)).toContain('Inget nytt den här veckan.');
  expect(summary).toBe('Veckan som gick: inga nya idéer, inga beslut.');
});

describe('decisions along the whole way', () => {
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
    const { card } = week(contextFor(), sent({ decisions: [{ idea: anIdea(changes), event }] }));
    expect(textsOf(card).map((text) => text.replaceAll('\u00A0', ' '))).toContain(line);
  });

  test('what is late waits for a role, also where it is money or an owner', () => {
    const { card } = week(
      contextFor(),
      sent({ late: (['funder', 'owner'] as const).map((role) => ({ idea: anIdea(), role, days: 2 })) }),
    );
    expect(textsOf(card)).toEqual(
      expect.arrayContaining([
        'Väntar på den som beslutar om pengar · 2 dagar försenad',
        'Väntar på den som ansvarar för idén i vardagen · 2 dagar försenad',
      ]),
    );
  });
});
