import { type IdeaCardProps, ideaCard } from '../../../src/cards/idea-card';
import { buttonsOf, nodesOf, textsOf } from '../../../testing/cards/card';
import { contextFor } from '../../../testing/samples/card-context';
import {
  answer,
  ask,
  close,
  driver,
  explore,
  given,
  hide,
  leader,
  reportDone,
  standings,
  submit,
  submitted,
  submitter,
} from '../../../testing/samples/idea/story';
import { readers, viewOf } from '../../../testing/samples/person/readers';

const draw = (view: IdeaCardProps) => ideaCard(contextFor(), view).card;
const titles = (view: IdeaCardProps) => buttonsOf(draw(view)).map(({ title }) => title);
const text = (view: IdeaCardProps) => textsOf(draw(view)).join('\n');

describe('whom it waits for', () => {
  test('is "Din tur" with what to do and until when to that person', () => {
    expect(text(viewOf(given(submitted), readers.leader))).toMatch(
      /Din tur: välj vad som ska hända\nVäntat sedan 16 november · svar senast 30 november/,
    );
  });

  test('is told to everybody else by role', () => {
    expect(text(viewOf(given(submitted), readers.submitter))).toMatch(
      /Väntar på innovationsledarna för Vård och omsorg/,
    );
    expect(text(viewOf(given([submitter, submit({ tier: 'office' })]), readers.stranger))).toMatch(
      /Väntar på Innovationskontoret/,
    );
  });

  test('says so when the answer is late', () => {
    const view = viewOf(given(submitted), readers.stranger);
    const late = ideaCard({ ...contextFor(), today: '2026-12-24' }, view).card;
    expect(textsOf(late).join('\n')).toMatch(/svaret skulle ha kommit 30 november/);
  });

  test('is left out once it has ended', () => {
    expect(text(viewOf(given(...standings.closed), readers.leader))).not.toMatch(/Väntar på|Din tur/);
  });
});

describe('names', () => {
  const secret = given([submitter, submit({ confidential: true })]);

  test('of a submitter who asked for it are for the innovation leader only', () => {
    expect(JSON.stringify(ideaCard(contextFor(), viewOf(secret, readers.stranger)))).not.toContain(
      'Medarbetare Hemtjänst',
    );
    expect(text(viewOf(secret, readers.stranger))).toMatch(/Inskickad av\nVisas bara för dem som beslutar/);
    expect(text(viewOf(secret, readers.leader))).toMatch(/Medarbetare Hemtjänst \(visas inte för andra\)/);
  });

  test('of people who are not known are roles, also at the beginning of a sentence', () => {
    const view = { ...viewOf(given(...standings.exploring), readers.stranger), names: new Map() };
    expect(text(view)).toMatch(/Innovationsledaren utforskar idén/);
    expect(text(view)).toMatch(/Väntar på innovationsledaren/);
  });
});

describe('hidden words', () => {
  const story = given(
    [submitter, submit({}, { title: 'HEMLIG', problem: 'HEMLIGT', solution: 'HEMLIGT' })],
    [leader, ask()],
    [submitter, answer('HEMLIGT')],
    [leader, hide],
  );

  test('are out of sight, and a line says so', () => {
    for (const reader of [readers.stranger, readers.leader]) {
      for (const panel of [undefined, 'history'] as const) {
        expect(JSON.stringify(ideaCard(contextFor(), { ...viewOf(story, reader), panel }))).not.toContain('HEMLIG');
      }
    }
    expect(text(viewOf(story, readers.stranger))).toMatch(/Dold text[\s\S]*Innovationsledaren har dolt texten/);
  });

  test('are still seen by the one who wrote them', () => {
    expect(text(viewOf(story, readers.submitter))).toMatch(/HEMLIG[\s\S]*Andra ser inte det du skrev/);
  });
});

describe('an ending', () => {
  test('is told to whoever opens the idea', () => {
    const story = given(submitted, [leader, close({ reason: 'Det finns bilar.', tryAgain: 'Om de tar slut.' })]);
    expect(text(viewOf(story, readers.stranger))).toMatch(
      /Därför går vi inte vidare\nDet finns bilar.\nDet här skulle få oss att försöka igen\nOm de tar slut./,
    );
  });

  test('elsewhere has a link that says it leaves Teams', () => {
    const story = given(submitted, [leader, close({}, 'felanmalan')]);
    const links = buttonsOf(draw(viewOf(story, readers.submitter))).filter(({ type }) => type === 'Action.OpenUrl');
    expect(links).toMatchObject([{ title: 'Felanmälan (lämnar Teams)', url: 'https://felanmalan.soderhamra.example' }]);
  });

  test('in use says what was done', () => {
    const story = given(submitted, [leader, explore], [driver, reportDone('Tio cyklar.')]);
    expect(text(viewOf(story, readers.stranger))).toMatch(/Det här är gjort\nTio cyklar./);
  });
});

describe('the receipt', () => {
  const view = viewOf(given(submitted), readers.submitter);

  test('thanks, and says the id, whom it waits for and until when an answer is promised', () => {
    const shown = text({ ...view, receipt: { officeInstead: false } });
    expect(shown).toMatch(/Tack! Din idé är inskickad./);
    expect(shown).toMatch(/Nu läser innovationsledarna för Vård och omsorg din idé. Du får svar senast 30 november/);
    expect(shown).toMatch(/Idé K7M4QX/);
  });

  test('says why the innovation office gets it', () => {
    expect(text({ ...view, receipt: { officeInstead: true } })).toMatch(
      /Ingen i Vård och omsorg kan nås här än.*Innovationskontoret/,
    );
  });

  test('offers the submitter their ideas', () => {
    expect(titles({ ...view, receipt: { officeInstead: false } })).toEqual(
      expect.arrayContaining(['Mina idéer', 'Ändra idén', 'Dra tillbaka']),
    );
  });
});

test('a refusal without a panel stands on top of the present state', () => {
  const shown = textsOf(draw({ ...viewOf(given(submitted), readers.stranger), fault: { code: 'notAllowed' } }));
  expect(shown[0]).toMatch(/^Det här kan bara den göra/);
});

describe('the link to it', () => {
  const link = 'https://idelotsen.kommunen.example/ideas/';
  const seen = (view: IdeaCardProps, drawnWith = contextFor()) =>
    [...nodesOf(ideaCard(drawnWith, view).card)].filter(({ text }) => String(text).includes('Länk till idén'));

  test('stands among its facts for everybody who reads the idea, as a link that every client lets people copy', () => {
    for (const reader of [readers.stranger, readers.submitter, readers.leader]) {
      const view = viewOf(given(submitted), reader);
      expect(seen(view)).toMatchObject([{ type: 'TextBlock', text: `[Länk till idén](${link}${view.idea.id})` }]);
    }
  });

  test('is none where others would find nothing, nor where the bot does not know its own address', () => {
    expect(seen(viewOf(given(submitted, [leader, hide]), readers.leader))).toEqual([]);
    const nowhere = { ...contextFor(), linkTo: () => undefined };
    expect(seen(viewOf(given(submitted), readers.leader), nowhere)).toEqual([]);
  });
});
