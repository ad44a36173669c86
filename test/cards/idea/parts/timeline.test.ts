import { type IdeaCardProps, ideaCard } from '../../../../src/cards/idea-card';
import { textsOf } from '../../../../testing/cards/card';
import { contextFor } from '../../../../testing/samples/card-context';
import {
  adopter,
  answer,
  ask,
  close,
  comment,
  explored,
  given,
  leader,
  owner,
  type Step,
  standings,
  stranger,
  submitted,
  submitter,
  thank,
} from '../../../../testing/samples/idea/story';
import { readers, viewOf } from '../../../../testing/samples/person/readers';

const draw = (view: IdeaCardProps) => ideaCard(contextFor(), view).card;
const text = (view: IdeaCardProps) => textsOf(draw(view)).join('\n');
const record = (...steps: Step[]) => text({ ...viewOf(given(...steps), readers.stranger), panel: 'history' });

describe('history', () => {
  const story = given(...standings.exploring);

  test('shows the newest on the card and all, newest first, in its panel', () => {
    const all = text({ ...viewOf(story, readers.stranger), panel: 'history' });
    expect(all).toMatch(/Historik\n16 november · Innovationsledare Vård utforskar idén.[\s\S]*skickade in idén/);
  });

  test('shows what was asked and answered', () => {
    expect(record(submitted, [leader, ask('Hur många?')], [submitter, answer('Tio.')])).toMatch(
      /svarade på frågan.\nTio.[\s\S]*ställde en fråga.\nHur många\?/,
    );
  });

  test('says of each word what it is, where several were said', () => {
    const words = { tried: 'Vi cyklade.', lesson: 'Det var halt.\nPå vintern.' };
    expect(record(...standings.tested, [leader, close(words)])).toMatch(
      /avslutade idén efter testet.\nDet här testade vi: Vi cyklade.\nDet här lärde vi oss: Det var halt.\nPå vintern./,
    );
  });

  test('tells in one row what somebody filled in at a stretch', () => {
    const told = record(...standings.exploring, ...explored());
    expect(told.match(/fyllde i:/g)).toHaveLength(1);
    expect(told).toMatch(/Innovationsledare Vård fyllde i: .+, .+, .+ och .+\./);
  });

  test('tells in one row of a stretch of thanks', () => {
    const told = record(submitted, [adopter, thank], [stranger, thank], [owner, thank], [leader, comment('Bra!')]);
    expect(told).toMatch(/3 personer tackade för idén/);
    expect(told).toMatch(/Innovationsledare Vård kommenterade idén.\nBra!/);
  });

  test('shows the beginning of a long comment', () => {
    const told = record(submitted, [leader, comment('Bra '.repeat(400))]);
    expect(told).toMatch(/(Bra ){70}.*…/);
    expect(told).not.toMatch(/(Bra ){80}/);
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
