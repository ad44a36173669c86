import { type IdeaCardProps, ideaCard } from '../../../../src/cards/idea-card';
import { nodesOf, textsOf } from '../../../../testing/cards/card';
import { contextFor } from '../../../../testing/samples/card-context';
import {
  approvePlan,
  declineMoney,
  driver,
  driverOnly,
  fill,
  funder,
  given,
  grant,
  on,
  otherLeader,
  planned,
  type Step,
  sendBack,
  sendOwnPlan,
  standings,
  submitPlan,
  submitResult,
} from '../../../../testing/samples/idea/story';
import { readers, toldTo, viewOf } from '../../../../testing/samples/person/readers';

const context = contextFor();
const seen = (view: IdeaCardProps, today = context.today) =>
  textsOf(ideaCard({ ...context, today }, view).card)
    .join('\n')
    .replaceAll('\u00a0', ' ');
const all = (view: IdeaCardProps) => textsOf(ideaCard(context, view).card, { hidden: true }).join('\n');
const at = (steps: readonly Step[], reader: IdeaCardProps['reader']) => viewOf(given(...steps), reader);
const long = 'Cyklarna lånas ut en vecka i taget. '.repeat(12).trim();

describe('whoever decides on money sees first', () => {
  const shown = seen(at(standings.askedForMoney, readers.funder));

  test('how much, on what ground, what for, when and what is to be reached', () => {
    expect(shown).toMatch(
      /\n80 000 kr\nmed stöd av Delegationsordning[^\n]*\nTill vad\nTre cyklar lånas ut\.\nNär\n1 december–28 februari 2027\nVill nå\nSena besök i veckan: från 30 till 5\n/,
    );
  });

  test('when the test can begin, where its first day has passed', () => {
    expect(seen(at(standings.askedForMoney, readers.funder), '2026-12-10')).toMatch(
      /När\n10 december–28 februari 2027\n/,
    );
  });

  test('who has approved the plan, or that nobody else has', () => {
    expect(shown).toMatch(/Godkänd av\nInnovationsledare Äldreomsorg/);
    const own: Step[] = [...standings.planning, ...planned(80_000), [driver, sendOwnPlan()]];
    expect(seen(at(own, readers.funder))).toMatch(/Godkänd av\nIngen annan\./);
  });

  test('and the rest of the idea on a press', () => {
    expect(shown).not.toMatch(/Personalen får vänta|Upphandling|Det här har hänt/);
    expect(all(at(standings.askedForMoney, readers.funder))).toMatch(/Personalen får vänta[\s\S]*Upphandling/);
  });

  test('what was answered the last time', () => {
    const again: Step[] = [
      ...standings.askedForMoney,
      [funder, declineMoney('Budgeten för i år är slut.'), on('2026-11-20')],
      [driver, fill('cost', { cost: '40 000' })],
      [driverOnly, submitPlan],
      [otherLeader, approvePlan()],
    ];
    expect(seen(at(again, readers.funder))).toMatch(
      /\n40 000 kr\n[\s\S]*Förra gången\nNej till 80 000 kr 20 november: Budgeten för i år är slut\./,
    );
  });

  test('the beginning of what is long; the whole is a press away', () => {
    const costly: Step[] = [
      ...standings.planning,
      ...planned(80_000),
      [driver, fill('activity', { activity: long, companions: 'Söder' })],
      [driverOnly, submitPlan],
      [otherLeader, approvePlan()],
    ];
    const view = at(costly, readers.funder);
    expect(seen(view)).toMatch(/Till vad\nCyklarna lånas ut[^\n]{50,160}…\n/);
    expect(all({ ...view, panel: 'part', part: 'activity' })).toContain(long);
  });
});

test('whoever decides on a plan sees its cost, and why it came back the last time', () => {
  const again: Step[] = [
    ...standings.planning,
    ...planned(50_000),
    [driverOnly, submitPlan],
    [otherLeader, sendBack('Skriv vem som lånar ut.'), on('2026-11-20')],
    [driverOnly, submitPlan],
  ];
  const shown = seen(at(again, readers.leader));
  expect(shown).toMatch(/\n50 000 kr\nkostar testet\nTill vad\n/);
  expect(shown).toMatch(/Förra gången\nPlanen kom tillbaka 20 november: Skriv vem som lånar ut\./);
});

test('whoever decides on a result reads it in full, the goal and the money beside it', () => {
  const steps: Step[] = [
    ...standings.askedForMoney,
    [funder, grant(50_000)],
    [driver, fill('result', { outcome: long, learned: 'Dubbdäck behövs.', recommendation: 'scale' })],
    [driver, fill('used', { used: '42 000' })],
    [driver, submitResult],
  ];
  expect(seen(at(steps, readers.leader))).toContain(
    [
      ...['Det blev', long, 'Vill nå', 'Sena besök i veckan: från 30 till 5', 'Lärdom', 'Dubbdäck behövs.'],
      ...['Pengar', 'Beviljat 50 000 kr, använt 42 000 kr', 'Förslag', 'Låt fler införa idén'],
    ].join('\n'),
  );
});

describe('whoever is to answer a new idea', () => {
  test('sees the problem and from whom it is, also in the message that tells of it', () => {
    const expected =
      /Problemet, och för vem\nPersonalen får vänta[^\n]*\nFrån\nMedarbetare Hemtjänst\nVård och omsorg\n/;
    expect(seen(at(standings.submitted, readers.leader))).toMatch(expected);
    expect(seen(toldTo(given(...standings.submitted), readers.leader, 'deciders'))).toMatch(expected);
  });

  test('reads in the notification who has sent it', () => {
    const { summary } = ideaCard(context, toldTo(given(...standings.submitted), readers.leader, 'deciders'));
    expect(summary).toBe('Ny idé från Medarbetare Hemtjänst');
  });

  test('is not told a name that is kept from them', () => {
    const story = given(...standings.submitted);
    const idea = { ...story.idea, confidential: true };
    expect(seen(viewOf({ ...story, idea }, readers.stranger))).not.toMatch(/Medarbetare Hemtjänst/);
  });

  test('is told that others do not read it yet, or that it is hidden', () => {
    const story = given(...standings.submitted);
    expect(seen(viewOf({ ...story, idea: { ...story.idea, unread: true } }, readers.leader))).toContain(
      context.t('idea.unreadToDecider'),
    );
    expect(seen(viewOf({ ...story, idea: { ...story.idea, hidden: true } }, readers.leader))).toContain(
      context.t('idea.hidden'),
    );
  });

  test('reads the whole text first where somebody has said something about it', () => {
    const story = given(...standings.submitted);
    const shown = seen(viewOf({ ...story, idea: { ...story.idea, report: 1 } }, readers.leader));
    expect(shown).toMatch(/Problemet, och för vem\nPersonalen får vänta/);
    expect(shown).not.toMatch(/\nFrån\n/);
  });
});

test('nobody else is shown what is at stake', () => {
  for (const reader of [readers.stranger, readers.submitter, readers.driver]) {
    const sizes = [...nodesOf(ideaCard(context, at(standings.askedForMoney, reader)).card)].map(({ size }) => size);
    expect(sizes).not.toContain('ExtraLarge');
  }
});
