import { type IdeaCardProps, ideaCard } from '../../../../src/cards/idea-card';
import { inputsOf, textsOf } from '../../../../testing/cards/card';
import { contextFor } from '../../../../testing/samples/card-context';
import {
  concern,
  exploreWith,
  given,
  joins,
  leader,
  stranger,
  submit,
  submitter,
  thank,
} from '../../../../testing/samples/idea/story';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';
import { readers, viewOf } from '../../../../testing/samples/person/readers';

const text = (view: IdeaCardProps) => textsOf(ideaCard(contextFor(), view).card).join('\n');

describe('the facts of an idea', () => {
  const story = given(
    [submitter, submit({}, { workplace: 'APT Grupp Söder' })],
    ...joins(),
    [leader, concern('SBK', 'MIL')],
    [stranger, thank],
    [leader, exploreWith('pDRIVER')],
  );
  const shown = text(viewOf(story, readers.stranger));

  test.each([
    ['who has been asked to drive it', /Leder arbetet\nUtvecklare Vård \(har inte svarat än\)/],
    ['who had it together', /Inskickad av\nMedarbetare Hemtjänst\nTillsammans med\nMedarbetare Hemtjänst Norr/],
    ['the workplace meeting that it comes from', /Arbetsplatsträff\nAPT Grupp Söder/],
    ['the departments that it also concerns', /Berör också\nSamhällsbyggnad\nMiljö/],
    ['how many have thanked', /Tack\n1\n/],
  ])('tell %s', (_, words) => expect(shown).toMatch(words));

  test('tell neither unit nor workplace where the submitter’s name is shown to nobody, as of somebody protected', () => {
    const view = viewOf(story, readers.leader);
    const names = new Map([...view.names].filter(([ref]) => ref !== view.idea.submitter));
    const placed = { ...view, idea: { ...view.idea, unit: 'HTN' } };
    expect(text(placed)).toMatch(/Hemtjänst Norr\n/);
    expect(text({ ...placed, names })).not.toMatch(/Enhet\n|APT Grupp Söder/);
  });

  test('name no submitter, alone or together, to those who may not know', () => {
    const secret = given([submitter, submit({ confidential: true })], ...joins());
    const card = JSON.stringify(ideaCard(contextFor(), viewOf(secret, readers.stranger)));
    expect(card).not.toContain('Medarbetare Hemtjänst');
    expect(card).not.toContain('Tillsammans med');
    const all = textsOf(ideaCard(contextFor(), viewOf(secret, readers.leader)).card, { hidden: true }).join('\n');
    expect(all).toMatch(/Tillsammans med\nMedarbetare Hemtjänst Norr/);
  });
});

describe('the goals that an idea serves', () => {
  const goals = (...codes: string[]) => {
    const story = given([submitter, submit()], [leader, exploreWith('pLEADER')]);
    return text(viewOf({ ...story, idea: { ...story.idea, goals: codes } }, readers.stranger));
  };

  test('are one line of its facts', () => {
    expect(goals('klimat', 'skola')).toMatch(/Mål\nKlimatneutral kommun 2035\nAlla elever klarar skolan\n/);
  });

  test('are left out where the municipality has them no more', () => {
    expect(goals('gammalt', 'skola')).toMatch(/Mål\nAlla elever klarar skolan\n/);
    expect(goals('gammalt')).not.toContain('Mål\n');
  });
});

describe('choosing goals', () => {
  const isAsked = (view: IdeaCardProps, organisation = exampleOrganisation()) =>
    inputsOf(ideaCard(contextFor('sv', organisation), view).card).some(({ id }) => id === 'goals');
  const story = given([submitter, submit()]);

  test('is for whoever takes the idea on, never for the one who sent it, and nothing where there are none', () => {
    expect(isAsked(viewOf(story, readers.leader))).toBe(true);
    expect(isAsked(viewOf(story, readers.submitter))).toBe(false);
    expect(isAsked(viewOf(story, readers.leader), { ...exampleOrganisation(), goals: [] })).toBe(false);
    expect(text(viewOf(story, readers.leader))).toContain('Välj mål');
  });
});

test('pictures stand with the words, each with what it is', () => {
  const story = given([submitter, submit()]);
  const pictures = ['https://pictures.example/one.jpg', 'https://pictures.example/two.jpg'];
  const card = ideaCard(contextFor(), { ...viewOf(story, readers.stranger), pictures }).card;
  expect(JSON.stringify(card)).toMatch(/"url":"https:\/\/pictures\.example\/one\.jpg","altText":"Bild 1 till idén"/);
  expect(JSON.stringify(ideaCard(contextFor(), viewOf(story, readers.stranger)).card)).not.toMatch(/"Image"/);
});
