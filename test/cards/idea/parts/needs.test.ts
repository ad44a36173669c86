import { type IdeaCardProps, ideaCard } from '../../../../src/cards/idea-card';
import { button, buttonsOf, nodesOf, textsOf } from '../../../../testing/cards/card';
import { contextFor } from '../../../../testing/samples/card-context';
import {
  driver,
  fill,
  funder,
  given,
  grant,
  planned,
  standings,
  takeBack,
} from '../../../../testing/samples/idea/story';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { readers, viewOf } from '../../../../testing/samples/person/readers';

const context = contextFor();
const draw = (view: IdeaCardProps) => ideaCard(context, view).card;
const text = (view: IdeaCardProps) => textsOf(draw(view)).join('\n').replaceAll('\u00a0', ' ');
const rows = (view: IdeaCardProps) =>
  buttonsOf(draw(view))
    .filter(({ data }) => data?.panel === 'part')
    .map(({ title }) => title);
const long = 'Besöken börjar i tid, och personalen slipper jäkta. '.repeat(3).trim();

describe('what is needed', () => {
  const partly = given(
    ...standings.exploring,
    [driver, fill('concerned', { groups: 'users,colleagues' })],
    [driver, fill('source', { origins: 'colleague' })],
    [driver, fill('expectation', { expectation: long })],
  );

  test('is told with a mark, a word and the answer in short', () => {
    const shown = text(viewOf(partly, readers.stranger));
    expect(shown).toMatch(/Det här behövs\n/);
    expect(shown).toMatch(/…\nVilka som berörs · delvis\nBrukare\/elever och kollegor/);
    expect(shown).toMatch(/✓\nVarifrån behovet kommer · finns\nKollega/);
    expect(shown).toMatch(/✓\nVad vi tror händer · finns\nBesöken börjar i tid, och[^\n]*…/);
    expect(shown).toMatch(/–\nVad det kan vara värt · saknas/);
  });

  test('is counted to whoever fills it in, and to nobody else', () => {
    expect(text(viewOf(partly, readers.driver))).toMatch(/Det här behövs · 2 av 4 finns/);
    expect(text(viewOf(partly, readers.stranger))).not.toMatch(/av 4 finns/);
  });

  test('is not shown on a new idea', () => {
    for (const reader of [readers.leader, readers.submitter, readers.stranger]) {
      const card = draw(viewOf(given(...standings.submitted), reader));
      expect(textsOf(card, { hidden: true }).join('\n')).not.toMatch(/Det här behövs|Problemet och ett namn/);
    }
  });

  test('has no mark that is round: some fonts fill it', () => {
    for (const steps of Object.values(standings)) {
      const card = draw(viewOf(given(...steps), readers.stranger));
      expect(textsOf(card, { hidden: true }).join('')).not.toMatch(/[○◐●◯]/);
    }
  });

  test('opens one form a part for whoever may fill it in', () => {
    expect(new Set(rows(viewOf(partly, readers.driver)))).toEqual(
      new Set([
        'Vilka som berörs, delvis, Brukare/elever och kollegor, Fyll i mer',
        'Varifrån behovet kommer, finns, Kollega, Ändra',
        expect.stringMatching(/^Vad vi tror händer, finns, Besöken.*…, Ändra$/),
        'Vad det kan vara värt, saknas, Fyll i',
        // The first that is not done is the driver's next step too.
        'Fyll i: vilka som berörs',
      ]),
    );
    const { data, verb, associatedInputs } = button(
      draw(viewOf(partly, readers.driver)),
      'Vad det kan vara värt, saknas, Fyll i',
    );
    expect({ verb, associatedInputs }).toEqual({ verb: 'panel', associatedInputs: 'none' });
    expect(data).toMatchObject({ idea: 'K7M4QX', panel: 'part', part: 'worth' });
  });

  test('can be read in full by everybody else, where it is long', () => {
    const view = viewOf(partly, readers.stranger);
    expect(rows(view)).toEqual([expect.stringMatching(/^Vad vi tror händer, finns, Besöken.*…, Läs mer$/)]);
    expect(text({ ...view, panel: 'part', part: 'expectation' })).toContain(long);
  });

  test('is not filled in by somebody who has not said yes to drive it', () => {
    expect(rows(viewOf(given(...standings.drivingAsked), readers.asDriver))).toEqual([]);
  });
});

describe('a plan', () => {
  test('needs more when the test costs money', () => {
    const free = text(viewOf(given(...standings.planning, ...planned(0)), readers.driver));
    expect(free).toMatch(/4 av 4 finns/);
    expect(free).toMatch(/Vad testet kostar · finns\n0 kr/);
    const costly = text(viewOf(given(...standings.planning, ...planned(80_000)), readers.driver));
    expect(costly).toMatch(/7 av 7 finns/);
    expect(costly).toMatch(/–\nPengar · inte än/);
    expect(costly).toMatch(/Vad testet kostar · finns\n80 000 kr/);
    expect(costly).toMatch(/Vad vi vill nå · finns\nSena besök i veckan · i dag: 30 · mål: 5/);
    expect(costly).toMatch(/Pengar · inte än\n80 000 kr, frågan ställs när planen är godkänd/);
  });

  test('tells its days in words, whole or in part', () => {
    const whole = text(viewOf(given(...standings.planning, ...planned()), readers.driver));
    expect(whole).toMatch(/När testet pågår · finns\n1 december 2026–28 februari 2027/);
    const begun = given(...standings.planning, [driver, fill('time', { start: '2026-12-01' })]);
    expect(text(viewOf(begun, readers.driver))).toMatch(/När testet pågår · delvis\nfrån 1 december/);
  });

  test('does not change while somebody decides on it or on its money', () => {
    const changesCost = expect.stringMatching(/^Vad testet kostar, finns, .* kr, Ändra$/);
    expect(rows(viewOf(given(...standings.askedForMoney), readers.driver))).not.toContainEqual(changesCost);
    expect(rows(viewOf(given(...standings.planSubmitted), readers.driver))).not.toContainEqual(changesCost);
    const takenBack = given(...standings.planSubmitted, [driver, takeBack]);
    expect(rows(viewOf(takenBack, readers.driver))).toContainEqual(changesCost);
  });

  describe('with something to procure', () => {
    const procurement = {
      name: 'Upphandlare Kommunledning',
      title: 'Upphandlare',
      email: 'upphandlare@soderhamra.example',
    };
    const buying = given(
      ...standings.planning,
      [driver, fill('cost', { cost: '50 000 kr' })],
      [driver, fill('procurement', { procurement: 'yes' })],
    );
    const shownIn = (organisation: ReturnType<typeof exampleOrganisation>) =>
      ideaCard(contextFor('sv', organisation), viewOf(buying, readers.driver)).card;

    test('names whom to ask, with a way to their chat', () => {
      const card = shownIn({ ...exampleOrganisation(), procurement });
      expect(textsOf(card).join('\n')).toMatch(
        /Här får ni hjälp:\nUpphandlare Kommunledning\nUpphandlare\nupphandlare@/,
      );
      const [chat] = [...nodesOf(card)].filter(({ type }) => type === 'Action.OpenUrl');
      expect(chat?.url).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/chat\/0\/0\?users=upphandlare%40/);
    });

    test('names nobody where the organisation names nobody', () => {
      const { procurement: _, ...without } = exampleOrganisation();
      expect(textsOf(shownIn(without)).join('\n')).not.toMatch(/Här får ni hjälp/);
    });
  });
});

describe('money', () => {
  test('is told with what was granted, and at the end what was used', () => {
    const granted = given(...standings.askedForMoney, [funder, grant(50_000)]);
    expect(text(viewOf(granted, readers.stranger))).toMatch(/Pengar\n80 000 kr, beviljat 50 000 kr\n/);
    const used = given(...standings.askedForMoney, [funder, grant(50_000)], [driver, fill('used', { used: '48000' })]);
    const shown = text(viewOf(used, readers.stranger));
    expect(shown).toMatch(/Pengar\n80 000 kr, beviljat 50 000 kr, använt 48 000 kr/);
    expect(shown).toMatch(/Diarienummer\nVOO 2026-0412/);
  });
});

test('an answer of earlier years is shown in today’s words', () => {
  const { idea, events } = given(...standings.exploring);
  const old = { ...idea, answers: { origins: 'academia,colleagues,cats' } };
  expect(text(viewOf({ idea: old, events }, readers.stranger))).toMatch(
    /Varifrån behovet kommer · finns\nHögskola och kollega\n/,
  );
});

describe('what was filled in before', () => {
  test('is folded, for everybody to read', () => {
    const card = draw(viewOf(given(...standings.piloting), readers.stranger));
    expect(textsOf(card).join('\n')).not.toMatch(/Besöken börjar i tid/);
    expect(textsOf(card, { hidden: true }).join('\n')).toMatch(/Vad vi tror händer\nBesöken börjar i tid\./);
    const [unfold] = buttonsOf(card).filter(({ title }) => String(title).startsWith('Visa allt som är ifyllt'));
    expect(unfold).toMatchObject({ type: 'Action.ToggleVisibility', title: 'Visa allt som är ifyllt (7)' });
    const ids = [...nodesOf(card)].map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining(unfold?.targetElements as string[]));
  });

  test('ends with what the test taught, once it is over', () => {
    expect(text(viewOf(given(...standings.scaling), readers.stranger))).toMatch(
      /Det här lärde vi oss\nCyklarna behöver dubbdäck på vintern\./,
    );
  });
});

test('a form that is open leads nowhere but through its own buttons, or words would be lost', () => {
  const view = { ...viewOf(given(...standings.planning), readers.driver), panel: 'part', part: 'cost' } as const;
  expect(rows(view)).toEqual([]);
});
