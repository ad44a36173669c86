import { ideaRow } from '../../../../../src/cards/idea/lists/idea-row';
import { type IdeaCardProps, ideaCard } from '../../../../../src/cards/idea-card';
import { button, buttonsBelow, buttonsOf, inputsOf, textsOf } from '../../../../../testing/cards/card';
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
  stopAsAgreed,
  submitPlan,
  submitResult,
} from '../../../../../testing/samples/idea/story';
import { readers, toldTo, viewOf } from '../../../../../testing/samples/person/readers';

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

  describe('and is not reached', () => {
    const titles = (view: IdeaCardProps) => buttonsBelow(ideaCard(contextFor(), view).card).map(({ title }) => title);

    test('stopping comes first, as something good, for whoever drives the test and those who decide', () => {
      for (const reader of [readers.driver, readers.asDriver, readers.otherLeader]) {
        expect(titles(viewOf(running, reader))[0]).toBe('Vi slutar');
      }
      expect(button(ideaCard(contextFor(), viewOf(running, readers.driver)).card, 'Vi slutar').style).toBe('positive');
      expect(titles(viewOf(running, readers.stranger))).not.toContain('Vi slutar');
    });

    test('stopping comes first also where the result recommends something else', () => {
      const result = { outcome: 'Färre.', learned: 'Dubbdäck.', recommendation: 'scale' };
      const view = viewOf(
        given(
          ...agreed,
          [driver, fill('time', { start: '2026-10-01', end: '2026-11-18' })],
          [driverOnly, submitPlan],
          [otherLeader, approvePlan()],
          [driver, fill('result', result)],
          [driver, submitResult],
        ),
        readers.otherLeader,
      );
      expect(titles(view).slice(0, 2)).toEqual(['Vi slutar', 'Låt fler införa den']);
    });

    test('its form says what was agreed and how it is, and holds what is known already', () => {
      const view: IdeaCardProps = { ...viewOf(running, readers.driver), panel: 'stopAsAgreed' };
      const { card } = ideaCard(contextFor(), view);
      expect(text(view)).toMatch(/Ni bestämde\nMått: Sena besök i veckan/);
      expect(inputsOf(card).map(({ id, value }) => [id, value])).toEqual([
        ['tried', 'Tre cyklar lånas ut.'],
        ['lesson', ''],
        ['tryAgain', ''],
      ]);
      expect(
        buttonsOf(card)
          .slice(-2)
          .map(({ title, style }) => [title, style]),
      ).toEqual([
        ['Vi slutar', 'positive'],
        ['Tillbaka', 'default'],
      ]);
    });

    test('once it has stopped so, every card says that it ended as planned', () => {
      const stopped = given(
        ...agreed,
        [driver, fill('time', { start: '2026-10-01', end: '2026-12-10' })],
        [otherLeader, approvePlan()],
        [driver, stopAsAgreed],
      );
      expect(text(viewOf(stopped, readers.stranger))).toContain('Idé K7M4QX · Avslutad som planerat');
      expect(ideaRow(contextFor(), stopped.idea, readers.stranger).stage).toBe('Avslutad som planerat');
      const told = text(toldTo(stopped, readers.submitter, 'submitter'));
      expect(told).toContain('tackar för din idé. Den är testad, och testet slutade som planerat.');
      expect(told).toContain('Vintern är för hal.');
    });
  });
});
