import { type IdeaView, ideaCard } from '../../src/cards/idea-card';
import { answer, ask, given, leader, standings, submitted, submitter } from '../domain/story';
import { textsOf } from '../support/card';
import { kitFor } from '../support/kit';
import { readers, viewOf } from '../support/sample-readers';

const draw = (view: IdeaView) => ideaCard(kitFor(), view).card;
const text = (view: IdeaView) => textsOf(draw(view)).join('\n');

describe('history', () => {
  const story = given(...standings.exploring);

  test('shows the newest on the card and all, newest first, in its panel', () => {
    const all = text({ ...viewOf(story, readers.stranger), panel: 'history' });
    expect(all).toMatch(/Historik\n16 november · Innovationsledare Vård utforskar idén.[\s\S]*skickade in idén/);
  });

  test('shows what was asked and answered', () => {
    const talked = given(submitted, [leader, ask('Hur många?')], [submitter, answer('Tio.')]);
    expect(text({ ...viewOf(talked, readers.stranger), panel: 'history' })).toMatch(
      /svarade på frågan.\nTio.[\s\S]*ställde en fråga.\nHur många\?/,
    );
  });

  test('counts what it leaves out', () => {
    const [event] = story.events;
    if (!event) throw new Error('A story has an event');
    const history = Array.from({ length: 45 }, (_, at) => ({ ...event, seq: at + 1 }));
    expect(text({ ...viewOf(story, readers.stranger), history, panel: 'history' })).toMatch(
      /5 äldre händelser visas inte/,
    );
  });
});
