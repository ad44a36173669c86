import { buttonsOf, choicesOf, inputsOf } from '../../../../testing/cards/card';
import { until } from '../../../../testing/processes/until';
import { type City, startCity } from '../../../../testing/scenes/city';
import { cardAbout, seenOn, sendsIdea, sv } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

/** About the same need: how it is told, and by how many. */
const alike: readonly (readonly [title: string, problem: string, count: number])[] = [
  ['Lådcyklar till hemtjänsten', 'Personalen väntar på bilar varje morgon.', 6],
  ['Hörselskydd i storköket', 'Diskmaskinen bullrar hela dagen.', 5],
  ['Tolktelefon i receptionen', 'Besökare förstår inte blanketterna.', 4],
  ['Solceller på äldreboendets tak', 'Elräkningen stiger för varje vinter.', 3],
  ['Odlingslådor på förskolegården', 'Barnen vet inte var morötter växer.', 2],
  ['Skrivtavlor i konferensrummet', 'Gruppen glömmer vad den bestämde.', 2],
];
const small = [
  'Nyckelskåp',
  'Krokar',
  'Vinterstövlar',
  'Kaffefilter',
  'Väggur',
  'Dörrstopp',
  'Soffbord',
  'Pennor',
  'Mattor',
];
const forOthers = ['Fåglar', 'Vattnet', 'Komposten', 'Grodorna'];
const apart = [
  ...[
    'hammare',
    'penslar',
    'lunchen',
    'trumman',
    'snören',
    'paraplyer',
    'fikat',
    'skohyllan',
    'spegeln',
    'lampskärmar',
  ],
  ...[
    'gardiner',
    'ritningar',
    'kalendern',
    'byxor',
    'dragspel',
    'gungan',
    'pannkakor',
    'biljetter',
    'frimärken',
    'pussel',
  ],
  ...['kikare', 'filtar', 'trattar', 'sparris', 'bowling'],
];

/** What a leader sees of a part of a pile. */
interface Part {
  pile: string;
  ideas: string;
  department?: string;
}

describe('a leader with sixty ideas', () => {
  let city: City;
  let leader: Person;
  /** As their submitters call them. */
  const titles = new Map<string, string>();
  let employee: Person;
  let colleague: Person;
  let presses = 0;
  beforeAll(async () => {
    city = await startCity();
    const { indexing, follower } = city.parts();
    indexing.start();
    await until(() => city.log.some(({ message }) => message === 'All ideas can be found'));
    leader = await city.arrives('leader');
    [employee, colleague] = [await city.arrives('employee'), city.person('colleague')];
    await colleague.installs();
    await colleague.presses('Välj', { department: 'VOO.HTN' });
    const send = async (who: Person, title: string, problem: string) =>
      titles.set(await sendsIdea(who, { title, problem }), title);
    for (const [title, problem, count] of alike)
      for (let n = 1; n <= count; n++) await send(employee, `${title} ${n}`, problem);
    for (const what of small) await send(colleague, what, `${what} saknas.`);
    for (const what of forOthers) await send(employee, what, 'Det här är något för Miljöförvaltningen.');
    for (const what of apart)
      await send(employee, what, `Jag tänker ofta på ${what}, och undrar varför ${what} inte räcker.`);
    await follower.look();
  });
  afterAll(() => city.stop());

  type Answer = Awaited<ReturnType<Person['says']>>;
  const press = (title: string, inputs: Record<string, unknown> = {}): Promise<Answer> => {
    presses += 1;
    return leader.presses(title, inputs);
  };
  /** The part of a pile that stands open; undefined where none does. */
  function partOn({ card }: Answer): Part | undefined {
    const pile = buttonsOf(card).find(({ verb }) => verb === 'several')?.data?.pile;
    const field = (id: string) => inputsOf(card).find((input) => input.id === id);
    const ideas = choicesOf(field('ideas') ?? {})
      .map(({ value }) => value)
      .join(',');
    const department = field('department')?.value;
    return pile ? { pile: String(pile), ideas, ...(department && { department: String(department) }) } : undefined;
  }

  /** One reason for all, and below it a line to each of what it is about. */
  async function closes(part: Part): Promise<Answer> {
    const count = part.ideas.split(',').length;
    const asked = await press('Avsluta', {
      ideas: part.ideas,
      opening: 'real',
      reason: 'Vi har inte plats för det i år.',
    });
    if (count === 1) return asked;
    const fields = inputsOf(asked.card).filter(({ id }) => String(id).startsWith('line'));
    const lines = fields.map(({ id, label }) => [
      id,
      `Det du skriver ${String(label).toLowerCase()} tar vi med till budgeten.`,
    ]);
    const reason = inputsOf(asked.card).find(({ id }) => id === 'reason')?.value;
    return press(sv('button.closeSeveral', { count }), { reason, ...Object.fromEntries(lines) });
  }

  const answers: Readonly<Record<string, (part: Part) => Promise<Answer>>> = {
    direct: ({ ideas }) => press(sv('button.askManagers'), { ideas }),
    elsewhere: (part) =>
      part.department
        ? press(sv('button.passOn'), {
            ideas: part.ideas,
            department: part.department,
            reason: 'Ni känner till det bäst.',
          })
        : closes(part),
    think: closes,
    alike: closes,
  };

  it('brings them to nothing in at most forty-five presses, with a reason to each that fits', async () => {
    expect(titles.size).toBe(60);
    presses += 1;
    let seen = await leader.says('min tur');
    for (const name of ['elsewhere', 'direct', 'think', 'alike'] as const) {
      const row = buttonsOf(seen.card).find(({ data }) => data?.pile === name);
      if (!row) continue;
      seen = await press(String(row.title));
      for (let part = partOn(seen); part; part = partOn(seen)) {
        const answer = answers[part.pile];
        if (!answer) throw new Error(`Nothing is done with ${part.pile}`);
        seen = await answer(part);
      }
    }
    expect(seenOn(seen)).toContain(sv('queue.count', { count: 0, late: 0 }).trim());
    expect(presses).toBeLessThanOrEqual(45);
  });

  it('whoever sent one in reads what is said of their own', async () => {
    await city.delivers();
    const ideas = await city.app.ideas.loadAll([...titles.keys()]);
    const [closed, done, passed] = [
      ideas.filter(({ stage }) => stage === 'closed'),
      ideas.filter(({ stage }) => stage === 'doing'),
      ideas.filter(({ department }) => department === 'MIL'),
    ];
    expect([closed, done, passed].map(({ length }) => length)).toEqual([47, small.length, forOthers.length]);
    for (const { id } of closed)
      expect(seenOn(cardAbout(employee, id)).toLowerCase()).toContain(
        `det du skriver bara om ”${titles.get(id)}`.slice(0, 40).toLowerCase(),
      );
    for (const { id } of passed) expect(seenOn(cardAbout(employee, id))).toContain('Ni känner till det bäst.');
    for (const { id } of done) expect(seenOn(cardAbout(colleague, id))).toContain('Enhetschef');
  });
});
