import { testsHere } from '../../../../src/app/idea/lists/tests-here';
import type { menuOf } from '../../../../src/cards/idea/actions/menu';
import type { Reader } from '../../../../src/cards/idea/reading';
import { type IdeaCardProps, ideaCard } from '../../../../src/cards/idea-card';
import type { Button } from '../../../../src/cards/verbs';
import { button, buttonsBelow, buttonsOf, nodesOf, textsOf } from '../../../../testing/cards/card';
import { everythingFrom, type Filled } from '../../../../testing/cards/opened-views';
import { contextFor } from '../../../../testing/samples/card-context';
import {
  approvePlan,
  otherLeader as approver,
  declineMoney,
  driver,
  fill,
  funder,
  given,
  leader,
  merge,
  partner,
  planned,
  type Step,
  scale,
  standings,
  submitResult,
  submitted,
  takePart,
} from '../../../../testing/samples/idea/story';
import { readers as people, toldTo, viewOf } from '../../../../testing/samples/person/readers';

const context = contextFor();
/** Another leader than the one who drives the idea. */
const otherLeader: Reader = { ref: 'pOTHERLEADER', roles: new Set(['reader', 'decider'] as const) };
const readers = { ...people, otherLeader };
const draw = (view: IdeaCardProps) => ideaCard(context, view).card;
const titles = (view: IdeaCardProps) => buttonsBelow(draw(view)).map(({ title }) => title);
/** What "Fler val" offers, as rows. */
const menu = (view: IdeaCardProps) =>
  buttonsOf(draw({ ...view, panel: 'more' }))
    .map(({ title }) => title)
    .filter((title) => !['Visa hela idén', 'Tillbaka'].includes(String(title)));
const everyStanding = Object.entries(standings).map(([name, steps]) => [name, given(...steps)] as const);
const everyReader = Object.entries(readers);

describe('what the card offers', () => {
  test.each([
    [
      'a leader of a new idea',
      'submitted',
      'leader',
      ['Utforska idén', 'Ställ en fråga', 'Skicka vidare', 'Avsluta', 'Fler val'],
    ],
    ['a leader who waits for an answer', 'asked', 'leader', ['Utforska idén', 'Skicka vidare', 'Avsluta', 'Fler val']],
    ['the submitter of a new idea', 'submitted', 'submitter', ['Ändra idén', 'Dra tillbaka', 'Kommentera', 'Fler val']],
    ['a submitter who was asked', 'asked', 'submitter', ['Svara', 'Ändra idén', 'Dra tillbaka', 'Fler val']],
    [
      'a leader who drives',
      'exploring',
      'driver',
      ['Fyll i: vilka som berörs', 'Ställ en fråga', 'Skicka vidare', 'Avsluta', 'Fler val'],
    ],
    [
      'somebody who was asked to drive',
      'drivingAsked',
      'asDriver',
      ['Jag leder gärna arbetet', 'Helst någon annan', 'Ställ en fråga', 'Fler val'],
    ],
    [
      'a leader while a plan waits for the decision',
      'planSubmitted',
      'otherLeader',
      ['Godkänn planen', 'Skicka tillbaka', 'Skicka vidare', 'Avsluta', 'Fler val'],
    ],
    [
      'whoever decides on the money',
      'askedForMoney',
      'funder',
      ['Bevilja allt', 'Fråga först', 'Bevilja inte', 'Fler val'],
    ],
    [
      'a leader after a test',
      'tested',
      'leader',
      ['Låt fler införa den', 'Bara hos oss', 'Förläng testet', 'Avsluta', 'Fler val'],
    ],
    [
      'somebody who was asked to own it',
      'scalingAsked',
      'owner',
      ['Jag tar ansvaret', 'Helst någon annan', 'Fler val'],
    ],
    ['the owner', 'scaling', 'owner', ['Den används nu', 'Beskriv lösningen', 'Fråga fler', 'Fler val']],
    ['the owner of an idea in use', 'spread', 'owner', ['Berätta hur det gått', 'Fråga fler', 'Fler val']],
    ['somebody who was asked to do it', 'doingAsked', 'doer', ['Jag gör det', 'Jag kan inte', 'Fler val']],
    ['somebody who does it', 'doing', 'doer', ['Det är gjort', 'Fler val']],
    ['a leader of an ended idea', 'closed', 'leader', ['Öppna igen', 'Vad hindrar?', 'Fler val']],
    [
      'the submitter of an idea taken back',
      'withdrawn',
      'submitter',
      ['Öppna igen', 'Dölj min text', 'Kommentera', 'Historik', 'Säg till om texten'],
    ],
  ] as const)('%s', (_, standing, reader, offered) => {
    expect(titles(viewOf(given(...standings[standing]), readers[reader]))).toEqual(offered);
  });

  test('waiting until a month stands beside taking on where more tests go on than come to an end in a year', () => {
    const view = viewOf(given(submitted), readers.leader);
    const found = (running: number) => new Map([[testsHere, { running, overLastYear: 4 }]]);
    expect(titles({ ...view, beside: found(9) }).slice(0, 2)).toEqual(['Utforska idén', 'Vänta till februari 2027']);
    expect(textsOf(ideaCard(context, { ...view, beside: found(9) }).card)).toContain(
      'Ni har 9 test igång. Förra året blev 4 klara.',
    );
    expect(titles({ ...view, beside: found(4) })).toEqual(titles(view));
    expect(textsOf(ideaCard(context, { ...view, beside: found(4) }).card).join()).not.toContain('test igång');
  });

  test('behind "Fler val" stands the rest as rows, and the way back', () => {
    const view = viewOf(given(submitted), readers.leader);
    expect(menu(view)).toEqual([
      ...['Gör direkt', 'Vänta till februari 2027', 'Vad hindrar?', 'Slå ihop'],
      ...['Fråga vad andra tycker', 'Berör också', 'Be om hjälp', 'Kommentera', 'Tacka'],
      ...['Historik', 'Hämta akten'],
      'Dölj texten',
    ]);
    expect(titles({ ...view, panel: 'more' })).toEqual(['Tillbaka']);
  });

  test('"Fler val" is in groups, what takes something away last and looking different, with a line where a name does not say', () => {
    const { card } = ideaCard(context, { ...viewOf(given(submitted), readers.leader), panel: 'more' });
    const headings = {
      Bestäm: 'default',
      'Ta med andra': 'default',
      'Följ och läs': 'default',
      'Avsluta eller ta bort': 'emphasis',
    };
    const shown = textsOf(card);
    const from = shown.indexOf('Bestäm');
    expect(shown.slice(from)).toEqual([
      'Bestäm',
      'Gör direkt',
      'För en enkel idé som inte behöver utforskas först.',
      'Vänta till februari 2027',
      'Ni har inte plats nu. Idén kommer tillbaka av sig själv.',
      'Vad hindrar?',
      'Slå ihop',
      'Den här idén blir en del av en annan.',
      'Ta med andra',
      'Fråga vad andra tycker',
      'Upp till fem personer svarar inom två dagar. Beslutet är ditt, och inget väntar på dem.',
      'Berör också',
      'Visa idén för innovationsledare i fler förvaltningar. De kan hjälpa till men beslutar inte.',
      'Be om hjälp',
      'Kommentera',
      'Tacka',
      'Följ och läs',
      'Historik',
      'Hämta akten',
      'Allt som har hänt, som en fil. Här skriver du också in diarienumret.',
      'Avsluta eller ta bort',
      'Dölj texten',
      'Ingen kan läsa texten. Idén finns kvar, och du kan visa texten igen.',
    ]);
    const groups = [...nodesOf(card)].filter(
      ({ type, items }) => type === 'Container' && String(textsOf(items)[0]) in headings,
    );
    expect(groups.map(({ items, style }) => [textsOf(items)[0], style])).toEqual(Object.entries(headings));
  });

  test('those who decide close and pass on in two presses: the panel, and to send it', () => {
    for (const [, story] of everyStanding) {
      const view = viewOf(story, readers.otherLeader);
      const titled = titles(view);
      for (const [panel, title] of [
        ['close', 'Avsluta'],
        ['passOn', 'Skicka vidare'],
      ] as const) {
        if (menu(view).includes(title)) throw new Error(`${title} is looked for behind Fler val`);
        if (!titled.includes(title)) continue;
        expect(titles({ ...view, panel })[0]).toBe(title);
      }
    }
  });

  /** All that opens on the card, for everybody, in every standing. */
  const everything = everyStanding.map(([name, story]) => {
    const views = everyReader.map(([, reader]) => ({ ...viewOf(story, reader), asDepartment: 'SBK', follows: false }));
    return [name, views.map((view) => everythingFrom(context, view))] as const;
  });
  const below = ({ data }: Filled) => (data.buttonRows as { actions: Button[] }[]).flatMap(({ actions }) => actions);
  const rows = ({ data }: Filled) =>
    (data.menu as ReturnType<typeof menuOf>[])
      .flatMap(({ groups }) => groups)
      .flatMap(({ choices }) => choices.map(({ press }) => press));

  test.each(everything)('nothing twice, and nothing lost behind "Fler val": %s', (_, cards) => {
    for (const opened of cards) {
      const seen = opened.filter(({ view }) => view.panel === undefined).flatMap(below);
      const all = [...seen, ...opened.flatMap(rows)].map(({ title }) => title).filter((title) => title !== 'Fler val');
      expect(all).toEqual([...new Set(all)]);
      expect(all).toContain('Historik');
    }
  });

  test.each(everything)('at most six buttons, at most one positive, which is first, and a way back: %s', (_, cards) => {
    for (const card of cards.flat()) {
      const buttons = below(card);
      expect(buttons.length).toBeLessThanOrEqual(6);
      expect(buttons.slice(1).some(({ style }) => style === 'positive')).toBe(false);
      expect(buttons.some(({ title }) => title === 'Tillbaka')).toBe(card.view.panel !== undefined);
    }
  });

  test('whoever is asked has one positive step at every stage', () => {
    const asked = [
      ['submitted', 'leader'],
      ['asked', 'submitter'],
      ['doingAsked', 'doer'],
      ['doing', 'doer'],
      ['drivingAsked', 'asDriver'],
      ['exploring', 'driver'],
      ['planning', 'driver'],
      ['planSubmitted', 'leader'],
      ['askedForMoney', 'funder'],
      ['piloting', 'driver'],
      ['tested', 'leader'],
      ['scalingAsked', 'owner'],
      ['scaling', 'owner'],
    ] as const;
    for (const [standing, reader] of asked) {
      const [first] = buttonsBelow(draw(viewOf(given(...standings[standing]), readers[reader])));
      expect([standing, first?.style]).toEqual([standing, 'positive']);
    }
  });

  test('is positive only for the reader whose turn it is', () => {
    expect(button(draw(viewOf(given(submitted), readers.leader)), 'Utforska idén').style).toBe('positive');
    expect(button(draw(viewOf(given(...standings.asked), readers.leader)), 'Utforska idén').style).toBe('default');
  });

  test('a button that decides names the idea, its turn and an operation of its own', () => {
    const view = viewOf(given(...standings.planSubmitted), readers.leader);
    const { data, verb } = button(draw(view), 'Godkänn planen');
    expect(verb).toBe('act');
    expect(data).toEqual({
      verb: 'act',
      do: 'approvePlan',
      idea: 'K7M4QX',
      decisionVersion: String(view.idea.decisionVersion),
      idempotencyKey: expect.stringMatching(/^\d{16}$/),
    });
  });

  test('after an outcome the next idea comes first', () => {
    const view = { ...toldTo(given(...standings.exploring), readers.driver, 'actor'), queue: 59 };
    expect(titles(view)).toEqual([
      'Nästa idé (59 kvar)',
      'Fyll i: vilka som berörs',
      'Ställ en fråga',
      'Skicka vidare',
      'Avsluta',
      'Fler val',
    ]);
    expect(titles({ ...view, queue: 0 })[0]).not.toMatch(/Nästa/);
  });

  test('after one part of what is needed the next part comes first', () => {
    const story = given(...standings.exploring, [driver, fill('concerned', { groups: 'users', participation: 'Ja.' })]);
    const view = { ...toldTo(story, readers.driver, 'actor'), queue: 59 };
    expect(titles(view)[0]).toBe('Fyll i: varifrån behovet kommer');
  });
});

describe('a reader without a task', () => {
  const view = viewOf(given(...standings.exploring), readers.stranger);

  test('follows, thanks, comments, and reads what has happened', () => {
    expect(titles({ ...view, follows: false })).toEqual([
      ...['Följ', 'Tacka', 'Kommentera', 'Historik'],
      'Säg till om texten',
    ]);
    expect(button(draw({ ...view, follows: false }), 'Följ')).toMatchObject({ verb: 'follow', data: { on: 'true' } });
  });

  test('who follows can stop', () => {
    const stop = button(draw({ ...view, follows: true }), 'Sluta följa');
    expect(stop).toMatchObject({ verb: 'follow', data: { idea: 'K7M4QX', on: 'false' } });
  });

  test('is offered neither where it is not known', () => {
    expect(titles(view)).toEqual(['Tacka', 'Kommentera', 'Historik', 'Säg till om texten']);
  });

  test('opens the idea that a merged one is a part of', () => {
    const merged = viewOf(given(submitted, [leader, merge('Q4X7MK')]), readers.stranger);
    expect(button(draw(merged), 'Öppna idé Q4X7MK')).toMatchObject({ verb: 'open', data: { idea: 'Q4X7MK' } });
  });
});

describe('once all is filled in', () => {
  const ready: Step[] = [...standings.planning, ...planned()];

  test('the idea goes on to planning', () => {
    const before = standings.planning.slice(0, -1);
    expect(titles(viewOf(given(...before), readers.driver))[0]).toBe('Gå vidare till planering');
  });

  test('a leader who drives gives their own plan no approval: it starts, or its money is asked for', () => {
    const offered = titles(viewOf(given(...ready), readers.driver));
    expect(offered[0]).toBe('Starta testet');
    expect(menu(viewOf(given(...ready), readers.driver))).not.toContain('Godkänn planen');
    const costly = viewOf(given(...standings.planning, ...planned(5_000)), readers.driver);
    expect(titles(costly)[0]).toBe('Be om 5\u00A0000 kr');
  });

  test('another driver sends it', () => {
    const { idea, events } = given(...ready);
    const theirs = { ...idea, driver: { person: 'pDRIVER', accepted: true } };
    const view = viewOf(
      { idea: { ...theirs, waiting: { for: 'driver', person: 'pDRIVER' } }, events },
      readers.asDriver,
    );
    expect(titles(view)[0]).toBe('Skicka planen för beslut');
  });

  test('a plan whose test is already over is mended first', () => {
    const view = viewOf(given(...ready), readers.driver);
    const late = ideaCard({ ...context, today: '2027-03-01' }, view).card;
    expect(buttonsBelow(late)[0]).toMatchObject({ title: 'Fyll i: när testet pågår', style: 'positive' });
  });
});

describe('after a test', () => {
  const tested = (recommendation: string) =>
    given(
      ...standings.piloting,
      [driver, fill('result', { outcome: 'Bra.', learned: 'Mycket.', recommendation })],
      [driver, submitResult],
    );

  test.each([
    ['scale', 'Låt fler införa den'],
    ['here', 'Bara hos oss'],
    ['extend', 'Förläng testet'],
    ['close', 'Avsluta'],
  ])('what the driver recommends (%s) comes first', (recommendation, title) => {
    expect(titles(viewOf(tested(recommendation), readers.leader))[0]).toBe(title);
  });
});

describe('a leader whose department is asked to take an idea in', () => {
  const view = { ...viewOf(given(...standings.scaling), readers.adopter), asDepartment: 'SBK' };

  test('answers in one of four ways', () => {
    expect(titles(view)).toEqual(['Vi inför den', 'Vi testar först', 'Inte nu', 'Fråga den som ansvarar', 'Fler val']);
    expect(button(draw(view), 'Vi inför den').style).toBe('positive');
  });

  test('opens each answer for that department', () => {
    expect(button(draw(view), 'Vi testar först').data).toMatchObject({ panel: 'tryFirst', department: 'SBK' });
    expect(button(draw(view), 'Inte nu').data).toMatchObject({ panel: 'notNow', department: 'SBK' });
  });

  test('who was not asked may take it in all the same, and is not pressed', () => {
    const uninvited = { ...view, asDepartment: 'MIL' };
    expect(titles(uninvited)).toEqual(['Vi inför den', 'Vi testar först', 'Fråga den som ansvarar', 'Fler val']);
    expect(button(draw(uninvited), 'Vi inför den').style).toBe('default');
  });

  test('who tests it goes on or stops', () => {
    const adoptions = { SBK: { status: 'testing', start: '2026-12-01' } } as const;
    const testing = { ...view, idea: { ...view.idea, adoptions } };
    expect(titles(testing)).toEqual(['Vi inför den', 'Vi har slutat', 'Fråga den som ansvarar', 'Fler val']);
  });

  test('is offered nothing of it without a department, or before it is to be taken in', () => {
    expect(titles(viewOf(given(...standings.scaling), readers.adopter))).not.toContain('Vi inför den');
    const early = viewOf(given(...standings.tested), readers.adopter);
    expect(titles({ ...early, asDepartment: 'SBK' })).not.toContain('Vi inför den');
  });
});

describe('whoever speaks for a department that has the same problem', () => {
  const said = (since?: string): IdeaCardProps => ({
    ...viewOf(given(...standings.exploring), readers.stranger),
    ...{ mayTakePart: 'SBK', needSince: since, follows: true },
    reactions: { thank: { count: 0, mine: false }, need: { count: 4, mine: true } },
  });
  const testing = (waitingSince: string): IdeaCardProps => {
    const view = viewOf(given(...standings.planSubmitted, [partner, takePart()], [approver, approvePlan()]), {
      ref: 'pSBKMANAGER',
      roles: new Set(['reader', 'partner'] as const),
    });
    return { ...view, idea: { ...view.idea, waitingSince }, asDepartment: 'SBK', follows: true };
  };

  test('is asked for two weeks whether it takes part; then that stands in the menu', () => {
    for (const view of [said(), said('2026-11-07T09:00:00.000Z')]) {
      expect(titles(view)[0]).toBe('Vara med och lösa det');
      expect(button(draw(view), 'Vara med och lösa det').style).toBe('positive');
    }
    const later = said('2026-11-06T09:00:00.000Z');
    expect(titles(later)).not.toContain('Vara med och lösa det');
    expect(menu(later).join()).toContain('Vara med och lösa det');
  });

  test('is asked for two weeks whether it tests at the same time; then that stands in the menu', () => {
    expect(titles(testing('2026-11-07T09:00:00.000Z'))[0]).toBe('Testa samtidigt');
    const later = testing('2026-11-06T09:00:00.000Z');
    expect(titles(later)).not.toContain('Testa samtidigt');
    expect(menu(later).join()).toContain('Testa samtidigt');
  });
});

test('nobody waits for an owner who has not answered: the leader may name another one', () => {
  const story = given(...standings.tested, [leader, scale(['SBK'])]);
  expect(titles(viewOf(story, readers.leader))).toEqual([
    'Välj vem som ansvarar',
    'Tillbaka till test',
    'Avsluta',
    'Fler val',
  ]);
});

describe('after a no to money', () => {
  const declined: Step[] = [...standings.askedForMoney, [funder, declineMoney()]];
  const cheaper: Step[] = [...declined, [driver, fill('cost', { cost: '20 000' })]];

  test('whoever leads the work changes the cost first', () => {
    expect(titles(viewOf(given(...declined), readers.driver))[0]).toBe('Ändra kostnaden');
    expect(button(draw(viewOf(given(...declined), readers.driver)), 'Ändra kostnaden').data).toMatchObject({
      panel: 'part',
      part: 'cost',
    });
    expect(titles(viewOf(given(...cheaper), readers.driver))[0]).toBe('Be om 20\u00a0000 kr');
  });

  test('a leader approves no plan that asks for the same once more', () => {
    const offered = (steps: Step[]) => {
      const view = viewOf(given(...steps), readers.otherLeader);
      return [...titles(view), ...menu(view)];
    };
    expect(offered(declined)).not.toContain('Godkänn planen');
    expect(offered(cheaper)).toContain('Godkänn planen');
  });
});
