import { type IdeaCardProps, ideaCard } from '../../../../src/cards/idea-card';
import type { Idea } from '../../../../src/domain/idea/idea';
import { nodesOf, textsOf } from '../../../../testing/cards/card';
import { contextFor } from '../../../../testing/samples/card-context';
import {
  clock,
  colleagueDriver,
  declineDriving,
  declineMoney,
  declineOwning,
  driver,
  driverOnly,
  escalate,
  fill,
  funder,
  given,
  leader,
  on,
  owner,
  planned,
  remind,
  remindAgain,
  reportDone,
  reportProgress,
  type Step,
  scale,
  standings,
  submitPlan,
  submitted,
} from '../../../../testing/samples/idea/story';
import { readers, viewOf } from '../../../../testing/samples/person/readers';

const context = contextFor();
const band = (view: IdeaCardProps, on = context) => {
  const [container] = [...nodesOf(ideaCard(on, view).card)].filter(({ bleed }) => bleed === true);
  return textsOf(container).join('\n').replaceAll('\u00a0', ' ');
};
const at = (steps: readonly Step[], reader: IdeaCardProps['reader'], changes: Partial<Idea> = {}): IdeaCardProps => {
  const story = given(...steps);
  return viewOf({ ...story, idea: { ...story.idea, ...changes } }, reader);
};
const costly = (cost: number): Step[] => [...standings.planning, ...planned(cost), [driverOnly, submitPlan]];

describe('the band says to the one it waits for what to do', () => {
  test.each([
    [
      'asked to drive',
      standings.drivingAsked,
      'asDriver',
      /Vill du leda arbetet med idén\? Räkna med ungefär 2 timmar i veckan/,
    ],
    ['exploring', standings.exploring, 'driver', /fyll i det som saknas/],
    ['all is explored', standings.planning.slice(0, -1), 'driver', /Nu kan idén planeras/],
    ['planning', standings.planning, 'driver', /Planera testet/],
    [
      'the plan is complete',
      [...standings.planning, ...planned()],
      'driver',
      /Du leder arbetet med idén, så den behöver inget eget godkännande\. Testet kan börja 1 december/,
    ],
    ['the test', standings.piloting, 'driver', /Testa idén[\s\S]*testet slutar 28 februari 2027/],
    ['asked to own', standings.scalingAsked, 'owner', /Vill du ansvara för idén i vardagen\?/],
    ['the owner', standings.scaling, 'owner', /Hjälp förvaltningarna/],
  ] as const)('%s', (_, steps, reader, words) => {
    const shown = band(at(steps, readers[reader]));
    expect(shown).toMatch(/^Din tur\n/);
    expect(shown).toMatch(words);
  });

  test.each([
    ['a new idea', standings.submitted, 'leader', /^Din tur: välj vad som ska hända\nVäntat sedan .* svar senast/],
    [
      'a plan without cost',
      standings.planSubmitted,
      'leader',
      /^Din tur: besluta om planen\n.*\nNär du godkänner den kan testet börja 1 december/,
    ],
    ['a plan with a cost', costly(50_000), 'leader', /får chefen för Vård och omsorg frågan om 50 000 kr/],
    ['a plan above the limit', costly(5_000_000), 'leader', /får Innovationskontoret frågan om 5 000 000 kr/],
    [
      'money',
      standings.askedForMoney,
      'funder',
      /^Din tur: besluta om 80 000 kr\nSvar senast [^.]*\. Testet börjar inte innan dess\.$/,
    ],
    ['the result', standings.tested, 'leader', /^Din tur: besluta om resultatet\n/],
  ] as const)('and says in one line what is decided on: %s', (_, steps, reader, words) => {
    expect(band(at(steps, readers[reader]))).toMatch(words);
  });

  test('when money was declined, until the cost is another', () => {
    const declined: Step[] = [...standings.askedForMoney, [funder, declineMoney()]];
    expect(band(at(declined, readers.driver))).toMatch(/^Din tur\nDet blev nej till 80 000 kr\. Ändra kostnaden/);
    const cheaper: Step[] = [...declined, [driver, fill('cost', { cost: '20 000' })]];
    expect(band(at(cheaper, readers.driver))).toMatch(/frågan om 20 000 kr/);
  });

  test('when nobody drives it any more', () => {
    const declined: Step[] = [...standings.drivingAsked, [colleagueDriver, declineDriving()]];
    expect(band(at(declined, readers.leader))).toMatch(/Din tur\nVälj vem som ska leda arbetet med idén\./);
  });

  test('when nobody owns it', () => {
    const declined: Step[] = [...standings.tested, [leader, scale()], [owner, declineOwning()]];
    expect(band(at(declined, readers.leader))).toMatch(/Din tur\nVälj vem som ska ansvara för idén i vardagen\./);
  });

  test('when the test of a plan would be over already', () => {
    expect(band(at(standings.planSubmitted, readers.leader), { ...context, today: '2027-03-01' })).toMatch(
      /Planen behöver ändras/,
    );
  });
});

describe('the band says to everybody else whom it waits for, and for what', () => {
  test.each([
    [
      'asked to drive',
      standings.drivingAsked,
      /^Väntar på Utvecklare Vård\nHar fått frågan om att leda arbetet med idén\./,
    ],
    ['a plan', standings.planSubmitted, /^Väntar på innovationsledarna för Vård och omsorg\nPlanen väntar på beslut\./],
    ['money', standings.askedForMoney, /^Väntar på chefen för Vård och omsorg\nFrågan om 80 000 kr väntar på beslut\./],
    [
      'the result',
      standings.tested,
      /^Väntar på innovationsledarna för Vård och omsorg\nResultatet väntar på beslut\./,
    ],
    [
      'asked to own',
      standings.scalingAsked,
      /^Väntar på Fordonssamordnare Vård\nHar fått frågan om att ansvara för idén i vardagen\./,
    ],
  ] as const)('%s', (_, steps, words) => {
    expect(band(at(steps, readers.stranger))).toMatch(words);
  });

  test('money above the limit waits for the innovation office', () => {
    const money = { asked: 5_000_000, funder: 'office' } as const;
    expect(band(at(standings.askedForMoney, readers.stranger, { money }))).toMatch(/^Väntar på Innovationskontoret\n/);
  });

  test('by role, where the name is not known', () => {
    const nameless = { ...at(standings.drivingAsked, readers.stranger), names: new Map() };
    expect(band(nameless)).toMatch(/^Väntar på den som leder arbetet med idén\n/);
    expect(band({ ...at(standings.scalingAsked, readers.stranger), names: new Map() })).toMatch(
      /^Väntar på den som ansvarar för idén i vardagen\n/,
    );
  });

  test('a test that is over says so', () => {
    expect(band(at(standings.piloting, readers.stranger), { ...context, today: '2027-03-05' })).toMatch(
      /testet slutade 28 februari/,
    );
  });
});

describe('a date that has passed', () => {
  const reminded: Step[] = [submitted, [clock, remind, on('2026-12-01')]];
  const silent: Step[] = [...reminded, [clock, escalate, on('2026-12-16')], [clock, remindAgain(), on('2026-12-30')]];

  test('is told with the new one while that is ahead', () => {
    expect(band(at(reminded, readers.stranger), { ...context, today: '2026-12-05' })).toMatch(
      /svaret skulle ha kommit 30 november, 5 dagar sedan · nytt datum 15 december$/,
    );
  });

  test('stays the first that was promised, however often somebody has been reminded', () => {
    expect(band(at(silent, readers.stranger), { ...context, today: '2027-01-17' })).toMatch(
      /svaret skulle ha kommit 30 november 2026, 48 dagar sedan$/,
    );
  });

  test('is counted back where an earlier version of the bot has not kept it', () => {
    const { idea } = given(...silent.slice(0, 3));
    const { promised: _, ...old } = idea;
    expect(band(viewOf({ idea: old, events: [] }, readers.stranger), { ...context, today: '2027-01-17' })).toMatch(
      /svaret skulle ha kommit 30 november 2026, 48 dagar sedan$/,
    );
  });
});

describe('a line on how it goes', () => {
  const told: Step[] = [...standings.exploring, [driver, reportProgress('Cyklarna kommer i maj.'), on('2026-12-01')]];
  const shown = (steps: readonly Step[]) =>
    textsOf(ideaCard({ ...context, today: '2026-12-05' }, at(steps, readers.stranger)).card);

  test('stands on the card with its day, for as long as the idea waits', () => {
    expect(shown(told)).toEqual(expect.arrayContaining(['Läget 1 december', 'Cyklarna kommer i maj.']));
    expect(shown([...told, [driver, reportDone()]])).not.toContain('Läget 1 december');
  });
});
