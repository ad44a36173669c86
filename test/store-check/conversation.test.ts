import { readMessage } from '../../src/bot/conversation/commands';
import { listedCommands } from '../../src/domain/language/written-commands';
import { type Language, languageCodes } from '../../src/domain/languages';
import { inLanguage } from '../../src/text/index';
import { textsOf } from '../../testing/cards/card';
import { type AppPackage, commandsIn, unpackedPackage } from '../../testing/manifest/app-package';
import { type City, startCity } from '../../testing/scenes/city';
import { seenOn, sv, titlesOn } from '../../testing/scenes/everyday';
import type { Person } from '../../testing/teams/person';

const greetings = ['hi', 'hello', 'help', 'hej', 'hjälp'];
const anyCase = greetings.flatMap((word) => [
  word,
  word.toUpperCase(),
  `${word[0]?.toUpperCase()}${word.slice(1)}`,
  `${word}!`,
]);

const CODE = '<script>alert(1)</script> ${x} {{y}}';

describe('Store validation of the conversation', () => {
  let city: City;
  let app: AppPackage;
  const people = {} as Record<Language, Person>;
  beforeAll(async () => {
    app = await unpackedPackage();
    city = await startCity();
    await city.arrives('leader');
    people.sv = await city.arrives('employee');
    people.en = await city.arrives('colleague', 'en-US');
  });
  afterAll(() => city.stop({ typed: [CODE] }));

  it.each(anyCase)('Greetings and help: “%s” is answered with what the bot can do', async (words) => {
    for (const language of languageCodes) {
      const answer = await people[language].says(words);
      expect(answer.replies).toHaveLength(1);
      expect(seenOn(answer)).toContain(inLanguage(language)('help.heading'));
    }
  });

  it.each([
    ['letters', 'qwrtzx'],
    ['one letter', 'x'],
    ['digits', '12345'],
    ['signs', '???'],
    ['a command with a slash', '/start'],
    ['code', CODE],
    ['another language', 'مرحبا بالعالم'],
    ['much', 'Mycket text. '.repeat(300)],
    ['a number for an idea that there is none of', 'status K7M4QX'],
  ])('Invalid input: %s gets one reply that says what to do', async (_what, words) => {
    for (const language of languageCodes) {
      const answer = await people[language].says(words);
      expect(answer.status).toBe(200);
      expect(answer.replies).toHaveLength(1);
      expect((answer.message ?? '').length > 20 || titlesOn(answer).length > 0).toBe(true);
    }
  });

  it.each(['image/png', 'audio/mp4', 'application/pdf'])(
    'Invalid input: %s gets one reply that says what to do',
    async (contentType) => {
      const answer = await people.sv.sends([{ contentType, contentUrl: 'https://kommunen.example/1' }]);
      expect(answer.replies).toHaveLength(1);
      expect(answer.message).toMatch(/[Ss]kriv|[Bb]eskriv/);
    },
  );

  it('Invalid input: a button that the bot does not know gets one that says what to do', async () => {
    const { message } = await people.sv.presses({ verb: 'launchRocket', data: { verb: 'launchRocket' } });
    expect(message).toBe(sv('reply.unknownButton'));
  });

  it.each(languageCodes)(
    'Commands, %s: all of the manifest’s are answered, each with what it promises',
    async (language) => {
      const person = people[language];
      const answers = new Map<string, string>();
      for (const title of commandsIn(app.languages[language])) {
        const { status, replies } = await person.says(title);
        // Teams' own question whether the person wants a file is a message by itself.
        const expected = readMessage(title).command === 'myData' ? 2 : 1;
        expect({ title, status, replies: replies.length }).toEqual({ title, status: 200, replies: expected });
        const [reply] = replies;
        answers.set(title, reply?.summary ?? reply?.text ?? '');
      }
      expect([...answers.values()]).not.toContain('');
      expect(new Set(answers.values()).size).toBe(answers.size);
      const asIfText = [...answers.keys()].map((text) => inLanguage(language)('quote.summary', { text }));
      expect([...answers.values()].filter((answer) => asIfText.includes(answer))).toEqual([]);
    },
  );

  it.each(languageCodes)('Commands, %s: help shows the same as the manifest lists', async (language) => {
    const answer = await people[language].says(listedCommands.help.words[language][0]);
    // Help shows "status K7M4QX" as one writes it, which is the idea itself.
    const meant = (text: string) => readMessage(text).command.replace('open', 'status');
    const shown = new Set(textsOf(answer.card, { hidden: true }).map(meant));
    const listed = commandsIn(app.languages[language]).map((title) => readMessage(title).command);
    // Help itself is where they stand.
    for (const command of listed.filter((one) => one !== 'help')) expect([...shown]).toContain(command);
    for (const command of shown) if (command !== 'text') expect(listed).toContain(command);
  });
});
