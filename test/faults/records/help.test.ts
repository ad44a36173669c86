import type { Deps } from '../../../src/app/deps';
import { answerHelp, thankHelp } from '../../../src/app/helping/answer-help';
import { askForHelp } from '../../../src/app/helping/ask-for-help';
import { saveHelpOffer } from '../../../src/app/helping/help-offer';
import { submitIdea } from '../../../src/app/idea/submit-idea';
import { erasePerson } from '../../../src/app/privacy/erase-person';
import { newIdempotencyKey } from '../../../src/domain/ids';
import type { Person } from '../../../src/domain/person/person';
import { dyingAtEachCall } from '../../../testing/scenes/dying';
import { Town } from '../../../testing/scenes/town';

// Whoever dies between two steps of a question for help leaves what another instance finishes, and the same press again is the same one.
describe('a bot that dies while somebody', () => {
  let town: Town;
  let leader: Person;
  let helpers: Person[];
  let employee: Person;
  beforeAll(async () => {
    town = await Town.open();
    leader = await town.arrives('leader');
    employee = await town.arrives('employee');
    helpers = [];
    for (const name of ['planner', 'boss', 'unit-manager', 'one', 'two']) helpers.push(await town.arrives(name));
  });
  afterAll(() => town.close());

  const key = () => newIdempotencyKey(town.app.random);
  const helperRows = () => Promise.all(helpers.map(async ({ ref }) => (await town.app.helpers.of(ref))?.helper));

  /** All can help, as nobody has asked them yet. */
  async function offersAnew(): Promise<void> {
    for (const one of helpers) {
      await saveHelpOffer(town.app, one, { areas: [], hours: '4', tellsManager: false });
      await saveHelpOffer(town.app, one, { areas: ['effect'], hours: '4', tellsManager: true });
    }
  }

  async function idea(): Promise<string> {
    const sent = await submitIdea(town.app, employee, {
      idempotencyKey: key(),
      department: 'VOO',
      confidential: false,
      words: { title: 'Cykelpool', problem: 'Bilarna räcker inte.' },
    });
    if (!sent.ok) throw new Error(JSON.stringify(sent));
    return sent.value.id;
  }
  async function asked(): Promise<{ idea: string; name: string }> {
    const question = { idea: await idea(), name: key() };
    expect(await askForHelp(town.app, leader, { ...question, area: 'effect', line: 'Vad sparar vi?' })).toBe('asked');
    await town.deliveries().tick();
    return question;
  }
  const help = async ({ idea: id, name }: { idea: string; name: string }) =>
    (await town.app.helpRequests.named(id, name))?.help;

  /** Everything once for each call to storage, as somebody dies before that one: each time all can be asked. */
  const dyingAnew = <T>(
    prepare: () => Promise<(deps: Deps) => Promise<T>>,
    holds: (outcome: T) => Promise<void>,
  ): Promise<number> => {
    const anew = async () => {
      await offersAnew();
      return prepare();
    };
    return dyingAtEachCall(town, anew, holds, async () => undefined);
  };

  it('asks: one question, of three, each asked once', async () => {
    let question = { idea: '', name: '' };
    const deaths = await dyingAnew(
      async () => {
        question = { idea: await idea(), name: key() };
        return (deps) => askForHelp(deps, leader, { ...question, area: 'effect', line: 'Vad sparar vi?' });
      },
      async (outcome) => {
        expect(outcome).toBe('asked');
        await town.deliveries().tick();
        expect(await town.app.helpRequests.of(question.idea)).toHaveLength(1);
        expect((await help(question))?.asked).toHaveLength(3);
        const rows = await helperRows();
        expect(rows.filter((row) => row?.asked === 1 && row.pending.length === 1)).toHaveLength(3);
      },
    );
    expect(deaths).toBeGreaterThan(3);
  });

  it('says yes: one helps, and nobody waits', async () => {
    let question = { idea: '', name: '' };
    let who = helpers[0] as Person;
    await dyingAnew(
      async () => {
        question = await asked();
        const first = (await help(question))?.asked[0];
        who = helpers.find(({ ref }) => ref === first) ?? who;
        return (deps) => answerHelp(deps, who, { ...question, yes: true });
      },
      async (outcome) => {
        expect(outcome).toBe('yes');
        await town.deliveries().tick();
        const rows = await helperRows();
        expect(rows.filter((row) => row?.open.length === 1 && row.helped === 1)).toHaveLength(1);
        expect(rows.flatMap((row) => row?.pending)).toEqual([]);
        expect(await thankHelp(town.app, leader, { ...question, thanks: 'Fyra timmar.' })).toBe('thanked');
      },
    );
  });

  it('is erased: what they asked is gone, and where they helped others are asked', async () => {
    await offersAnew();
    const question = await asked();
    const first = (await help(question))?.asked[0];
    const who = helpers.find(({ ref }) => ref === first);
    if (!who) throw new Error('Nobody is asked');
    expect(await answerHelp(town.app, who, { ...question, yes: true })).toBe('yes');
    expect(await erasePerson(town.app, who)).toBe(true);
    expect(await town.app.helpers.of(who.ref)).toBeUndefined();
    const after = await help(question);
    expect([after?.state, after?.helper, after?.asked]).toEqual(['new', undefined, []]);
    expect(await erasePerson(town.app, leader)).toBe(true);
    expect(await help(question)).toBeUndefined();
  });
});
