import { countAnew } from '../../../src/app/figures/count-ideas';
import { type Plan, writePlan } from '../../../src/app/figures/plan';
import type { Person } from '../../../src/domain/person/person';
import { hinder } from '../../../testing/samples/idea/hindering';
import {
  given,
  hide,
  type Step,
  standings,
  leader as storyLeader,
  submit,
  submitter,
} from '../../../testing/samples/idea/story';
import {
  hides as hidesObstacle,
  namer,
  naming,
  keeper as takingCare,
} from '../../../testing/samples/obstacle/obstacle-story';
import { adder, adds, keeper, moves } from '../../../testing/samples/undertaking/undertaking-story';
import { storesObstacle } from '../../../testing/scenes/obstacle/obstacles';
import { storesUndertaking } from '../../../testing/scenes/undertaking/undertakings';
import { openScene, type Scene } from '../../../testing/scenes/use-cases';

// What a department, or the whole municipality, writes in its plan of next year: from obstacles, goals, money and what it has undertaken.

let scene: Scene;
let leader: Person;
let manager: Person;
let office: Person;

/** An idea as these steps leave it, under an id of its own. */
async function stores(id: string, steps: readonly Step[]): Promise<void> {
  const { events } = given(...steps);
  const { after: _, ...rows } = scene.deps.ideas.write({ before: undefined, id, events });
  const saved = await scene.deps.commits.commit(rows, { idempotencyKey: `idea.${id}` });
  if (saved.kind !== 'saved') throw new Error(`Idea ${id} was not stored`);
}

const elsewhere: Step = [submitter, submit({ department: 'MIL' })];

beforeAll(async () => {
  scene = await openScene();
  leader = await scene.arrives('leader');
  manager = await scene.arrives('manager');
  office = await scene.arrives('office');
  const { deps } = scene;
  await storesObstacle(deps, '0BST01', [namer, naming('Larmen har ingen koppling.')]);
  await storesObstacle(deps, '0BST02', [namer, naming('Avtalet gäller till 2028.')]);
  await storesObstacle(deps, '0BST03', [namer, naming('Ska inte synas.')], [takingCare, hidesObstacle]);
  await stores('1DEA01', [...standings.closed, [storyLeader, hinder('0BST02')]]);
  await stores('1DEA02', [...standings.closed, [storyLeader, hinder('0BST02')]]);
  await stores('1DEA03', [...standings.closed, [storyLeader, hinder('0BST01')]]);
  await stores('1DEA04', [elsewhere, ...standings.closed.slice(1), [storyLeader, hinder('0BST01')]]);
  await stores('1DEA05', [...standings.closed, [storyLeader, hinder('0BST03')]]);
  await stores('1DEA06', standings.askedForMoney);
  await stores('1DEA07', [...standings.askedForMoney, [storyLeader, hide]]);
  await stores('1DEA08', [
    standings.submitted[0],
    [storyLeader, { type: 'explore', data: { driver: 'pDRIVER', goals: ['aldre'] }, words: {} }],
  ]);
  await storesUndertaking(deps, '0ACT01', [adder, adds('2026-11-30')], [keeper, moves('2026-12-20')]);
  await storesUndertaking(deps, '0ACT02', [adder, adds('2027-05-01')]);
  await deps.figureState.claim('counter', deps.now(), true);
  await countAnew(deps, { me: 'counter' });
});

async function planOf(person: Person, department?: string): Promise<Plan> {
  const written = await writePlan(scene.deps, person, { department });
  if (!written.ok) throw new Error(written.refusal.code);
  return written.value;
}

it('plans the next year', async () => {
  expect(await planOf(leader, 'VOO')).toMatchObject({ present: '2026', year: '2027', department: { code: 'VOO' } });
});

it('has what stops ideas of the department, that which stops most of them first, and nothing that is hidden', async () => {
  const { obstacles } = await planOf(leader, 'VOO');
  expect(obstacles.map(({ obstacle, stops }) => [obstacle.id, stops.ideas, stops.departments])).toEqual([
    ['0BST02', 2, 1],
    ['0BST01', 1, 1],
  ]);
});

it('has for the office what stops ideas of the whole municipality, and for a manager only of their own department', async () => {
  const stopped = (plan: Plan) => plan.obstacles.map(({ obstacle: { id } }) => id);
  expect(stopped(await planOf(office)).toSorted()).toEqual(['0BST01', '0BST02']);
  expect(stopped(await planOf(manager, 'VOO'))).toEqual(['0BST02', '0BST01']);
  expect(stopped(await planOf(manager))).toEqual([]);
});

it('has each goal with the ideas of the department that serve it, also where there are none', async () => {
  const { goals } = await planOf(leader, 'VOO');
  expect(goals.map(({ goal: { code }, open }) => [code, open])).toEqual([
    ['klimat', 0],
    ['skola', 0],
    ['aldre', 1],
    ['arbetsplats', 0],
    ['service', 0],
  ]);
});

it('has how many ideas wait for money, and names those that everybody may read', async () => {
  const { waiting, waitingIdeas } = await planOf(leader, 'VOO');
  expect(waiting).toBe(2);
  expect(waitingIdeas.map(({ id }) => id)).toEqual(['1DEA06']);
});

it('has what was moved this year and what is undertaken for the next', async () => {
  const { moved, next } = await planOf(leader, 'VOO');
  expect([moved, next].map((some) => some.map(({ id }) => id))).toEqual([['0ACT01'], ['0ACT02']]);
});

it('is written of one’s own departments alone, and by those who have a post', async () => {
  const refused = await writePlan(scene.deps, leader, { department: 'MIL' });
  expect(refused).toEqual({ ok: false, refusal: { code: 'notForYou' } });
  const employee = await scene.arrives('employee');
  expect(await writePlan(scene.deps, employee, {})).toEqual({ ok: false, refusal: { code: 'notForYou' } });
});
