import type { PanelName } from '../../../../src/cards/idea/actions/tables';
import type { Reader } from '../../../../src/cards/idea/reading';
import { type IdeaCardProps, ideaCard } from '../../../../src/cards/idea-card';
import { button, buttonsBelow, choicesOf, inputsOf, textsOf } from '../../../../testing/cards/card';
import { filledIn } from '../../../../testing/cards/form';
import { contextFor } from '../../../../testing/samples/card-context';
import {
  comment,
  given,
  type StandingName,
  standings,
  submitted,
  submitter,
} from '../../../../testing/samples/idea/story';
import { readers as people, viewOf } from '../../../../testing/samples/person/readers';

const context = contextFor();
/** Another leader than the one who drives the idea. */
const otherLeader: Reader = { ref: 'pOTHERLEADER', roles: new Set(['reader', 'decider'] as const) };
const readers = { ...people, otherLeader };
const draw = (view: IdeaCardProps) => ideaCard(context, view).card;
const titles = (view: IdeaCardProps) => buttonsBelow(draw(view)).map(({ title }) => title);
const text = (view: IdeaCardProps) => textsOf(draw(view)).join('\n');
const colleagues = [
  { title: 'Jag', value: 'me' },
  { title: 'Den som skickade in idén', value: 'submitter' },
];
const inPanel = (
  standing: StandingName,
  reader: Reader,
  panel: PanelName,
  more: Partial<IdeaCardProps> = {},
): IdeaCardProps => ({
  ...viewOf(given(...standings[standing]), reader),
  panel,
  colleagues,
  ...more,
});
const codesIn = (view: IdeaCardProps, id: string) => {
  const field = inputsOf(draw(view)).find((input) => input.id === id);
  return choicesOf(field ?? {}).map(({ value }) => value);
};

describe('a panel', () => {
  const leaders = viewOf(given(submitted), readers.leader);
  const ids = (view: IdeaCardProps) => inputsOf(draw(view)).map(({ id }) => id);

  test.each([
    ['ask', 'submitted', 'leader', ['question'], 'Skicka frågan'],
    ['answer', 'asked', 'submitter', ['answer'], 'Skicka svaret'],
    ['comment', 'submitted', 'stranger', ['comment'], 'Skicka'],
    ['nameDriver', 'exploring', 'leader', ['person', 'personEmail'], 'Välj vem som leder arbetet'],
    ['doNow', 'submitted', 'leader', ['person', 'personEmail', 'until'], 'Gör direkt'],
    ['passOn', 'submitted', 'leader', ['department', 'reason'], 'Skicka vidare'],
    ['merge', 'submitted', 'leader', ['into', 'reason'], 'Slå ihop'],
    ['close', 'submitted', 'leader', ['opening', 'reason', 'channel', 'hide', 'tryAgain', 'tryAgainOn'], 'Avsluta'],
    ['close', 'piloting', 'leader', ['tried', 'lesson', 'tryAgain', 'tryAgainOn'], 'Avsluta'],
    ['close', 'inUse', 'leader', ['reason', 'tryAgain', 'tryAgainOn'], 'Avsluta'],
    ['concern', 'submitted', 'leader', ['departments'], 'Berör också'],
    ['coSubmitter', 'submitted', 'submitter', ['person', 'personEmail'], 'Lägg till en kollega'],
    ['hide', 'submitted', 'leader', [], 'Dölj texten'],
    ['report', 'submitted', 'stranger', ['reason'], 'Säg till'],
    ['done', 'exploring', 'driver', ['done'], 'Vi använder den redan'],
    ['done', 'doing', 'doer', ['done'], 'Det är gjort'],
    ['decline', 'doingAsked', 'doer', ['reason'], 'Jag kan inte'],
    ['decline', 'drivingAsked', 'asDriver', ['reason'], 'Helst någon annan'],
    ['decline', 'scalingAsked', 'owner', ['reason'], 'Helst någon annan'],
    ['sendBack', 'planSubmitted', 'otherLeader', ['reason'], 'Skicka tillbaka'],
    ['grant', 'askedForMoney', 'funder', ['amount', 'reason', 'diary'], 'Bevilja en del'],
    ['declineMoney', 'askedForMoney', 'funder', ['reason', 'diary', 'obstacleKind', 'obstacleLine'], 'Bevilja inte'],
    [
      'noteDecision',
      'askedForMoney',
      'moneyNoter',
      ['decision', 'amount', 'taker', 'on', 'reason', 'diary'],
      'Skriv in beslutet',
    ],
    ['extend', 'piloting', 'driver', ['until', 'reason'], 'Förläng testet'],
    ['useHere', 'tested', 'leader', ['done'], 'Bara hos oss'],
    ['scale', 'tested', 'leader', ['person', 'personEmail', 'departments'], 'Låt fler införa den'],
    ['nameOwner', 'scaling', 'leader', ['person', 'personEmail'], 'Välj vem som ansvarar'],
    ['invite', 'scaling', 'owner', ['departments'], 'Fråga fler'],
    ['backToTest', 'scaling', 'leader', ['until', 'reason'], 'Tillbaka till test'],
    ['spread', 'scaling', 'owner', ['done'], 'Den används nu'],
    ['adopt', 'scaling', 'adopter', ['start', 'contact'], 'Vi inför den'],
    ['tryFirst', 'scaling', 'adopter', ['start', 'contact'], 'Vi testar först'],
    ['notNow', 'scaling', 'adopter', ['reason', 'obstacleKind', 'obstacleLine'], 'Inte nu'],
    ['followUp', 'spread', 'owner', ['use', 'effects', 'went'], 'Berätta hur det gått'],
    ['reopen', 'closed', 'leader', ['reason'], 'Öppna igen'],
    ['withdraw', 'submitted', 'submitter', ['hide'], 'Dra tillbaka'],
    ['thank', 'submitted', 'stranger', ['thanks'], 'Tacka'],
    ['ask', 'askedForMoney', 'funder', ['question'], 'Skicka frågan'],
  ] as const)('%s of an idea that is %s asks the %s for what it needs', (panel, standing, reader, fields, send) => {
    const view = inPanel(standing, readers[reader], panel, { asDepartment: 'SBK' });
    expect(ids(view)).toEqual(fields);
    expect(titles(view)).toEqual([send, 'Tillbaka']);
    expect(button(draw(view), 'Tillbaka')).toMatchObject({ verb: 'panel', associatedInputs: 'none' });
  });

  test('that is not open to the reader is the card itself', () => {
    const theirs = viewOf(given(submitted), readers.stranger);
    expect(titles({ ...theirs, panel: 'close' })).toEqual(titles(theirs));
    expect(inputsOf(draw({ ...theirs, panel: 'close' }))).toEqual([]);
  });

  test('quotes the question that it asks an answer to', () => {
    expect(text(inPanel('asked', readers.submitter, 'answer'))).toMatch(
      /Fråga från Innovationsledare Vård\nHur många väntar\?/,
    );
  });

  test('quotes the comment that it answers, but not one’s own', () => {
    const talked = viewOf(given(submitted, [submitter, comment('Får vi vara med?')]), readers.leader);
    expect(text({ ...talked, panel: 'comment' })).toMatch(/Medarbetare Hemtjänst skrev\nFår vi vara med\?/);
    expect(text({ ...talked, reader: readers.submitter, panel: 'comment' })).not.toMatch(/Får vi vara med\?/);
  });

  test('keeps what was typed when it was refused, and says why', () => {
    const view: IdeaCardProps = {
      ...leaders,
      panel: 'close',
      fault: { code: 'wordsMissing', field: 'reason' },
      kept: { tryAgain: 'När bilarna tar slut.', channel: 'felanmalan', tryAgainOn: '2027-09-01' },
    };
    expect(text(view)).toMatch(/Det saknas text under ”Varför går vi inte vidare\?”/);
    expect(inputsOf(draw(view)).map(({ value }) => value)).toEqual([
      '',
      '',
      'felanmalan',
      'true',
      'När bilarna tar slut.',
      '2027-09-01',
    ]);
  });

  test('for a direct start proposes the reader and the usual time, to the next day that is open', () => {
    const [person, , until] = inputsOf(draw({ ...leaders, panel: 'doNow', colleagues }));
    expect(person).toMatchObject({ value: 'me', style: 'filtered' });
    expect(until).toMatchObject({ value: '2026-11-30', min: '2026-11-21', isRequired: true });
  });

  test('for naming somebody offers oneself where no colleague is known', () => {
    const [person] = inputsOf(draw(inPanel('exploring', readers.leader, 'nameDriver', { colleagues: [] })));
    expect(person).toMatchObject({ value: 'me', choices: [{ title: 'Jag själv', value: 'me' }] });
  });

  test('for passing on offers every department but the one that has the idea', () => {
    const codes = codesIn({ ...leaders, panel: 'passOn' }, 'department');
    expect(codes).toContain('SBK');
    expect(codes).not.toContain('VOO');
  });

  test('for inviting offers those that are not asked yet, several at once', () => {
    const view = inPanel('scaling', readers.owner, 'invite');
    const codes = codesIn(view, 'departments');
    expect(codes).toContain('MIL');
    for (const asked of ['VOO', 'SBK', 'UTB', 'KOF']) expect(codes).not.toContain(asked);
    expect(inputsOf(draw(view))[0]).toMatchObject({ isMultiSelect: true, isRequired: true });
  });

  test('for closing after a test begins with what the driver has told', () => {
    const [tried, lesson] = inputsOf(draw(inPanel('tested', readers.leader, 'close')));
    expect(tried).toMatchObject({ value: 'Tre cyklar lånas ut.', isRequired: true });
    expect(lesson).toMatchObject({ value: 'Cyklarna behöver dubbdäck på vintern.', isRequired: true });
  });

  test('for a longer test takes days after its last one', () => {
    const [until] = inputsOf(draw(inPanel('piloting', readers.driver, 'extend')));
    expect(until).toMatchObject({ min: '2027-03-01', max: '2027-11-21', value: '' });
  });

  test('for taking in answers for the department, from today', () => {
    const view = inPanel('scaling', readers.adopter, 'tryFirst', { asDepartment: 'SBK' });
    const card = draw(view);
    expect(text(view)).toMatch(/Samhällsbyggnad testar idén/);
    const send = button(card, 'Vi testar först');
    expect(send.data).toMatchObject({ do: 'adopt', status: 'testing', department: 'SBK' });
    expect(filledIn(card, send, { contact: 'Enhetschef Park' })).toEqual({
      start: '2026-11-21',
      contact: 'Enhetschef Park',
    });
  });

  test('that was refused while it was to be tested goes on testing', () => {
    const view = inPanel('scaling', readers.adopter, 'adopt', {
      asDepartment: 'SBK',
      fault: { code: 'badDate', field: 'start' },
      kept: { status: 'testing', start: '1826-11-21' },
    });
    expect(button(draw(view), 'Vi testar först').data).toMatchObject({ status: 'testing' });
  });

  test('to the owner says that it is a question', () => {
    const view = inPanel('scaling', readers.adopter, 'comment', { asDepartment: 'SBK' });
    expect(text(view)).toMatch(/Fråga den som ansvarar i vardagen\nDen som ansvarar för idén i vardagen får din fråga/);
  });

  test('of a part of the money says how much was asked for', () => {
    expect(text(inPanel('askedForMoney', readers.funder, 'grant'))).toMatch(/Det gäller 80\s000 kr/);
  });
});

describe('the diary number', () => {
  test('can be written beside the decision to grant all', () => {
    const card = draw(viewOf(given(...standings.askedForMoney), readers.funder));
    const grant = button(card, 'Bevilja allt');
    expect(grant.data).toMatchObject({ do: 'grant' });
    expect(filledIn(card, grant, { diary: 'VOO 2026-0412' })).toEqual({ diary: 'VOO 2026-0412' });
  });

  test('is asked of nobody else', () => {
    for (const reader of [readers.leader, readers.driver, readers.stranger]) {
      expect(inputsOf(draw(viewOf(given(...standings.askedForMoney), reader)))).toEqual([]);
    }
  });
});

test('the steps that change nothing send no inputs', () => {
  const card = draw(viewOf(given(...standings.askedForMoney), readers.funder));
  for (const title of ['Fråga först', 'Bevilja inte', 'Fler val']) {
    expect(button(card, title).associatedInputs).toBe('none');
  }
});
