import { matters } from '../../../src/domain/language/matters';
import { createDoorFinder, mattersOf } from '../../../src/domain/organisation/doors';
import type { OtherChannel } from '../../../src/domain/organisation/organisation';
import { parseOrganisation } from '../../../src/domain/organisation/organisation-file';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';

const channel = (name: string, more: Partial<OtherChannel> = {}): OtherChannel => ({
  code: name.toLowerCase(),
  name: { sv: name, en: name },
  link: 'https://kanal.example',
  keywords: [],
  ...more,
});

describe('where something belongs', () => {
  const doorIn = createDoorFinder(exampleOrganisation().otherChannels);

  test.each([
    ['Skrivaren är trasig', 'felanmalan'],
    ['En brukare ramlade i morse', 'avvikelse'],
    ['Jag stack mig på en kanyl', 'avvikelse'],
    ['Min chef tar emot mutor', 'visselblasning'],
    ['Jag är sjuk idag', 'sjukanmalan'],
    ['En elev slog mig', 'hot-och-vald'],
    ['En anhörig hotade mig', 'hot-och-vald'],
    ['lex sarah', 'lex-sarah'],
    ['Jag är orolig för ett barn i klassen', 'orosanmalan'],
    ['En elev blir mobbad', 'krankande-behandling'],
    ['Jag har tappat jobbtelefonen', 'personuppgiftsincident'],
    ['Jag orkar inte mer', 'foretagshalsa'],
    ['En invånare har klagomål på snöröjningen', 'synpunkter'],
  ])('"%s" leads to %s', (text, code) => {
    expect(doorIn(text)).toMatchObject({ channel: { code }, proposed: false });
  });

  test.each([
    ['hon har slutat andas', 'danger'],
    ['a colleague is not breathing', 'danger'],
    ['min kollega svimmade', 'danger'],
    ['ring ambulans', 'danger'],
    ['brand!', 'danger'],
    ['rån i kassan', 'danger'],
    ['kassan är rånad', 'danger'],
    ['en kollega tafsar på mig', 'degrading'],
    ['sexual harassment', 'degrading'],
    ['brukaren blev fastspänd', 'misconduct'],
    ['någon har fått två doser insulin', 'incident'],
    ['ett barn säger att pappa slår', 'child'],
    ['upphandlingen är riggad', 'wrongdoing'],
    ['fel person fick journalen', 'breach'],
    ['vi behöver en ambulans nu', 'danger'],
    ['brukaren är inte kontaktbar', 'danger'],
    ['en elev har tagit tabletter', 'danger'],
    ['en man med pistol', 'danger'],
    ['ambulans!', 'danger'],
    ['jag har blivit bestulen', 'danger'],
    ['jag blev våldtagen', 'violence'],
    ['kollegan rör mig mot min vilja', 'violence'],
    ['någon har ringt och hotat skolan', 'threat'],
    ['en brukare har dött', 'incident'],
  ])('"%s" is of %s', (text, matter) => expect(doorIn(text)).toMatchObject({ matter, proposed: false }));

  // Each has a word of those above, or one that is nearly it.
  test.each([
    ...['brandövning varje termin', 'fler hjärtstartare', 'en bättre rutin för insulin', 'säkrare kassa'],
    ...[
      'kontantfri kassa mot rån',
      'rånskydd i kassan',
      'öva på att ringa 112',
      'lär eleverna hur man ringer ambulans',
    ],
    ...[
      'upphandling av mat från närområdet',
      'journaler på surfplatta',
      'insulinpennor med minne',
      'eldstad på skolgården',
    ],
    ...['två bröder från Syrien söker jobb', 'taket har rasat', 'det går inte varje vecka', 'systemet varnar inte'],
    ...[
      'dubbla doser kaffe till nattpersonalen',
      'band i skolan',
      'polis på besök i skolan',
      'en bättre rutin när en boende dör',
      'stolar i korridoren',
      'våra väskor är tunga',
      'fler poliser på stan',
      'vi har tagit fram tabeller',
      'brukarna har bundna tider för dusch',
      'fire drill each term',
    ],
  ])('"%s" is of none', (text) => expect(doorIn(text)).toBeUndefined());

  test.each(['larm vid rån i butiken', 'kampanj mot sexuella trakasserier', 'simskola så att färre drunknar'])(
    '"%s" is an idea about one',
    (text) => expect(doorIn(text)).toMatchObject({ proposed: true }),
  );

  test('every matter has a channel in the example, but what 112 is for', () => {
    const taken = exampleOrganisation().otherChannels.flatMap(mattersOf);
    expect(matters.filter((matter) => !taken.includes(matter))).toEqual(['danger']);
  });

  test('what ought to be done about it is told from what has happened', () => {
    expect(doorIn('Vi borde rapportera avvikelser enklare')).toMatchObject({ proposed: true });
    expect(doorIn('Vi borde ha fler cyklar')).toBeUndefined();
  });

  test('a long text is looked through for what is grave only', () => {
    const long = 'Vi har pratat om hur vi tar emot nya vikarier på avdelningen och vad de behöver veta. '.repeat(5);
    expect(doorIn(`${long} Lampan är trasig.`)).toBeUndefined();
    expect(doorIn(`${long} En elev slog mig.`)).toMatchObject({ matter: 'violence' });
  });
});

describe('the words of a channel', () => {
  const own = channel('Felanmälan', { keywords: ['vaktmästare', 'hål i gatan'] });

  test('in the file decide, in every form and spelling', () => {
    const doorIn = createDoorFinder([own]);
    for (const text of ['Var är vaktmästaren?', 'vaktmastarna', 'det är ett hål i gatan här']) {
      expect(doorIn(text)).toMatchObject({ channel: { name: { sv: 'Felanmälan' } } });
    }
    expect(doorIn('Skrivaren är trasig')).toBeUndefined();
  });

  test('are the usual ones for what it is for where the file has none', () => {
    expect(createDoorFinder([channel('Felanmälan')])('Skrivaren är trasig')?.channel).toBeDefined();
    const named = channel('Servicecenter', { matters: ['fault'] });
    expect(createDoorFinder([named])('Skrivaren är trasig')?.channel).toBe(named);
  });

  test('without a channel the matter is known all the same', () => {
    expect(createDoorFinder([])('Skrivaren är trasig')).toEqual({ matter: 'fault', grave: false, proposed: false });
  });

  test('are read from a file, and a matter that there is none of is a fault', () => {
    const file = (matter: string) => ({
      municipality: { name: 'Ort', innovationOffice: 'Kontoret' },
      departments: [],
      otherChannels: [{ name: 'Kanal', link: 'https://kanal.example', matters: [matter] }],
    });
    const faults = (matter: string) => JSON.stringify(parseOrganisation(file(matter)));
    expect(faults('weather')).toContain('otherChannels[0].matters[0]');
    expect(faults('fault')).not.toContain('otherChannels');
  });
});
