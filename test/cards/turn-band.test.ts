import { type IdeaView, ideaCard } from '../../src/cards/idea-card';
import type { Idea } from '../../src/domain/idea';
import {
  colleagueDriver,
  declineDriving,
  declineOwning,
  driver,
  given,
  leader,
  owner,
  planned,
  type Step,
  scale,
  standings,
  submitPlan,
} from '../domain/story';
import { nodesOf, textsOf } from '../support/card';
import { kitFor } from '../support/kit';
import { readers, viewOf } from '../support/sample-readers';

const kit = kitFor();
const band = (view: IdeaView, on = kit) => {
  const [container] = [...nodesOf(ideaCard(on, view).card)].filter(({ bleed }) => bleed === true);
  return textsOf(container).join('\n').replaceAll('\u00a0', ' ');
};
const at = (steps: readonly Step[], reader: IdeaView['reader'], changes: Partial<Idea> = {}): IdeaView => {
  const story = given(...steps);
  return viewOf({ ...story, idea: { ...story.idea, ...changes } }, reader);
};
const costly = (cost: number): Step[] => [...standings.planning, ...planned(cost), [driver, submitPlan]];

describe('the band says to the one it waits for what to do', () => {
  test.each([
    ['asked to drive', standings.drivingAsked, 'asDriver', /Vill du driva idén\?/],
    ['exploring', standings.exploring, 'driver', /fyll i det som saknas/],
    ['all is explored', standings.planning.slice(0, -1), 'driver', /Nu kan idén planeras/],
    ['planning', standings.planning, 'driver', /Planera testet/],
    ['the plan is complete', [...standings.planning, ...planned()], 'driver', /Planen är klar/],
    ['a plan without cost', standings.planSubmitted, 'leader', /När du godkänner den kan testet börja 1 december/],
    ['a plan with a cost', costly(50_000), 'leader', /får chefen för Vård och omsorg frågan om 50 000 kr/],
    ['a plan above the limit', costly(5_000_000), 'leader', /får Innovationskontoret frågan om 5 000 000 kr/],
    ['money', standings.askedForMoney, 'funder', /besluta om 80 000 kr\. Testet börjar inte innan/],
    ['the test', standings.piloting, 'driver', /Testa idén[\s\S]*testet slutar 28 februari 2027/],
    ['the result', standings.tested, 'leader', /Läs vad testet gav/],
    ['asked to own', standings.scalingAsked, 'owner', /Vill du äga idén i vardagen\?/],
    ['the owner', standings.scaling, 'owner', /Hjälp förvaltningarna/],
  ] as const)('%s', (_, steps, reader, words) => {
    const shown = band(at(steps, readers[reader]));
    expect(shown).toMatch(/^Din tur\n/);
    expect(shown).toMatch(words);
  });

  test('when nobody drives it any more', () => {
    const declined: Step[] = [...standings.drivingAsked, [colleagueDriver, declineDriving()]];
    expect(band(at(declined, readers.leader))).toMatch(/Din tur\nVälj vem som ska driva idén\./);
  });

  test('when nobody owns it', () => {
    const declined: Step[] = [...standings.tested, [leader, scale()], [owner, declineOwning()]];
    expect(band(at(declined, readers.leader))).toMatch(/Din tur\nVälj vem som ska äga idén\./);
  });

  test('when the test of a plan would be over already', () => {
    expect(band(at(standings.planSubmitted, readers.leader), { ...kit, today: '2027-03-01' })).toMatch(
      /Planen behöver ändras/,
    );
  });
});

describe('the band says to everybody else whom it waits for, and for what', () => {
  test.each([
    ['asked to drive', standings.drivingAsked, /^Väntar på Utvecklare Vård\nHar fått frågan om att driva idén\./],
    ['a plan', standings.planSubmitted, /^Väntar på innovationsledarna för Vård och omsorg\nPlanen väntar på beslut\./],
    ['money', standings.askedForMoney, /^Väntar på chefen för Vård och omsorg\nFrågan om 80 000 kr väntar på beslut\./],
    [
      'the result',
      standings.tested,
      /^Väntar på innovationsledarna för Vård och omsorg\nResultatet väntar på beslut\./,
    ],
    ['asked to own', standings.scalingAsked, /^Väntar på Fordonssamordnare Vård\nHar fått frågan om att äga idén\./],
  ] as const)('%s', (_, steps, words) => {
    expect(band(at(steps, readers.stranger))).toMatch(words);
  });

  test('money above the limit waits for the innovation office', () => {
    const money = { asked: 5_000_000, funder: 'office' } as const;
    expect(band(at(standings.askedForMoney, readers.stranger, { money }))).toMatch(/^Väntar på Innovationskontoret\n/);
  });

  test('by role, where the name is not known', () => {
    const nameless = { ...at(standings.drivingAsked, readers.stranger), names: new Map() };
    expect(band(nameless)).toMatch(/^Väntar på den som driver idén\n/);
    expect(band({ ...at(standings.scalingAsked, readers.stranger), names: new Map() })).toMatch(
      /^Väntar på den som äger idén\n/,
    );
  });

  test('a test that is over says so', () => {
    expect(band(at(standings.piloting, readers.stranger), { ...kit, today: '2027-03-05' })).toMatch(
      /testet slutade 28 februari/,
    );
  });
});
