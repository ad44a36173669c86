import { type IdeaCardProps, ideaCard } from '../../../src/cards/idea-card';
import { buttonsOf, textsOf } from '../../../testing/cards/card';
import { contextFor } from '../../../testing/samples/card-context';
import {
  acceptOwning,
  adopt,
  adopter,
  given,
  leader,
  notNow,
  owner,
  scale,
  spread,
  standings,
  stopUsing,
} from '../../../testing/samples/idea/story';
import { readers, viewOf } from '../../../testing/samples/person/readers';

const text = (view: IdeaCardProps) => textsOf(ideaCard(contextFor(), view).card).join('\n');

const allPresses = (card: unknown): string[] => buttonsOf(card).flatMap(({ title }) => title ?? []);

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

describe('an idea that very many departments use', () => {
  const codes = Array.from({ length: 120 }, (_, n) => `D${n}`);
  const asked = given(...standings.tested, [leader, scale(codes)], [owner, acceptOwning]);

  test('is told by how many, and by the first of them; all are a press away, page by page', () => {
    const shown = ideaCard(contextFor(), viewOf(asked, readers.stranger)).card;
    expect(textsOf(shown).join('\n')).toContain(`Har inte svarat än 120\n${codes.slice(0, 8).join('\n')}\n112 till`);
    expect(allPresses(shown)).toContain('Visa alla');
    const page = (at: number) =>
      textsOf(ideaCard(contextFor(), { ...viewOf(asked, readers.stranger), panel: 'adopters', page: at }).card);
    const seen = [0, 1, 2].flatMap(page);
    for (const code of codes) expect(seen).toContain(code);
    expect(page(0)).not.toContain('D40');
  });

  test('stays within what Teams takes, whatever they have written', () => {
    const adoptions = Object.fromEntries(
      codes.map(
        (code) => [code, { status: 'notNow', reason: 'Vi har redan en lösning som fungerar. '.repeat(40) }] as const,
      ),
    );
    const view = viewOf(asked, readers.stranger);
    for (const more of [{}, { panel: 'adopters', page: 1 } as const]) {
      const { card } = ideaCard(contextFor(), { ...view, idea: { ...view.idea, adoptions }, ...more });
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(26 * 1024);
    }
  });

  test('is asked about in one line', () => {
    const event = asked.events.find(({ type }) => type === 'scaled');
    const view = { ...viewOf(asked, readers.leader), ...(event && { happened: { event, as: 'actor' as const } }) };
    expect(text(view)).toContain('Frågan om att införa den har gått till D0, D1, D2, D3 och 116 till.');
  });
});
