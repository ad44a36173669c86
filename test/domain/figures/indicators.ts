import type { EventType, IdeaEvent } from '../../../src/domain/idea/events';

// The indicators computed once more, from nothing but what they are said to mean, and from records as they are stored: one fact for
// each thing that counts, and then counting. It shares no code with the product, and is as simple as it can be: it reads all of everything.

export interface Fact {
  idea: string;
  department: string;
  month: string;
  who?: string | undefined;
  yes?: boolean;
  days?: number;
  sum?: number;
  unit?: string | undefined;
  result?: string | undefined;
}
const names = [
  ...([
    'promises',
    'ideas',
    'decisions',
    'tests',
    'finished',
    'cameIntoUse',
    'adoptions',
    'followUps',
    'silent',
  ] as const),
  ...(['endings', 'agreed', 'asked', 'decided', 'granted', 'used', 'inUse'] as const),
] as const;
type FactName = (typeof names)[number];
export type Facts = Record<FactName, Fact[]>;

const daysFrom = (one: string, other: string) => Math.round((Date.parse(other) - Date.parse(one)) / 86_400_000);
function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = year * 12 + month - 1 + months;
  const last = new Date(Date.UTC(Math.floor(at / 12), (at % 12) + 1, 0)).getUTCDate();
  return [Math.floor(at / 12), (at % 12) + 1, Math.min(date, last)].map((n) => String(n).padStart(2, '0')).join('-');
}
const leaderActs: EventType[] = ['explored', 'doingAsked', 'asked', 'passedOn', 'closed'];
const ends: EventType[] = ['scaled', 'usedHere', 'closed', 'stoppedAsAgreed'];

/** All that one record says of the ten indicators. */
export function factsOf(idea: string, record: readonly IdeaEvent[]): Facts {
  const facts = Object.fromEntries(names.map((name) => [name, [] as Fact[]])) as Facts;
  let [department, stage, waitsFor] = ['', '', ''];
  let [submittedOn, askedSince, daysAsked] = ['', '', 0];
  let promise: { department: string; day: string } | undefined;
  let decision: Fact | undefined;
  let tried = false;
  let judged: string | undefined;
  let goal = false;
  let owner: string | undefined;
  let leader: string | undefined;
  let took: string | undefined;
  let ask: (Fact & { day: string }) | undefined;
  let question: Fact | undefined;
  let used: Fact | undefined;
  const uses = new Map<string, { status: string; start: string }>();

  for (const event of record) {
    const { type, day, by, to, data } = event;
    const said = data as Record<string, unknown>;
    const before = stage;
    stage = to.stage;
    if (type === 'submitted' || type === 'passedOn' || type === 'movedWithUnit') department = String(said.department);
    const who = by === 'clock' ? undefined : by;
    const fact = (more: Partial<Fact> = {}): Fact => ({ idea, department, month: day.slice(0, 7), who, ...more });

    // 1. The first leader act by the first promised day; passing on promises anew.
    if (promise && leaderActs.includes(type)) {
      facts.promises.push({ ...fact(promise), month: promise.day.slice(0, 7), yes: day <= promise.day });
      promise = undefined;
    } else if (promise && (type === 'withdrawn' || type === 'merged') && day <= promise.day) promise = undefined;
    if ((type === 'submitted' || type === 'passedOn') && to.answerBy) promise = { department, day: to.answerBy };

    // 2 and 5. The first decision; days on which the submitter was asked are left out.
    if (type === 'submitted') submittedOn = day;
    if (waitsFor === 'submitter' && to.waiting?.for !== 'submitter') daysAsked += daysFrom(askedSince, day);
    if (waitsFor !== 'submitter') askedSince = day;
    waitsFor = to.waiting?.for ?? '';
    if (!decision && (type === 'explored' || type === 'doingAsked' || type === 'closed'))
      decision = fact({ days: daysFrom(submittedOn, day) - daysAsked });
    if (stage === 'doing' || stage === 'piloting' || type === 'done') tried = true;

    // 3 and 4.
    if (type === 'submitted')
      facts.ideas.push(fact({ who: String(said.submitter), unit: said.unit as string | undefined }));

    // 6. Tests, and how those that are over went.
    const begins = stage === 'piloting' && before !== 'piloting';
    if (begins && before === 'scaling') facts.finished.pop();
    else if (begins) {
      facts.tests.push(fact());
      judged = undefined;
    }
    if (type === 'filled' && said.part === 'goal')
      goal = Boolean(event.words.measure && event.words.today && event.words.target);
    if (type === 'filled' && said.part === 'result') judged = event.words.reached;
    if (before === 'piloting' && stage !== 'piloting' && ends.includes(type))
      facts.finished.push(fact({ result: judged }));

    // 7. In use, and followed up after at least half a year.
    if (type === 'explored') leader = by;
    if ((type === 'explored' && !said.outside) || type === 'doingAsked' || type === 'entered') took = by;
    if (type === 'reopened' || type === 'passedOn') took = undefined;
    if (type === 'scaled' || type === 'ownerNamed') owner = String(said.owner);
    if (type === 'reopened' || type === 'passedOn') leader = undefined;
    if (type === 'reopened') owner = undefined;
    const own = uses.get(department);
    if (type === 'followUpAsked' && said.answerBy) {
      if (question) facts.silent.push(question);
      question = fact({
        month: String(said.answerBy).slice(0, 7),
        who: (said.to as string[]).includes('owner') ? owner : leader,
      });
    }
    if ((type === 'followedUp' && said.use) || type === 'retired') {
      question = undefined;
      if (own && monthsLater(own.start, 6) <= day) facts.followUps.push(fact({ yes: said.use === 'used' }));
    }
    if (stage === 'inUse' && before !== 'inUse') {
      facts.cameIntoUse.push(fact());
      uses.set(department, { status: 'using', start: day });
    }
    if (type === 'retired' && own) own.status = 'stopped';

    // 8. Other departments.
    if (type === 'adopted') {
      const [adopting, status] = [String(said.department), String(said.status)];
      if (status === 'using' && uses.get(adopting)?.status !== 'using' && adopting !== department)
        facts.adoptions.push(fact({ department: adopting }));
      uses.set(adopting, { status, start: String(said.start) });
    }
    if (type === 'stoppedUsing')
      uses.set(String(said.department), { start: '', ...uses.get(String(said.department)), status: 'stopped' });
    if (type === 'movedWithUnit') {
      const has = uses.get(String(said.from)) ?? uses.get(department);
      uses.delete(String(said.from));
      if (has) uses.set(department, has);
    }

    // 9. Ended after a test.
    if (stage === 'closed' && (before === 'piloting' || before === 'scaling')) {
      const agreed = type === 'stoppedAsAgreed';
      if (agreed || type === 'closed') facts.endings.push(fact({ yes: agreed || !said.channel }));
      if (agreed) facts.agreed.push(fact());
    }

    // 10. Money.
    if (type === 'takenBack') ask = undefined;
    if ((type === 'planApproved' || type === 'ownPlanSent') && said.funder && Number(said.cost) > 0)
      ask = { ...fact({ sum: Number(said.cost) }), day };
    if (type === 'granted' || type === 'moneyDeclined') {
      if (ask) facts.asked.push(ask);
      if (ask) facts.decided.push(fact({ days: daysFrom(ask.day, day) }));
      if (type === 'granted' && Number(said.amount) > 0) facts.granted.push(fact({ sum: Number(said.amount) }));
      ask = undefined;
    }
    if (type === 'filled' && said.part === 'used') used = fact({ sum: Number(event.words.used ?? 0) });
  }
  if (promise)
    facts.promises.push({ idea, department: promise.department, month: promise.day.slice(0, 7), yes: false });
  if (decision) facts.decisions.push({ ...decision, yes: tried });
  for (const one of facts.finished) one.result ??= goal ? 'unjudged' : 'noGoal';
  if (question) facts.silent.push(question);
  if (ask) facts.asked.push(ask);
  if (used?.sum) facts.used.push(used);
  const using = [...uses.values()].filter(({ status }) => status === 'using').length;
  if (stage === 'inUse') facts.inUse.push({ idea, department, month: 'now', who: took, yes: using >= 2 });
  return facts;
}

/** Facts of all ideas. */
export function together(all: Facts, more: Facts): void {
  for (const name of names) all[name].push(...more[name]);
}
export const noFacts = (): Facts => Object.fromEntries(names.map((name) => [name, [] as Fact[]])) as Facts;
export const factsIn = (all: Facts, judge: (fact: Fact) => boolean): Facts =>
  Object.fromEntries(names.map((name) => [name, all[name].filter(judge)])) as Facts;

/** The value in the middle, and the one up to which so many are: all of them in a row. */
function middle(facts: readonly Fact[]): number | undefined {
  const row = facts.map(({ days = 0 }) => days).sort((one, other) => one - other);
  const half = row.length / 2;
  if (row.length === 0) return undefined;
  return Number.isInteger(half) ? ((row[half - 1] ?? 0) + (row[half] ?? 0)) / 2 : row[Math.floor(half)];
}
function nineOfTen(facts: readonly Fact[]): number {
  const row = facts.map(({ days = 0 }) => days).sort((one, other) => one - other);
  return row[Math.ceil((row.length * 9) / 10) - 1] ?? 0;
}

export interface Reads {
  name: string;
  answers: boolean;
}
/** Whether so few people are behind it that this reader is not told. */
function hidden(facts: readonly Fact[], { name, answers }: Reads, fewest = 3): boolean {
  const people = new Set(facts.flatMap(({ who }) => who ?? []));
  return facts.length > 0 && people.size < fewest && !people.has(name) && !(people.size === 0 && answers);
}
const FEW = { few: true };
export const told = (facts: readonly Fact[], reads: Reads, fewest?: number) =>
  hidden(facts, reads, fewest) ? FEW : { few: false, cases: facts.length, hits: facts.filter(({ yes }) => yes).length };
const sum = (facts: readonly Fact[]) => facts.reduce((all, { sum: one = 0 }) => all + one, 0);

/** How much of what was granted is used, where twenty or more were granted something and it was not granted before. */
const shareUsed = (granted: readonly Fact[], used: readonly Fact[]) =>
  granted.length >= 20 && sum(used) <= sum(granted) ? { share: sum(used) / sum(granted) } : {};

/** What an idea's last follow-up of each department says. */
function lastOfEach(facts: readonly Fact[]): Fact[] {
  const last = new Map<string, Fact>();
  for (const fact of facts) last.set(`${fact.idea} ${fact.department}`, fact);
  return [...last.values()];
}

/** The ten, of the facts of a period; `undefined` where there is nothing to say. */
function indicatorsOf(
  period: Facts,
  place: { headcount: number; units: readonly string[] },
  reads: Reads,
): Record<string, unknown> {
  const { promises, ideas, decisions, finished, adoptions, followUps, silent, endings, agreed } = period;
  const { asked, decided, granted, used } = period;
  const newIdeas = told(ideas, reads, 7);
  const sent = new Set(ideas.flatMap(({ unit }) => unit ?? []));
  const money = [asked, granted, used, decided].some((one) => hidden(one, reads));
  const withMore = (facts: readonly Fact[], name: string, more: readonly Fact[], all = facts) => {
    const value = hidden(all, reads) ? FEW : { ...told(facts, { name: '', answers: true }, 0) };
    return value.few || hidden(more, reads) || more.length === 0
      ? value
      : { ...value, beside: { [name]: more.length } };
  };
  const results = Object.fromEntries(
    ['yes', 'partly', 'no', 'unjudged', 'noGoal'].map((name) => [
      name,
      finished.filter(({ result }) => result === name).length,
    ]),
  );
  return {
    answersInTime: told(promises, reads),
    timeToDecision: hidden(decisions, reads)
      ? FEW
      : decisions.length > 0 && { few: false, days: middle(decisions), longest: nineOfTen(decisions) },
    ideasPerHundred:
      place.headcount >= 50 && (newIdeas.few ? FEW : { few: false, cases: place.headcount, hits: ideas.length }),
    breadth:
      place.units.length > 0 &&
      (newIdeas.few
        ? FEW
        : { few: false, cases: place.units.length, hits: place.units.filter((unit) => sent.has(unit)).length }),
    tried: told(decisions, reads),
    goalReached: hidden(finished, reads) ? FEW : finished.length > 0 && { few: false, results },
    stillInUse: withMore(lastOfEach(followUps), 'silent', silent, followUps),
    fromOthers: told(adoptions, reads),
    endedWithLesson: withMore(endings, 'agreed', agreed),
    money: money
      ? FEW
      : (asked.length > 0 || granted.length > 0 || used.length > 0) && {
          few: false,
          sums: { asked: sum(asked), granted: sum(granted), used: sum(used), ...shareUsed(granted, used) },
          days: middle(decided),
        },
  };
}

/** The five with which the overview opens. */
export const fiveOf = ({ promises, ideas, tests, cameIntoUse, adoptions }: Facts, reads: Reads) => ({
  answersInTime: told(promises, reads),
  newIdeas: told(ideas, reads, 7),
  tests: told(tests, reads),
  cameIntoUse: told(cameIntoUse, reads),
  fromOthers: told(adoptions, reads),
});

/** The lines of a report of a place's facts; none of what there is nothing to say. */
export function linesByHand(
  all: Facts,
  periods: { current: readonly string[]; before: readonly string[] },
  place: { headcount: number; units: readonly string[] },
  reads: Reads,
): { name: string; current: unknown; before: unknown }[] {
  const [current = {}, before = {}] = [periods.current, periods.before].map((months) =>
    indicatorsOf(
      factsIn(all, ({ month }) => months.includes(month)),
      place,
      reads,
    ),
  );
  const nothing = { few: false, cases: 0, hits: 0 };
  return Object.keys(current).flatMap((name) => {
    const [is, was] = [current[name] || undefined, before[name] || undefined];
    return is || was ? [{ name, current: is ?? nothing, before: was ?? nothing }] : [];
  });
}
