import { buttonsOf, inputsOf } from '../../../../testing/cards/card';
import { type City, startCity } from '../../../../testing/scenes/city';
import {
  cardAbout,
  en,
  idOn,
  pressesOn,
  seenOn,
  sendsIdea,
  sv,
  titlesOn,
  usualIdea,
} from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

const valuesOn = ({ card }: { card: unknown }) =>
  Object.fromEntries(inputsOf(card).map(({ id, value }) => [id, value]));
const linksOn = ({ card }: { card: unknown }) => buttonsOf(card).filter(({ type }) => type === 'Action.OpenUrl');

describe('what people write beside commands', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  beforeAll(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
  });
  beforeEach(async () => {
    employee = await city.arrives('employee');
  });
  afterAll(() => city.stop());

  describe('a question', () => {
    it('of how one’s idea is doing is answered with the idea, whom it waits for and until when', async () => {
      const id = await sendsIdea(employee);
      const answer = await employee.says('hur går det med min idé?');
      expect(seenOn(answer)).toContain(usualIdea.title);
      expect(seenOn(answer)).toMatch(/Väntar på .* svar senast \d/);
      expect(titlesOn(answer)).toEqual([expect.stringContaining(id), sv('button.mine'), sv('button.isIdea')]);
    });

    it('of somebody without an idea is answered too', async () => {
      const colleague = await city.arrives('colleague');
      expect(seenOn(await colleague.says('hur går det med min idé?'))).toContain(sv('ask.progress', { ideas: 0 }));
    });

    it('of who the leader is names them', async () => {
      const answer = await employee.says('vem är min inovationsledare?');
      expect(seenOn(answer)).toContain('Innovationsledare Vård');
    });

    it('of pay sends to the innovation office, with the question along', async () => {
      const answer = await employee.says('Får jag betalt?');
      expect(seenOn(answer)).toContain('Innovationskontoret kan svara');
      const [link] = linksOn(answer);
      expect(link?.title).toContain('Innovationskontoret');
      expect(decodeURIComponent(String(link?.url))).toContain('Får jag betalt?');
    });

    it('of what the municipality has decided is answered in its own words', async () => {
      const own = city.organisation().answers.time?.sv;
      expect(own).toBeDefined();
      expect(seenOn(await employee.says('Får jag göra det här på arbetstid?'))).toContain(own ?? '');
    });

    it('that names an idea and is no answer to it opens the idea, and is not offered as its answer again', async () => {
      const id = await sendsIdea(employee);
      await city.delivers();
      await pressesOn(leader, id, 'Ställ en fråga');
      await pressesOn(leader, id, 'Skicka frågan', { question: 'Hur många?' });
      await city.delivers();
      const offered = await employee.says(`jag tänkte på ${id}`);
      expect(seenOn(offered)).toContain('Hur många?');
      const opened = await employee.presses(sv('button.somethingElse'));
      expect(titlesOn(opened)).not.toContain(sv('button.somethingElse'));
      expect(seenOn(opened)).toContain(usualIdea.title);
    });

    it('is an idea all the same by the second button', async () => {
      const asked = await employee.says('Varför har vi inga elcyklar i hemtjänsten?');
      expect(titlesOn(asked)).toEqual([sv('button.leader'), sv('button.isIdea')]);
      const form = await employee.presses(sv('button.isIdea'));
      expect(valuesOn(form).problem).toBe('Varför har vi inga elcyklar i hemtjänsten?');
    });

    it('can be the answer that somebody waits for', async () => {
      const id = await sendsIdea(employee);
      await leader.says(id);
      await pressesOn(leader, id, 'Ställ en fråga');
      await pressesOn(leader, id, 'Skicka frågan', { question: 'Vem bestämmer hos er?' });
      await city.delivers();
      const asked = await employee.says('vem bestämmer?');
      expect(titlesOn(asked)).toContain(sv('button.isAnswer'));
      const offered = await employee.presses(sv('button.isAnswer'));
      await employee.presses(sv('quote.yes'));
      expect(seenOn(offered)).toContain('vem bestämmer?');
      expect((await city.app.ideas.load(id))?.idea.question).toBeUndefined();
    });

    it('with an idea’s id among the words opens the idea', async () => {
      const id = await sendsIdea(employee);
      await employee.says(`hur går det för ${id.toLowerCase()} tro?`);
      expect(cardAbout(employee, id)).toBeDefined();
    });

    it('with what only looks like an id is a question like any other', async () => {
      expect(seenOn(await employee.says('Var ligger rum 2B4C6D?'))).toContain(sv('ask.unanswered'));
    });
  });

  describe('"english" and "svenska"', () => {
    it('change the language, as if it had been chosen', async () => {
      const colleague = await city.arrives('colleague');
      expect((await colleague.says('english')).message).toBe(en('reply.language'));
      expect(seenOn(await colleague.says('help'))).toContain(en('help.heading'));
      expect((await colleague.says('svenska')).message).toBe(sv('reply.language'));
      expect(seenOn(await colleague.says('hjälp'))).toContain(sv('help.heading'));
    });
  });

  describe('"jag har en idé"', () => {
    it('opens the form', async () => {
      const form = await employee.says('jag har en idé');
      expect(seenOn(form)).toContain(sv('form.new'));
      expect(valuesOn(form).title ?? '').toBe('');
    });

    it('with what it is about opens it filled, each thing once', async () => {
      const form = await employee.says('Hej, jag har en idé om cykelställ vid skolan');
      expect(valuesOn(form)).toMatchObject({ title: 'Cykelställ vid skolan' });
      expect(valuesOn(form).problem ?? '').toBe('');
      expect(seenOn(form)).toContain(sv('form.new'));
    });

    it('that is a way to solve something shows that field', async () => {
      const form = await employee.says('idé: Vi borde ha elcyklar i hemtjänsten');
      expect(valuesOn(form)).toMatchObject({
        title: 'Ha elcyklar i hemtjänsten',
        solution: 'Vi borde ha elcyklar i hemtjänsten',
      });
      const sent = await employee.presses('Skicka idén', { problem: 'Bilarna räcker inte.' });
      expect((await city.app.ideas.load(idOn(sent)))?.idea.words).toMatchObject({ problem: 'Bilarna räcker inte.' });
    });
  });

  describe('what belongs elsewhere', () => {
    it('gets the municipality’s own channel first, one press away, and nothing is stored', async () => {
      await employee.says('hjälp');
      const before = await city.ideaRows();
      const answer = await employee.says('en brukare ramlade i morse');
      expect(seenOn(answer)).toContain(sv('door.channel', { channel: 'Avvikelse eller tillbud' }));
      expect(seenOn(answer)).toMatch(/ingen anmälan.*112/);
      expect(linksOn(answer)).toEqual([
        expect.objectContaining({
          title: expect.stringMatching(/^Avvikelse eller tillbud.*lämnar Teams/),
          url: 'https://avvikelse.soderhamra.example',
        }),
      ]);
      const [first] = buttonsOf(answer.card);
      expect(first?.type).toBe('Action.OpenUrl');
      expect(titlesOn(answer)).toEqual([sv('button.isIdea')]);
      expect(await city.ideaRows()).toEqual(before);
    });

    it('is an idea by the second button', async () => {
      await employee.says('Skrivaren är trasig');
      expect(valuesOn(await employee.presses(sv('button.isIdea')))).toMatchObject({ problem: 'Skrivaren är trasig' });
    });

    it('is said beside what ought to be done about it, which is an idea', async () => {
      const answer = await employee.says('vi borde rapportera avvikelser enklare');
      expect(titlesOn(answer)).toContain('Skicka som idé');
      expect(seenOn(answer)).toContain(sv('door.idea', { channel: 'Avvikelse eller tillbud' }));
      expect(linksOn(answer)).toHaveLength(1);
    });

    it('comes before the answer that somebody waits for, and can be that', async () => {
      const id = await sendsIdea(employee);
      await leader.says(id);
      await pressesOn(leader, id, 'Ställ en fråga');
      await pressesOn(leader, id, 'Skicka frågan', { question: 'Vad har hänt?' });
      await city.delivers();
      const answer = await employee.says('skrivaren är trasig');
      expect(titlesOn(answer)).toEqual([sv('button.isIdea'), sv('button.isAnswer')]);
    });

    it('is said before an idea about it is sent from the form, once', async () => {
      await employee.says('idé');
      const fields = { title: 'Slag', problem: 'En elev slog mig i dag.' };
      const asked = await employee.presses('Skicka idén', fields);
      expect(seenOn(asked)).toContain(sv('door.channel', { channel: 'Hot och våld' }));
      expect(linksOn(asked)).toHaveLength(1);
      expect(valuesOn(asked)).toMatchObject(fields);
      idOn(await employee.presses(sv('button.isIdeaSend'), fields));
    });

    it('is not said again to somebody who has said that it is an idea, and stands on the receipt', async () => {
      await employee.says('En elev slog mig');
      const form = await employee.presses(sv('button.isIdea'));
      expect(valuesOn(form)).toMatchObject({ problem: 'En elev slog mig' });
      const sent = await employee.presses('Skicka idén', { title: 'Slag', problem: 'En elev slog mig' });
      expect(idOn(sent)).toBeDefined();
      expect(seenOn(sent)).toContain(sv('door.idea', { channel: 'Hot och våld' }));
    });

    it('that can wait stands on the receipt alone', async () => {
      await employee.says('idé');
      const sent = await employee.presses('Skicka idén', { title: 'Hissen', problem: 'Hissen fungerar inte.' });
      expect(seenOn(sent)).toContain(sv('door.happened'));
      expect(linksOn(sent).map(({ url }) => url)).toContain('https://felanmalan.soderhamra.example');
    });

    it('is met calmly where somebody only swears', async () => {
      const answer = await employee.says('jävla skit');
      expect(seenOn(answer)).toContain(sv('ask.swearing'));
      expect(titlesOn(answer)).not.toContain('Skicka som idé');
    });
  });

  it('several ideas are offered apart, each in a form of its own', async () => {
    const answer = await employee.says('Våra idéer:\n1) Cykelställ vid skolan\n2) Fler bänkar i parken');
    expect(seenOn(answer)).toContain(sv('several.heading'));
    const on = employee.chat().at(-1)?.activityId ?? '';
    for (const idea of ['Cykelställ vid skolan', 'Fler bänkar i parken']) {
      const form = await employee.presses(sv('button.eachIdea', { idea }), {}, { on });
      expect(valuesOn(form)).toMatchObject({ title: idea });
    }
    const whole = await employee.presses(sv('button.oneIdea'), {}, { on });
    expect(valuesOn(whole).problem).toContain('Fler bänkar');
  });
});
