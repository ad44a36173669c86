import { type IdeaCardProps, ideaCard } from '../../../src/cards/idea-card';
import { inputsOf, textsOf } from '../../../testing/cards/card';
import { contextFor } from '../../../testing/samples/card-context';
import {
  addCoSubmitter,
  answer,
  ask,
  driver,
  funder,
  given,
  leader,
  on,
  proposeMerge,
  report,
  type Step,
  scale,
  standings,
  stranger,
  submit,
  submitter,
} from '../../../testing/samples/idea/story';
import { readers, toldTo, viewOf } from '../../../testing/samples/person/readers';

// What a card that asks something of its reader shows at once, and what a press unfolds.
const context = contextFor();
const seen = (view: IdeaCardProps) => textsOf(ideaCard(context, view).card).join('\n').replaceAll('\u00a0', ' ');
const all = (view: IdeaCardProps) => textsOf(ideaCard(context, view).card, { hidden: true }).join('\n');
const times = (text: string, part: string) => text.split(part).length - 1;

const full: Step[] = [[submitter, submit({}, { solution: 'Köp tre elcyklar.', evidence: 'Vi räknade i två veckor.' })]];
const reported: Step[] = [[stranger, report('Det står ett namn i texten.')]];

describe('a text that somebody has reported', () => {
  test('takes nothing from the card of whoever decides on the money, the plan or an invitation', () => {
    const view = viewOf(given(...standings.askedForMoney, ...reported), readers.funder);
    expect(seen(view)).toMatch(/besluta om 80 000 kr[\s\S]*80 000 kr[\s\S]*Till vad\nTre cyklar lånas ut\./);
    const invited = viewOf(given(...standings.tested, [leader, scale()], ...reported), readers.adopter);
    expect(seen({ ...invited, asDepartment: 'SBK' })).toMatch(
      /Din tur\nVill Samhällsbyggnad införa idén\?[\s\S]*Det blev/,
    );
  });

  test('is read whole by those who judge it, with why it was reported, also when they open it later', () => {
    const story = given(...full, ...reported);
    const opened = seen(viewOf(story, readers.leader));
    for (const text of ['Läs texten. Kan den stå kvar?', 'Det står ett namn i texten.', 'Vi räknade i två veckor.']) {
      expect(opened).toContain(text);
      expect(seen(toldTo(story, readers.leader, 'deciders'))).toContain(text);
    }
    expect(opened).not.toContain('välj vad som ska hända');
  });
});

describe('an answer', () => {
  const asked: Step[] = [
    [leader, ask('Hur många väntar?')],
    [submitter, answer('Sex personer.')],
  ];
  const story = given(...standings.submitted, ...asked);

  test('comes to whoever asked without the idea that they have read', () => {
    const shown = seen(toldTo(story, readers.leader, 'deciders'));
    expect(shown).toMatch(/Du frågade: Hur många väntar\?[\s\S]*Sex personer\.[\s\S]*Din tur: välj vad som ska hända/);
    expect(shown).not.toContain('Personalen får vänta');
  });

  test('comes to another leader with the problem: they have not read it', () => {
    const shown = seen(toldTo(story, readers.otherLeader, 'deciders'));
    expect(shown).toMatch(/Sex personer\.[\s\S]*Personalen får vänta/);
  });

  test('about money leaves the number of the decision on the card, folded away', () => {
    const answered = given(
      ...standings.askedForMoney,
      [funder, ask('Räcker två cyklar?'), on('2026-11-20')],
      [driver, answer('Ja.')],
    );
    const { card } = ideaCard(context, toldTo(answered, readers.funder, 'funder'));
    expect(inputsOf(card).map(({ id }) => id)).toEqual(['diary']);
    expect(textsOf(card)).not.toContain('Diarienummer (om det finns)');
  });
});

describe('a question beside what the idea waits for is one screen also when it is opened', () => {
  test('an invitation says once what was learned, and until when the answer is waited for', () => {
    const story = given(...standings.tested, [leader, scale(), on('2026-12-01')]);
    const opened = { ...viewOf(story, readers.adopter), asDepartment: 'SBK' };
    expect(seen(opened)).toMatch(/Vill Samhällsbyggnad införa idén\?\nsvar senast \d+ \p{L}+\nPersonalen/u);
    expect(times(all(opened), story.idea.answers.learned ?? '-')).toBe(1);
  });

  test('so does the question whether an idea is also theirs', () => {
    const story = given(...full, [submitter, addCoSubmitter()]);
    const invitee = { ref: 'pFRIEND', roles: new Set(['reader', 'invitee'] as const) };
    const opened = viewOf(story, invitee);
    expect(seen(opened)).toMatch(/Din tur: är idén din också\?[\s\S]*Köp tre elcyklar/);
    expect(seen(opened)).not.toContain('Det här har hänt');
    expect(seen(toldTo(story, invitee, 'added'))).toContain('Det går bra att säga nej.');
  });
});

describe('whoever says whether two ideas are the same', () => {
  const words = (problem: string) => ({ title: 'Lånecyklar', problem });
  const long = 'Bilarna är slut varje morgon när vi ska ut till de äldre. '.repeat(6).trim();
  const other = given(...standings.submitted).idea;
  const answerer = { ref: 'pADOPTER', roles: new Set(['reader', 'answerer', 'decider'] as const) };
  const merging = (roles = answerer, mine = given(...standings.submitted, [leader, proposeMerge('K7M4QY')])) => ({
    ...viewOf(mine, roles),
    mergeInto: { ...viewOf({ idea: other, events: [] }, roles), idea: { ...other, id: 'K7M4QY', words: words(long) } },
  });

  test('reads both whole where they unfold the card', () => {
    expect(seen(merging())).not.toContain(long);
    expect(all(merging())).toContain(long);
  });

  test('is asked that, before what else they are to do with the idea', () => {
    const shown = seen(merging());
    expect(shown).toContain('Din tur: handlar de om samma sak?');
    expect(shown).not.toContain('välj vad som ska hända');
    expect(times(shown, 'Personalen får vänta')).toBe(1);
  });

  test('is told why words are out of sight', () => {
    const story = given(...standings.submitted, [leader, proposeMerge('K7M4QY')]);
    const hidden = { ...story, idea: { ...story.idea, hidden: true } };
    const reader = { ref: 'pADOPTER', roles: new Set(['reader', 'answerer'] as const) };
    expect(seen({ ...merging(reader as typeof answerer, hidden) })).toContain(context.t('idea.hidden'));
  });
});
