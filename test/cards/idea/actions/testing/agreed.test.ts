import { type IdeaCardProps, ideaCard } from '../../../../../src/cards/idea-card';
import { buttonsOf, textsOf } from '../../../../../testing/cards/card';
import { contextFor } from '../../../../../testing/samples/card-context';
import {
  approvePlan,
  driver,
  driverOnly,
  fill,
  given,
  otherLeader,
  planned,
  type Step,
  standings,
  submitPlan,
} from '../../../../../testing/samples/idea/story';
import { readers, viewOf } from '../../../../../testing/samples/person/readers';

const agreement = {
  nextDecision: 'Chefen beslutar om fler cyklar.',
  stopMeasure: 'Sena besök i veckan',
  stopFigure: 'under 10',
  stopOn: '2026-12-24',
};
const agreed: Step[] = [...standings.planning, ...planned(0), [driver, fill('agreement', agreement)]];
const running = given(
  ...agreed,
  [driver, fill('time', { start: '2026-10-01', end: '2026-12-10' })],
  [otherLeader, approvePlan()],
  [driver, fill('soFar', { stopNow: '14' })],
);
const text = (view: IdeaCardProps) =>
  textsOf(ideaCard(contextFor(), view).card, { hidden: true }).join('\n').replaceAll('\u00a0', ' ');

describe('what was agreed before the test', () => {
  test('is offered among what a plan needs, without being counted', () => {
    const shown = text(viewOf(given(...standings.planning, ...planned(0)), readers.driver));
    expect(shown).toContain('4 av 4 finns');
    expect(shown).toMatch(/–\nVad ni är överens om · inget bestämt/);
    const rows = buttonsOf(ideaCard(contextFor(), viewOf(given(...standings.planning), readers.driver)).card);
    expect(rows.map(({ title }) => title)).toContain('Vad ni är överens om, inget bestämt, Fyll i');
  });

  test('is said to whoever decides on the plan, also where nothing was', () => {
    const sent = (steps: Step[]) => text(viewOf(given(...steps, [driverOnly, submitPlan]), readers.otherLeader));
    expect(sent([...standings.planning, ...planned(0)])).toContain('Ni har inte bestämt när ni slutar.');
    expect(sent(agreed)).toContain('Sena besök i veckan: inte under 10 senast 24 december');
  });

  test('stands as facts beside how it is today, from half of the test on, for those who may stop it', () => {
    const facts = [
      'Ni bestämde',
      'Mått: Sena besök i veckan',
      'Sluta om det inte är under 10 senast 24 december',
      'I dag: 14',
      'Beslut om det fungerar: Chefen beslutar om fler cyklar.',
    ].join('\n');
    expect(text(viewOf(running, readers.driver))).toContain(facts);
    expect(text(viewOf(running, readers.otherLeader))).toContain(facts);
    expect(text(viewOf(running, readers.stranger))).not.toContain('Ni bestämde');
  });

  test('is not said while less than half of the test has gone', () => {
    const early = given(...agreed, [otherLeader, approvePlan()]);
    expect(text(viewOf(early, readers.driver))).not.toContain('Ni bestämde');
  });
});
