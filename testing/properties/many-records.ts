import type { Command } from '../../src/domain/idea/commands.js';
import { type Actor, decide } from '../../src/domain/idea/decide.js';
import type { IdeaEvent } from '../../src/domain/idea/events.js';
import { evolve } from '../../src/domain/idea/evolve.js';
import { type FieldName, fields, type PartName } from '../../src/domain/idea/fields.js';
import type { Idea } from '../../src/domain/idea/idea.js';
import { isForm, needsOf } from '../../src/domain/idea/needs.js';
import type { Role } from '../../src/domain/idea/policy.js';
import { addDays, addMonths, type Day, laterOf } from '../../src/domain/time.js';
import * as story from '../samples/idea/story.js';
import { type Chance, chance } from './chance.js';

// Records of very many ideas of a whole municipality, for what is counted of them: each is decided by the rules of the product,
// and goes some way by chance. The same seed gives the same records.

export interface ManyRecords {
  ideas: number;
  departments: number;
  seed: number;
  from: Day;
  to: Day;
  /** Ideas of the last department are the first one's from that day on: the one has become a part of the other. */
  mergedOn: Day;
}

export interface MadeRecord {
  idea: Idea;
  record: IdeaEvent[];
}

export const departmentCode = (at: number): string => `D${String(at).padStart(2, '0')}`;
const UNITS = 4;
export const unitsOf = (department: string): string[] =>
  Array.from({ length: UNITS }, (_, at) => `${department}U${at}`);

const actor = (ref: string, ...roles: Role[]): Actor => ({
  ref,
  roles: new Set<Role>(['reader', ...roles]),
  leads: [],
});

/** What somebody does next, or the clock: by chance, as the stage allows. */
interface Next {
  idea: Idea;
  today: Day;
  dice: Chance;
  /** Any other department that is there on that day. */
  other: string;
}
type Pressed = [Actor, Command];

const pick = (next: Next, some: readonly ((next: Next) => Pressed)[]): Pressed => next.dice.of(some)(next);

const leaderOf = ({ idea, dice }: Next, ...more: Role[]): Actor =>
  actor(`${idea.department}-leader-${dice.below(4)}`, 'decider', ...more);
/** Whoever leads the work, with what else they are. */
const driverOf = ({ idea }: Next, ...more: Role[]): Actor => actor(idea.driver?.person ?? 'nobody', 'driver', ...more);

const words: Partial<Record<FieldName, string>> = { groups: 'users', origins: 'colleague', procurement: 'no' };

/** A part filled in. */
function filled({ idea, today, dice }: Next, part: PartName): Command {
  const all: Partial<Record<FieldName, string>> = {
    ...words,
    cost: dice.of(['0', '0', '3000', '40000', '125500']),
    start: addDays(today, dice.below(10)),
    end: addDays(today, 40 + dice.below(120)),
    ...{ stopMeasure: 'Sena besök', stopFigure: '10', stopOn: addDays(today, 30 + dice.below(60)) },
    recommendation: dice.of(['scale', 'here', 'close']),
    reached: dice.of(['yes', 'yes', 'partly', 'no', '']),
    used: String(dice.below((idea.money?.granted ?? 0) + 1)),
    usedHours: '0',
  };
  const answers = Object.keys(fields).map((name) => [name, all[name as FieldName] ?? textFor(name as FieldName)]);
  return story.fill(part, Object.fromEntries(answers), true);
}
const textFor = (name: FieldName): string => (fields[name].kind === 'text' && name !== 'document' ? 'Text.' : '');

const closes = (next: Next): Pressed => {
  const said = { reason: 'Nej.', tryAgain: 'Pengar.', tried: 'Cyklar.', lesson: 'Det är halt.' };
  return [leaderOf(next), story.close(said, next.dice.of([undefined, undefined, undefined, 'fault']))];
};
const moves = ({ other }: Next): Pressed => [story.clock, story.moveWithUnit({ department: other })];
const passes = (next: Next): Pressed => [leaderOf(next), story.passOn(next.other)];
const withdraws = ({ idea }: Next): Pressed => [actor(idea.submitter, 'submitter'), story.withdraw];
const merges = (next: Next): Pressed => [leaderOf(next), story.merge('Q4X7MK')];
/** What seldom happens, one time of four that it could. */
const seldom = ({ dice }: Next, ...some: ((next: Next) => Pressed)[]) => (dice.below(4) === 0 ? some : []);
const asks = (next: Next): Pressed => [leaderOf(next), story.ask()];
const answers = ({ idea }: Next): Pressed => [actor(idea.submitter, 'submitter'), story.answer()];

/** Another department does something with it. */
function elsewhere({ other, today, dice }: Next): Pressed {
  const adopter: Actor = { ...actor(`${other}-leader-${dice.below(4)}`, 'adopter'), leads: [other] };
  const start = addDays(today, -dice.below(20));
  const { data, ...command } = dice.of([
    story.adopt('using'),
    story.adopt('using'),
    story.adopt('testing'),
    story.stopUsing(),
  ]);
  return [adopter, { ...command, data: { ...data, department: other, ...('start' in data && { start }) } } as Command];
}

/** What is left to fill in of what is needed; undefined where all is there. */
const missing = (next: Next): Pressed | undefined => {
  const part = needsOf(next.idea).find((need) => isForm(need.part) && need.state !== 'done')?.part;
  return part && [driverOf(next, 'decider'), filled(next, part)];
};

const ways: { readonly [S in Idea['stage']]: (next: Next) => Pressed } = {
  submitted: (next) => {
    const { idea, dice } = next;
    if (idea.waiting?.for === 'doer') {
      const { person } = idea.waiting;
      return [actor(person, 'doer'), dice.below(10) < 8 ? story.acceptDoing : story.declineDoing()];
    }
    const driver = dice.of([
      `${idea.department}-leader-${dice.below(4)}`,
      `${idea.department}-staff-${dice.below(60)}`,
    ]);
    const explores = (): Pressed => [actor(driver, 'decider'), story.exploreWith(driver)];
    const doesNow = (): Pressed => [
      leaderOf(next),
      story.doNow(`${idea.department}-staff-${dice.below(60)}`, addDays(next.today, 9)),
    ];
    if (idea.waiting?.for === 'submitter')
      return pick(next, [answers, answers, explores, withdraws, ...seldom(next, moves)]);
    const usual = [explores, explores, explores, explores, doesNow, asks, passes, closes];
    return pick(next, [...usual, ...usual, withdraws, merges, ...seldom(next, moves)]);
  },
  doing: (next) => {
    const doer = actor(next.idea.doer?.person ?? 'nobody', 'doer');
    return pick(next, [(): Pressed => [doer, story.reportDone()], closes, ...seldom(next, moves)]);
  },
  exploring: (next) => {
    const { idea } = next;
    const goesOn = (): Pressed => missing(next) ?? [driverOf(next), story.plan];
    const isDone = (): Pressed => [driverOf(next, 'decider'), story.reportDone()];
    if (idea.waiting?.for === 'submitter') return pick(next, [answers, ...seldom(next, moves)]);
    return pick(next, [
      ...Array.from({ length: 20 }, () => goesOn),
      isDone,
      closes,
      passes,
      withdraws,
      merges,
      ...seldom(next, moves),
      asks,
    ]);
  },
  planning: (next) => {
    const { idea, dice } = next;
    const gap = missing(next);
    if (gap)
      return pick(next, [...Array.from({ length: 30 }, () => () => gap), closes, passes, ...seldom(next, moves)]);
    const takesBack = (): Pressed => [driverOf(next), story.takeBack];
    switch (idea.waiting?.for) {
      case 'funder': {
        const funder = actor(`${idea.department}-manager-${dice.below(2)}`, 'funder');
        const part = dice.of([1, 1, 2]);
        const grants = (): Pressed => [funder, story.grant(Math.floor((idea.money?.asked ?? 0) / part))];
        return pick(next, [grants, grants, grants, grants, (): Pressed => [funder, story.declineMoney()], takesBack]);
      }
      case 'deciders': {
        const approves = (): Pressed => [leaderOf(next), story.approvePlan()];
        return pick(next, [
          approves,
          approves,
          approves,
          (): Pressed => [leaderOf(next), story.sendBack()],
          takesBack,
          ...seldom(next, moves),
        ]);
      }
      default: {
        const agrees = (): Pressed => [driverOf(next), filled(next, 'agreement')];
        const hands = (): Pressed => [driverOf(next), story.submitPlan];
        const own = (): Pressed => [driverOf(next, 'decider'), story.sendOwnPlan()];
        return pick(next, [hands, hands, hands, own, agrees, closes]);
      }
    }
  },
  piloting: (next) => {
    const { today, dice } = next;
    const gap = missing(next);
    const stops = (): Pressed => [driverOf(next), story.stopAsAgreed];
    const extend = (): Pressed => [leaderOf(next), story.extend(addMonths(today, 5))];
    if (gap) return pick(next, [() => gap, () => gap, () => gap, stops, extend, ...seldom(next, moves), elsewhere]);
    const result = (): Pressed => [driverOf(next, 'decider'), filled(next, 'result')];
    const scales = (): Pressed => [
      leaderOf(next),
      story.scale([next.other], `${next.idea.department}-staff-${dice.below(60)}`),
    ];
    const here = (): Pressed => [leaderOf(next), story.useHere()];
    return pick(next, [result, scales, scales, here, here, closes, stops]);
  },
  scaling: (next) => {
    const { idea, today, dice } = next;
    const owner = actor(idea.owner?.person ?? 'nobody', 'owner');
    const accepts = (): Pressed => [owner, story.acceptOwning];
    const back = (): Pressed => [leaderOf(next), story.backToTest(addMonths(today, 4))];
    return dice.of([
      accepts,
      accepts,
      elsewhere,
      elsewhere,
      (): Pressed => [owner, story.spread()],
      back,
      closes,
      ...seldom(next, moves),
    ])(next);
  },
  inUse: (next) => {
    const { idea, dice } = next;
    const owner = actor(idea.owner?.person ?? 'nobody', 'owner');
    const asksHow = (): Pressed => [story.clock, story.askFollowUp];
    const says = (): Pressed => [
      dice.of([owner, leaderOf(next)]),
      story.answerUse(dice.of(['used', 'used', 'partly', 'notAnymore']), ['time'], 'Det gick.'),
    ];
    return pick(next, [asksHow, asksHow, asksHow, says, elsewhere, elsewhere, ...seldom(next, moves), closes]);
  },
  closed: (next) => [leaderOf(next), story.reopen],
  withdrawn: ({ idea }) => [actor(idea.submitter, 'submitter'), story.reopen],
};

/** So often it is tried to find something that the rules allow before the idea is left as it is. */
const TRIES = 4;

/** One idea after another. */
export function* manyRecords({ ideas, departments, seed, from, to, mergedOn }: ManyRecords): Generator<MadeRecord> {
  const dice = chance(seed);
  const last = departmentCode(departments - 1);
  const there = (today: Day): string => {
    const code = departmentCode(dice.below(departments));
    return code === last && today >= mergedOn ? departmentCode(0) : code;
  };
  const days = (Date.parse(to) - Date.parse(from)) / 86_400_000;
  for (let at = 0; at < ideas; at++) {
    const id = `I${at}`;
    let today = addDays(from, dice.below(days));
    const setting = () => ({ ...story.setting, now: `${today}T10:00:00.000Z` });
    const department = there(today);
    const submitter = `${department}-staff-${dice.below(60)}`;
    const unit = dice.of([...unitsOf(department), undefined]);
    const submit = story.submit({ id, submitter, department, ...(unit && { unit }) });
    const begun = decide(submit, undefined, actor(submitter, 'submitter'), setting());
    if (!begun.ok) throw new Error(begun.refusal.code);
    const record: IdeaEvent[] = [begun.value];
    let idea = evolve(undefined, begun.value, id);
    let tries = 0;
    while (tries < TRIES) {
      const isOver = idea.stage === 'closed' || idea.stage === 'withdrawn';
      if (isOver && dice.below(8) > 0) break;
      const isQuick = idea.stage === 'exploring' || idea.stage === 'planning';
      const day = addDays(
        laterOf(today, idea.changedAt.slice(0, 10)),
        dice.below(isQuick ? 9 : idea.stage === 'inUse' ? 110 : 40),
      );
      if (day > to) break;
      today = day;
      const other = there(today);
      const [who, command] = ways[idea.stage]({ idea, today, dice, other });
      const happened = decide(command, idea, who, setting());
      tries = happened.ok ? 0 : tries + 1;
      if (!happened.ok) continue;
      idea = evolve(idea, happened.value, id);
      record.push(happened.value);
    }
    yield { idea, record };
  }
}
