import { type IdeaView, ideaCard } from '../../src/cards/idea-card';
import { given, standings, submitted } from '../domain/story';
import { button, buttonsOf, choicesOf, inputsOf, textsOf } from '../support/card';
import { kitFor } from '../support/kit';
import { readers, viewOf } from '../support/sample-readers';

const kit = kitFor();
const draw = (view: IdeaView) => ideaCard(kit, view).card;
const titles = (view: IdeaView) => buttonsOf(draw(view)).map(({ title }) => title);
const text = (view: IdeaView) => textsOf(draw(view)).join('\n');
const colleagues = [{ title: 'Jag', value: 'jag@soderhamra.example' }];

describe('a panel', () => {
  const leaders = viewOf(given(submitted), readers.leader);
  const ids = (view: IdeaView) => inputsOf(draw(view)).map(({ id }) => id);

  test.each([
    ['ask', 'submitted', 'leader', ['question'], 'Skicka frågan'],
    ['answer', 'asked', 'submitter', ['answer'], 'Skicka svaret'],
    ['doNow', 'submitted', 'leader', ['doer', 'doerEmail', 'until'], 'Gör direkt'],
    ['passOn', 'submitted', 'leader', ['department', 'reason'], 'Skicka vidare'],
    ['close', 'submitted', 'leader', ['reason', 'tryAgain', 'channel'], 'Avsluta'],
    ['hide', 'submitted', 'leader', [], 'Dölj texten'],
    ['done', 'exploring', 'driver', ['done'], 'Det används nu'],
    ['done', 'doing', 'doer', ['done'], 'Det är gjort'],
    ['decline', 'doingAsked', 'doer', ['reason'], 'Jag kan inte'],
    ['withdraw', 'submitted', 'submitter', [], 'Dra tillbaka'],
  ] as const)('%s of an idea that is %s asks the %s for what it needs', (panel, standing, reader, fields, send) => {
    const view = { ...viewOf(given(...standings[standing]), readers[reader]), panel, colleagues };
    expect(ids(view)).toEqual(fields);
    expect(titles(view)).toEqual([send, 'Tillbaka']);
    expect(button(draw(view), 'Tillbaka')).toMatchObject({ verb: 'panel', associatedInputs: 'none' });
  });

  test('that is not open to the reader is the card itself', () => {
    expect(draw({ ...viewOf(given(submitted), readers.stranger), panel: 'close' })).toEqual(
      draw(viewOf(given(submitted), readers.stranger)),
    );
  });

  test('quotes the question that it asks an answer to', () => {
    expect(text({ ...viewOf(given(...standings.asked), readers.submitter), panel: 'answer' })).toMatch(
      /Fråga från Innovationsledare Vård\nHur många väntar\?/,
    );
  });

  test('keeps what was typed when it was refused, and says why', () => {
    const view: IdeaView = {
      ...leaders,
      panel: 'close',
      fault: { code: 'wordsMissing', field: 'reason' },
      kept: { tryAgain: 'När bilarna tar slut.', channel: 'felanmalan' },
    };
    expect(text(view)).toMatch(/Det saknas text under ”Varför går vi inte vidare\?”/);
    expect(inputsOf(draw(view)).map(({ value }) => value)).toEqual(['', 'När bilarna tar slut.', 'felanmalan']);
  });

  test('for a direct start proposes the reader and the usual time', () => {
    const [doer, , until] = inputsOf(draw({ ...leaders, panel: 'doNow', colleagues }));
    expect(doer).toMatchObject({ value: 'jag@soderhamra.example', style: 'filtered' });
    expect(until).toMatchObject({ value: '2026-11-28', min: '2026-11-21', isRequired: true });
  });

  test('for passing on offers every department but the one that has the idea', () => {
    const [department] = inputsOf(draw({ ...leaders, panel: 'passOn' }));
    const codes = choicesOf(department ?? {}).map(({ value }) => value);
    expect(codes).toContain('SBK');
    expect(codes).not.toContain('VOO');
  });
});
