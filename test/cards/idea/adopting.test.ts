import { type IdeaCardProps, ideaCard } from '../../../src/cards/idea/idea-card';
import { textsOf } from '../../../testing/cards/card';
import { contextFor } from '../../../testing/samples/card-context';
import {
  adopt,
  adopter,
  given,
  notNow,
  owner,
  spread,
  standings,
  stopUsing,
} from '../../../testing/samples/idea/story';
import { readers, viewOf } from '../../../testing/samples/person/readers';

const text = (view: IdeaCardProps) => textsOf(ideaCard(contextFor(), view).card).join('\n');

describe('where an idea is used', () => {
  test('is told by how many, and by which', () => {
    const story = given(...standings.scaling, [adopter, adopt('testing')]);
    const shown = text(viewOf(story, readers.stranger));
    expect(shown).toMatch(/Testas av 1\nSamhällsbyggnad \(från 1 april 2027, kontakt: Enhetschef Park\)/);
    expect(shown).toMatch(/Har inte svarat än 2\nUtbildning\nKultur och fritid/);
    expect(shown).toMatch(/✓\nFörvaltningar som inför idén · finns\n/);
  });

  test('is no tick while departments are only asked', () => {
    expect(text(viewOf(given(...standings.scaling), readers.stranger))).toMatch(
      /–\nFörvaltningar som inför idén · inte än\n[\s\S]*Har inte svarat än 3/,
    );
  });

  test('begins where it comes from, once it is in use', () => {
    const story = given(...standings.scaling, [adopter, adopt()], [owner, spread()]);
    expect(text(viewOf(story, readers.stranger))).toMatch(
      /Används av 2\nSamhällsbyggnad \(från[^\n]*\nVård och omsorg\n/,
    );
  });

  test('says why a department does not, or no longer', () => {
    expect(text(viewOf(given(...standings.scaling, [adopter, notNow()]), readers.stranger))).toMatch(
      /Inte nu 1\nSamhällsbyggnad \(Vi bygger om till hösten\.\)/,
    );
    const stopped = given(...standings.scaling, [adopter, adopt()], [adopter, stopUsing()]);
    expect(text(viewOf(stopped, readers.stranger))).toMatch(/Slutade 1\nSamhällsbyggnad \(Vi har köpt egna cyklar\.\)/);
  });

  test('is not told of an idea that nobody has been asked to take in', () => {
    expect(text(viewOf(given(...standings.piloting), readers.stranger))).not.toMatch(/Vilka använder idén/);
  });
});

test('a leader whose department is asked sees that it is their turn', () => {
  const view = { ...viewOf(given(...standings.scaling), readers.adopter), asDepartment: 'SBK' };
  expect(text(view)).toMatch(/Din tur\nVill Samhällsbyggnad införa idén\?/);
  expect(text({ ...view, asDepartment: 'MIL' })).toMatch(/Väntar på Fordonssamordnare Vård/);
});
