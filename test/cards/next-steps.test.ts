import { type IdeaView, ideaCard } from '../../src/cards/idea-card';
import { panels } from '../../src/cards/verbs';
import { given, standings, submitted } from '../domain/story';
import { button, buttonsOf } from '../support/card';
import { kitFor } from '../support/kit';
import { readers, toldTo, viewOf } from '../support/sample-readers';

const kit = kitFor();
const draw = (view: IdeaView) => ideaCard(kit, view).card;
const titles = (view: IdeaView) => buttonsOf(draw(view)).map(({ title }) => title);
const everyStanding = Object.entries(standings).map(([name, steps]) => [name, given(...steps)] as const);
const everyReader = Object.entries(readers);

describe('what the card offers', () => {
  test.each([
    ['a leader of a new idea', 'submitted', 'leader', ['Utforska idén', 'Ställ en fråga', 'Fler val']],
    ['a leader who waits for an answer', 'asked', 'leader', ['Utforska idén', 'Gör direkt', 'Fler val']],
    ['the submitter of a new idea', 'submitted', 'submitter', ['Ändra idén', 'Dra tillbaka', 'Historik']],
    ['a submitter who was asked', 'asked', 'submitter', ['Svara', 'Ändra idén', 'Fler val']],
    ['the driver', 'exploring', 'driver', ['Det används nu', 'Avsluta', 'Fler val']],
    ['somebody who was asked to do it', 'doingAsked', 'doer', ['Jag gör det', 'Jag kan inte', 'Historik']],
    ['somebody who does it', 'doing', 'doer', ['Det är gjort', 'Historik']],
    ['anybody else', 'submitted', 'stranger', ['Historik']],
    ['a leader of an ended idea', 'closed', 'leader', ['Dölj texten', 'Historik']],
  ] as const)('%s', (_, standing, reader, offered) => {
    expect(titles(viewOf(given(...standings[standing]), readers[reader]))).toEqual(offered);
  });

  test('behind "Fler val" stand the rest and the way back', () => {
    const view = viewOf(given(submitted), readers.leader);
    expect(titles({ ...view, panel: 'more' })).toEqual([
      'Gör direkt',
      'Skicka vidare',
      'Avsluta',
      'Dölj texten',
      'Historik',
      'Tillbaka',
    ]);
  });

  test('at most six buttons, at most one positive, which is first', () => {
    for (const [, story] of everyStanding) {
      for (const [, reader] of everyReader) {
        for (const panel of [undefined, ...panels]) {
          const buttons = buttonsOf(draw({ ...viewOf(story, reader), panel }));
          expect(buttons.length).toBeLessThanOrEqual(6);
          expect(buttons.slice(1).some(({ style }) => style === 'positive')).toBe(false);
        }
      }
    }
  });

  test('is positive only for the reader whose turn it is', () => {
    expect(button(draw(viewOf(given(submitted), readers.leader)), 'Utforska idén').style).toBe('positive');
    expect(button(draw(viewOf(given(...standings.asked), readers.leader)), 'Utforska idén').style).toBe('default');
  });

  test('a button that decides names the idea, its turn and an operation of its own', () => {
    const view = viewOf(given(submitted), readers.leader);
    const { data, verb } = button(draw(view), 'Utforska idén');
    expect(verb).toBe('act');
    expect(data).toEqual({
      verb: 'act',
      do: 'explore',
      idea: 'K7M4QX',
      turn: '1',
      op: expect.stringMatching(/^\d{16}$/),
    });
  });

  test('after an outcome the next idea comes first', () => {
    const view = { ...toldTo(given(...standings.exploring), readers.driver, 'actor'), queue: 59 };
    expect(titles(view).filter((title) => title !== 'Visa hela idén')).toEqual([
      'Nästa idé (59 kvar)',
      'Det används nu',
      'Fler val',
    ]);
    expect(titles({ ...view, queue: 0 })[0]).not.toMatch(/Nästa/);
  });
});
