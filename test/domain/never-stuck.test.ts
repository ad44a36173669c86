import type { Command } from '../../src/domain/idea/commands.js';
import { decide, theClock } from '../../src/domain/idea/decide.js';
import { checksOf } from '../../src/domain/idea/deciding/checks.js';
import { isHandedIn } from '../../src/domain/idea/deciding/decided-on.js';
import { costOf } from '../../src/domain/idea/deciding/resources.js';
import { evolve } from '../../src/domain/idea/evolve.js';
import { type FieldName, fields } from '../../src/domain/idea/fields.js';
import type { Idea } from '../../src/domain/idea/idea.js';
import { isForm, needsOf } from '../../src/domain/idea/needs.js';
import type { Role } from '../../src/domain/idea/policy.js';
import { stages } from '../../src/domain/idea/stages.js';
import type { Words } from '../../src/domain/idea/words.js';
import { addDays, dayOf } from '../../src/domain/time.js';
import { type DueKind, dueDays } from '../../src/store/idea/state/due-days.js';
import { inManyLives } from '../../testing/properties/lives.js';
import { noChecks } from '../../testing/samples/idea/agreed.js';
import * as story from '../../testing/samples/idea/story.js';

it('an idea never gets stuck: from wherever it is, its leader and its funder alone can bring it into use', () => {
  inManyLives(({ idea, now }) => {
    if (idea.ending?.into) return;
    expect(broughtIntoUse(idea, now).stage).toBe('inUse');
  });
});

it('while an idea waits something is due, and what is due is done on its day', () => {
  inManyLives(({ steps }) => {
    for (const { after } of steps) {
      const due = dueDays(after);
      if (stages[after.stage].open) expect(due.length).toBeGreaterThan(0);
      for (const [kind, day] of due) {
        const decision = decide(brought(kind), after, theClock, story.on(day));
        expect({ kind, day, ok: decision.ok }).toEqual({ kind, day, ok: true });
        // And is not due again on the same day: nobody is told twice.
        if (!decision.ok) continue;
        const next = evolve(after, decision.value);
        expect(dueDays(next).filter(([other, when]) => other === kind && when <= day)).toEqual([]);
      }
    }
  });
});

/** What the clock does when a day brings this. */
function brought(due: DueKind): Command {
  const [type = '', whose] = due.split('.');
  const data = { tier: 'office', to: ['deciders'], ...(whose && { department: whose, person: whose }) };
  return { type, data, words: {} } as unknown as Command;
}

/** What a leader does who wants an idea to come into use and gets no answer from anybody. */
function broughtIntoUse(idea: Idea, now: string): Idea {
  const rescuer = 'pRESCUER';
  const someday = { ...story.setting, now };
  const today = dayOf(now, someday.timeZone);
  const start = addDays(today, 1);
  const all: Words = {
    start,
    end: start,
    cost: '0',
    hours: '0',
    groups: 'users',
    origins: 'colleague',
    used: '0',
    usedHours: '0',
  };
  all.document = 'https://dokument.example/plan';
  for (const name of Object.keys(fields) as FieldName[]) all[name] ??= fields[name].kind === 'text' ? 'Text.' : 'no';
  all.recommendation = 'here';
  const next = (it: Idea): [Role, Command] => {
    const missing = needsOf(it).find(({ part, state }) => isForm(part) && state !== 'done')?.part;
    const isOurs = (task: 'driver' | 'owner') => it[task]?.person === rescuer;
    switch (it.stage) {
      case 'withdrawn':
        return ['submitter', story.reopen];
      case 'closed':
        return ['decider', story.reopen];
      case 'submitted':
        return ['decider', story.exploreWith(rescuer)];
      case 'doing':
        return ['decider', story.reportDone()];
      case 'exploring':
        return ['decider', missing ? story.fill(missing, all) : story.plan];
      case 'planning':
        if (it.waiting?.for === 'funder') return ['funder', story.declineMoney()];
        if (!isOurs('driver')) return ['decider', story.nameDriver(rescuer)];
        if (isHandedIn(it)) return ['driver', story.takeBack];
        if (costOf(it) !== 0) return ['decider', story.fill('cost', all)];
        if ((it.answers.end ?? '') < today) return ['decider', story.fill('time', all)];
        if (missing) return ['decider', story.fill(missing, all)];
        // Where nobody else is there to say yes, those who decide take away what was ticked.
        return checksOf(it).length > 0 ? ['decider', noChecks] : ['driver', story.submitPlan];
      case 'piloting':
        return ['decider', missing ? story.fill(missing, all) : story.useHere()];
      default:
        return ['decider', isOurs('owner') ? story.spread() : story.nameOwner(rescuer)];
    }
  };
  // Who leads and drives is both.
  const rolesAs = (role: Role) => new Set<Role>(role === 'driver' ? ['driver', 'decider'] : [role]);
  let it = idea;
  for (let step = 0; step < 30 && it.stage !== 'inUse'; step++) {
    const [role, command] = next(it);
    const decision = decide(command, it, { ref: rescuer, roles: rolesAs(role), leads: [] }, someday);
    if (!decision.ok) throw new Error(`${command.type} of an idea that is ${it.stage}: ${decision.refusal.code}`);
    it = evolve(it, decision.value);
  }
  return it;
}
