import { buttonsOf, inputsOf } from '../../../../testing/cards/card';
import { type City, startCity } from '../../../../testing/scenes/city';
import { en, idOn, seenOn, sv, titlesOn } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('what people write', () => {
  let city: City;
  let employee: Person;
  beforeAll(async () => {
    city = await startCity();
    await city.arrives('leader');
  });
  beforeEach(async () => {
    employee = await city.arrives('employee');
  });
  // A quoted text stands in its buttons too; the longest is far above what cards weigh else, and below what Teams takes.
  afterAll(() => city.stop({ maxBytes: 80_000 }));

  it.each(['hjälp', 'Hjälp', 'HELP', 'help', 'hej', 'Hej!', 'HI', 'hello', 'hjalp', 'hjälpp'])(
    '"%s" is answered with what can be done, as buttons',
    async (words) => {
      const answer = await employee.says(words);
      expect(seenOn(answer)).toContain(sv('help.heading'));
      expect(titlesOn(answer).length).toBeGreaterThanOrEqual(4);
    },
  );

  it('help shows where faults, incidents and whistleblowing belong', async () => {
    const { card } = await employee.says('hjälp');
    const links = buttonsOf(card).filter(({ type }) => type === 'Action.OpenUrl');
    const { otherChannels } = city.organisation();
    expect(links.map(({ title }) => title)).toEqual(
      otherChannels.map(({ name }) => expect.stringMatching(new RegExp(`^${name.sv}: .*lämnar Teams`))),
    );
    expect(links.map(({ title }) => title)).toContainEqual(expect.stringMatching(/^Visselblåsning/));
  });

  it('help’s buttons lead where they say', async () => {
    const help = await employee.says('hjälp');
    const on = employee.chat().at(-1)?.activityId ?? '';
    for (const title of titlesOn(help)) {
      const answer = await employee.presses(title, {}, { on });
      expect(answer.card ?? answer.message).toBeDefined();
    }
    expect(employee.chat().find(({ activityId }) => activityId === on)?.texts).toContain(sv('help.heading'));
  });

  it.each(['tack', 'Tack!', 'ok', 'Okej', 'thanks', 'tack så mycket', '👍', '🎉🎉', '❤️'])(
    '"%s" gets a short answer and no card',
    async (words) => {
      const answer = await employee.says(words);
      expect(answer.message).toBe(sv('reply.thanks'));
      expect(answer.card).toBeUndefined();
    },
  );

  it.each([
    ['a picture', 'image/png', 'reply.picture'],
    ['a pasted picture', 'image/*', 'reply.picture'],
    ['a voice message', 'audio/mp4', 'reply.voice'],
    ['a film', 'video/mp4', 'reply.voice'],
    ['a file', 'application/vnd.microsoft.teams.file.download.info', 'reply.file'],
  ] as const)('%s gets a line that says what to do', async (_what, contentType, reply) => {
    const answer = await employee.sends([{ contentType, name: 'bilaga' }]);
    expect(answer.message).toBe(sv(reply));
  });

  it('a picture with words is read as the words', async () => {
    const attachments = [{ contentType: 'image/png' }];
    const answer = await employee.delivers({ type: 'message', text: 'mina idéer', attachments });
    expect(seenOn(answer)).toContain(sv('mine.heading'));
  });

  it('an empty message gets a line that says so', async () => {
    expect((await employee.says('   ')).message).toBe(sv('reply.nothing'));
  });

  describe('that is no command', () => {
    const text = 'Vi borde ha cyklar. Bilarna räcker inte på morgonen.';

    it('is quoted back with three choices', async () => {
      const answer = await employee.says(text);
      expect(seenOn(answer)).toContain(text);
      expect(titlesOn(answer)).toEqual(['Skicka som idé', 'Ändra först', 'Nej']);
    });

    it('"Skicka som idé" sends it at once, with the first sentence as its name', async () => {
      await employee.says(text);
      const answer = await employee.presses('Skicka som idé');
      const { words } = (await city.app.ideas.load(idOn(answer)))?.idea ?? {};
      expect(words).toEqual({ title: 'Vi borde ha cyklar.', problem: text });
      expect(seenOn(answer)).toContain(sv('notice.submitted.actor'));
    });

    it('is one idea when "Skicka som idé" is pressed twice', async () => {
      await employee.says(text);
      const [one, other] = await Promise.all([employee.presses('Skicka som idé'), employee.presses('Skicka som idé')]);
      expect(idOn(one)).toBe(idOn(other));
    });

    it('"Ändra först" opens the form with the words in it', async () => {
      await employee.says(text);
      const { card } = await employee.presses('Ändra först');
      const values = Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]));
      expect(values).toMatchObject({ problem: text, title: 'Vi borde ha cyklar.' });
      idOn(await employee.presses('Skicka idén', { title: 'Cyklar' }));
    });

    it('"Nej" leaves it at that', async () => {
      await employee.says(text);
      const before = await city.ideaRows();
      expect((await employee.presses('Nej')).message).toBe(sv('reply.dismissed'));
      expect(await city.ideaRows()).toEqual(before);
    });

    it('asks somebody whose department is not known for it, on the same card', async () => {
      const colleague = city.person('colleague');
      await colleague.installs();
      const { card } = await colleague.says(text);
      expect(inputsOf(card).find(({ id }) => id === 'department')).toMatchObject({ isRequired: true });
      const sent = await colleague.presses('Skicka som idé', { department: 'MIL' });
      expect((await city.app.ideas.load(idOn(sent)))?.idea.department).toBe('MIL');
    });

    it('has what the form has: who will read it, another department, and the name kept from others', async () => {
      const answer = await employee.says(text);
      expect(seenOn(answer)).toContain(sv('form.open'));
      const sent = await employee.presses('Skicka som idé', { department: 'MIL', confidential: 'true' });
      expect((await city.app.ideas.load(idOn(sent)))?.idea).toMatchObject({ department: 'MIL', confidential: true });
    });

    it('says when it is longer than an idea may be, and that it stands in the chat', async () => {
      const answer = await employee.says('Å'.repeat(4001));
      expect(answer.message).toBe(sv('reply.tooLong', { limit: 4000 }));
      expect(seenOn(await employee.says('Å'.repeat(4000)))).toContain(sv('quote.heading'));
    });

    it('"idé:" and words after it open the form with them', async () => {
      const { card } = await employee.says('Idé: cyklar till hemtjänsten');
      const values = Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]));
      expect(values).toMatchObject({ title: 'Cyklar till hemtjänsten', problem: '' });
    });

    it('a sentence that only begins like a command is not one', async () => {
      for (const words of ['Idén är bra', 'Veckan har varit lång och tung', 'Hjälp oss att få fler cyklar']) {
        expect(seenOn(await employee.says(words))).toContain(sv('quote.heading'));
      }
    });

    it('is quoted in English to somebody whose Teams is', async () => {
      const colleague = await city.arrives('colleague', 'en-US');
      expect(seenOn(await colleague.says('We need bikes'))).toContain(en('quote.heading'));
    });
  });
});
