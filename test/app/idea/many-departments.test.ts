import { randomBytes } from 'node:crypto';
import { type Deps, openDeps } from '../../../src/app/deps.js';
import { actOnIdea } from '../../../src/app/idea/act-on-idea.js';
import { openIdea } from '../../../src/app/idea/open-idea.js';
import { submitIdea } from '../../../src/app/idea/submit-idea.js';
import { meetPerson } from '../../../src/app/person/meet-person.js';
import { erasePerson } from '../../../src/app/privacy/erase-person.js';
import { finishSteps } from '../../../src/app/steps.js';
import type { Command } from '../../../src/domain/idea/commands.js';
import { newIdempotencyKey } from '../../../src/domain/ids.js';
import type { Person } from '../../../src/domain/person/person.js';
import { accept } from '../../../src/domain/result.js';
import { openStorage } from '../../../src/store/storage.js';
import * as story from '../../../testing/samples/idea/story.js';
import { organisationOf } from '../../../testing/samples/organisation/small-organisation.js';
import { testConnectionString, uniquePrefix } from '../../../testing/storage/storage.js';

const failed = (_step: unknown, error: unknown) => {
  throw error;
};

/** What each turn asks of storage, at so many departments: requests, and the entities of its largest transaction. */
interface Cost {
  requests: number;
  entities: number;
}

const codeOf = (n: number): string => `D${String(n).padStart(3, '0')}`;

async function costsWith(count: number): Promise<Record<string, Cost>> {
  let requests = 0;
  let entities = 0;
  const storage = openStorage({
    connectionString: testConnectionString(),
    prefix: uniquePrefix(),
    observer: {
      started: () => {
        requests += 1;
      },
      finished() {},
    },
  });
  await storage.prepare();
  for (const table of [storage.ideas, storage.people, storage.deliveries]) {
    const submit = table.submitTransaction.bind(table);
    table.submitTransaction = async (actions) => {
      entities = Math.max(entities, actions.length);
      return submit(actions);
    };
  }
  const codes = Array.from({ length: count }, (_, n) => codeOf(n));
  const organisation = organisationOf({
    VOO: { leaders: ['leader'] },
    ...Object.fromEntries(codes.map((code) => [code, { leaders: [`leader-${code}`] }])),
    office: ['office'],
  });
  const deps: Deps = openDeps(storage, {
    organisation: () => organisation,
    now: () => '2026-11-16T08:00:00.000Z',
    random: (size) => randomBytes(size),
  });
  const arrives = async (name: string): Promise<Person> => {
    const reach = { serviceUrl: 'https://teams.example', conversation: name, bot: 'bot', user: name, tenant: 'orten' };
    const { met } = await meetPerson(deps, {
      identity: { tenant: 'orten', objectId: `object-${name}` },
      language: 'sv',
      reach,
      roster: async () => ({ name, emails: [`${name}@ort.example`] }),
    });
    return met.person;
  };
  const worker = () => finishSteps(deps, { failed });
  const [employee, leader, adopter] = [
    await arrives('employee'),
    await arrives('leader'),
    await arrives('leader-D001'),
  ];
  const words = { title: 'Delade cyklar', problem: 'Personalen får vänta.' };
  const submission = { idempotencyKey: newIdempotencyKey(deps.random), words, confidential: false, department: 'VOO' };
  const submitted = await submitIdea(deps, employee, submission);
  if (!submitted.ok) throw new Error(submitted.refusal.code);
  const { id } = submitted.value;
  const acts = async (person: Person, command: Command): Promise<void> => {
    const idempotencyKey = newIdempotencyKey(deps.random);
    const request = { id, idempotencyKey, type: command.type, command: () => accept(command) };
    const outcome = await actOnIdea(deps, person, request);
    if (!outcome.ok) throw new Error(`${command.type} was refused: ${outcome.refusal.code}`);
  };
  await acts(leader, story.doNow(leader.ref));
  await acts(leader, story.reportDone());

  const costs: Record<string, Cost> = {};
  const turn = async (what: string, does: () => Promise<unknown>): Promise<void> => {
    [requests, entities] = [0, 0];
    await does();
    costs[what] = { requests, entities };
    await worker();
  };
  await turn('asking', () => acts(leader, story.invite(...codes)));
  await turn('opening', () => openIdea(deps, employee, id));
  const using = {
    type: 'adopt',
    data: { department: 'D001', status: 'using', start: '2026-11-16' },
    words: {},
  } as const;
  await turn('answering', () => acts(adopter, using));
  await turn('stopping', () => acts(adopter, { type: 'stopUsing', data: { department: 'D001' }, words: {} }));
  await turn('erasing', () => erasePerson(deps, employee));
  await turn('closing', () => acts(leader, story.close()));
  expect((await deps.ideas.load(id))?.idea).toMatchObject({ stage: 'closed', submittersLeft: true });
  return costs;
}

it('a turn costs as much with 235 departments as with 3, and an answer at most ten entities', async () => {
  const few = await costsWith(3);
  expect(await costsWith(235)).toEqual(few);
  expect(few.answering?.entities).toBeLessThanOrEqual(10);
  expect(Math.max(...Object.values(few).map(({ entities }) => entities))).toBeLessThanOrEqual(30);
});
