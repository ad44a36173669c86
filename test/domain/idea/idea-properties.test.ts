import { rules } from '../../../src/domain/idea/commands.js';
import { type Actor, isOpenTo } from '../../../src/domain/idea/decide.js';
import { isHandedIn } from '../../../src/domain/idea/deciding/decided-on.js';
import { isDecision } from '../../../src/domain/idea/deciding/decisions.js';
import { costOf } from '../../../src/domain/idea/deciding/resources.js';
import type { EventType, IdeaEvent } from '../../../src/domain/idea/events.js';
import { replay } from '../../../src/domain/idea/evolve.js';
import { type FieldName, fields } from '../../../src/domain/idea/fields.js';
import { type Idea, MOST_CO_SUBMITTERS } from '../../../src/domain/idea/idea.js';
import { audiences } from '../../../src/domain/idea/notices/notices.js';
import { wordsAreErased } from '../../../src/domain/idea/people/leaving.js';
import { isSubmitter } from '../../../src/domain/idea/policy.js';
import { stageNames, stages } from '../../../src/domain/idea/stages.js';
import { hinderedIn } from '../../../src/domain/idea/waiting/hindered.js';
import { limits, type WordKey } from '../../../src/domain/idea/words.js';
import { tidy } from '../../../src/domain/language/tidy.js';
import { inLivesUntil, inManyLives, type LifeStep } from '../../../testing/properties/lives.js';

const always = (see: (step: LifeStep) => void) => inManyLives(({ steps }) => steps.forEach(see));
const withRecord = (judge: (idea: Idea, events: readonly IdeaEvent[]) => void) =>
  inManyLives(({ idea, events }) => judge(idea, events));

/** What a decision is about, compared in whole. */
const contentOf = ({ words, pictures, answers, driver, doer, owner }: Idea): string =>
  JSON.stringify([words, pictures, Object.entries(answers).sort(), driver?.person, doer?.person, owner?.person]);

/** Whether a decision was taken outside, and only noted by the one who did it. */
const wasOutside = ({ data }: IdeaEvent): boolean => 'outside' in data && data.outside !== undefined;

const only = (...roles: ('decider' | 'driver')[]): Actor['roles'] => new Set(roles);

/** All that had happened when an idea's own event of this number had. */
const upTo = (events: readonly IdeaEvent[], seq: number | undefined): IdeaEvent[] =>
  events.slice(0, events.findIndex((one) => one.seq === seq && one.adoption === undefined) + 1);

describe('whatever people try', () => {
  it('ideas come to every stage and meet every event here, so that the rest of this file says something', () => {
    // An idea begins by one of two. Who somebody is, is not for the people of an idea to say: same-person.test.ts.
    // Nor is that an obstacle of another department is gone, which comes of the obstacle's record: obstacles.test.ts.
    const aside: ReadonlySet<string> = new Set(['submitted', 'entered', 'identified', 'obstacleGoneThere']);
    const stagesUnmet = new Set<string>(stageNames);
    const eventsUnmet = new Set<string>(Object.keys(audiences).filter((type) => !aside.has(type)));
    const look = ({ after, event }: LifeStep) => {
      stagesUnmet.delete(after.stage);
      eventsUnmet.delete(event.type);
    };
    const isEnough = () => stagesUnmet.size + eventsUnmet.size === 0;
    inLivesUntil(isEnough, ({ steps }) => steps.forEach(look), 10_000, 9);
    expect([...stagesUnmet]).toEqual([]);
    expect([...eventsUnmet]).toEqual([]);
  });

  it('an idea waits for one or for nobody, and whom it waits for has a date', () => {
    always(({ after }) => {
      const waits = stages[after.stage].open;
      expect(after.waiting !== undefined).toBe(waits);
      expect(after.answerBy !== undefined).toBe(waits);
      expect(after.waitingSince !== undefined).toBe(waits);
      if (after.answerBy) expect(after.answerBy).toMatch(/^20\d\d-\d\d-\d\d$/);
    });
  });

  it('the turn rises by one exactly when stage, whom it waits for, department, what they are to do, or what is decided on changes', () => {
    const promises: readonly EventType[] = ['extended', 'postponed'];
    const newTask: readonly EventType[] = ['doingAccepted', 'drivingAccepted', 'owningAccepted', 'passedOn'];
    always(({ before, after, event }) => {
      const standing = ({ stage, waiting, department }: Idea) => JSON.stringify({ stage, waiting, department });
      const forOthers =
        (event.type === 'movedOn' && before.waiting?.for === 'deciders' && before.tier !== after.tier) ||
        ((event.type === 'movedOn' || event.type === 'driverNamed') &&
          before.waiting?.for === 'funder' &&
          before.money?.funder !== after.money?.funder);
      const moved = standing(before) !== standing(after) || newTask.includes(event.type) || forOthers;
      const changed = contentOf(before) !== contentOf(after);
      expect({ event: event.type, decisionVersion: after.decisionVersion }).toEqual({
        event: event.type,
        decisionVersion: before.decisionVersion + (moved || changed ? 1 : 0),
      });
      if (moved && after.waiting) expect(after.waitingSince).toBe(event.at);
      // Nobody gets more time by changing something but those who decide: they give a test a new last day, or promise to read an idea on one.
      const isLate = !promises.includes(event.type) && (before.escalated || event.type === 'escalated');
      if (!moved) expect([after.waitingSince, after.escalated]).toEqual([before.waitingSince, isLate]);
    });
  });

  it('one turn shows one content, and a decision names the event that made what its card showed', () => {
    inManyLives(({ idea, events, steps }) => {
      const shown = new Map<number, string>();
      for (const { before, event, command } of steps) {
        const content = shown.get(before.decisionVersion) ?? contentOf(before);
        shown.set(before.decisionVersion, content);
        expect(contentOf(before)).toBe(content);
        if (!isDecision(event)) continue;
        const asOf = replay(idea.id, upTo(events, event.asOf));
        expect({ type: event.type, content: asOf && contentOf(asOf) }).toEqual({ type: event.type, content });
        // Of a card's press, that is what its card showed, and of no press what stood there.
        if (rules[command.type].sameVersion && command.decisionVersion !== undefined)
          expect(command.decisionVersion).toBe(before.decisionVersion);
      }
    });
  });

  it('what has been handed in stands still until somebody decides or it is taken back', () => {
    always(({ before, after, event }) => {
      if (!isHandedIn(before)) return;
      expect(event.type).not.toBe('filled');
      if (event.type !== 'extended') expect(after.answers).toEqual(before.answers);
      if (event.type !== 'takenBack') return;
      expect(after.waiting?.for).toBe('driver');
      if (event.data.funder) expect(after.money).toBeUndefined();
    });
  });

  it('events are numbered one by one, those of an adoption by itself, and each is later than the one before', () => {
    always(({ before, after, event }) => {
      const last = event.adoption === undefined ? before : before.adoptionEvents?.[event.adoption];
      expect(event.seq).toBe((last?.seq ?? 0) + 1);
      for (const { at } of Object.values(before.adoptionEvents ?? {})) expect(event.at > at).toBe(true);
      expect(event.at > before.changedAt).toBe(true);
      if (event.adoption === undefined) expect([after.seq, after.changedAt]).toEqual([event.seq, event.at]);
      else expect(after.adoptionEvents?.[event.adoption]).toEqual({ seq: event.seq, at: event.at });
    });
  });

  it('what happens to an adoption changes nothing of the idea but that adoption', () => {
    always(({ before, after, event }) => {
      if (event.adoption === undefined) return expect(after.adoptionEvents).toEqual(before.adoptionEvents);
      const { adoptions, adoptionEvents, ...rest } = after;
      const { adoptions: had, adoptionEvents: _, ...restBefore } = before;
      expect(rest).toEqual(restBefore);
      expect(event.adoption).not.toBe(before.department);
      expect({ ...adoptions, [event.adoption]: 0 }).toEqual({ ...had, [event.adoption]: 0 });
    });
  });

  it('an idea that has come past its obstacle waits for none, and none of before its test comes back when it ends', () => {
    const isHindered = ({ stage }: Idea) => hinderedIn.some((one) => one === stage);
    always(({ before, after, event }) => {
      if (!isHindered(after)) expect({ type: event.type, obstacle: after.obstacle }).toEqual({ type: event.type });
      else if (!isHindered(before) && after.obstacle !== undefined)
        expect(event.data).toMatchObject({ obstacle: after.obstacle });
    });
  });

  it('the record makes the idea again, also after it has been stored as JSON', () => {
    withRecord((idea, events) => {
      expect(replay('K7M4QX', events)).toEqual(idea);
      expect(replay('K7M4QX', JSON.parse(JSON.stringify(events)))).toEqual(JSON.parse(JSON.stringify(idea)));
    });
  });

  it('an idea is never closed with only a no: it says why, where to go, what was learned, or what it became a part of', () => {
    always(({ before, after, event }) => {
      if (after.stage !== 'closed') return;
      const { reason, tried, lesson, channel, into, used } = after.ending ?? {};
      expect(Boolean(reason || ((tried || used) && lesson) || channel || into)).toBe(true);
      if (event.type === 'closed' && (before.stage === 'piloting' || before.stage === 'scaling') && !channel) {
        expect(tried && lesson).toBeTruthy();
      }
    });
  });

  it('nobody decides on their own idea, whether they had it alone or together', () => {
    // Their own, everybody's, and the work that somebody else has asked them to do.
    const theirs: readonly EventType[] = [
      ...(['edited', 'withdrawn', 'reopened', 'pictureAdded', 'answered', 'commented'] as const),
      ...(['coSubmitterAsked', 'coSubmitterAdded', 'coSubmitterDeclined', 'steppedOut'] as const),
      ...(['sentToChallenge', 'leftAsleep'] as const),
      ...(['drivingAccepted', 'drivingDeclined', 'doingAccepted', 'doingDeclined', 'concerned', 'filled'] as const),
      ...(['planned', 'planSubmitted', 'takenBack', 'extended', 'resultSubmitted', 'done'] as const),
      ...(['stoppedAsAgreed', 'successorNamed', 'takingOverAccepted', 'takingOverDeclined'] as const),
      ...(['checksAsked', 'coreTold'] as const),
      ...([
        'owningAccepted',
        'owningDeclined',
        'invited',
        'spread',
        'followedUp',
        'retired',
        'progressReported',
      ] as const),
      ...(['wordsWithheld', 'commentEdited', 'commentRemoved', 'reported'] as const),
    ];
    always(({ before, event, actor }) => {
      if (!isSubmitter(actor.ref, before)) return;
      for (const role of ['decider', 'funder', 'adopter', 'office'] as const) expect(actor.roles.has(role)).toBe(false);
      // What was decided elsewhere is only noted by them, and only where all who decide are disqualified.
      if (wasOutside(event)) {
        expect(actor.roles.has('noter')).toBe(true);
        expect(before.waiting?.for === 'funder' ? before.money?.funder : before.tier).toBe('outside');
        return;
      }
      expect(theirs).toContain(event.type);
      if (event.type === 'reopened') expect(before.stage).toBe('withdrawn');
      if (event.type === 'done') {
        const task = before.stage === 'doing' ? before.doer : before.driver;
        expect(task).toEqual({ person: actor.ref, accepted: true });
      }
    });
  });

  it('nobody decides on money for their own idea or their own work, nor approves a plan of their own', () => {
    always(({ before, event, actor }) => {
      if (wasOutside(event)) return;
      const works = [before.driver, before.doer, before.owner].some((who) => who?.person === actor.ref);
      if (event.type === 'granted' || event.type === 'moneyDeclined') {
        expect(works || isSubmitter(actor.ref, before)).toBe(false);
      }
      if (event.type === 'planApproved') expect(before.driver?.person).not.toBe(actor.ref);
      if (event.type === 'ownPlanSent')
        expect([before.driver?.person, actor.roles.has('decider')]).toEqual([actor.ref, true]);
    });
  });

  it('money is used only when somebody who may has granted it, and no more than was asked for', () => {
    always(({ before, after, event, actor }) => {
      const { money, stage } = after;
      if (stage === 'piloting' || stage === 'scaling') {
        if ((costOf(after) ?? 0) > 0) expect(money?.granted).toBeGreaterThan(0);
        else expect(money).toBeUndefined();
      }
      if (money?.granted !== undefined) expect(money.granted).toBeLessThanOrEqual(money.asked);
      if (money?.granted !== before.money?.granted && money?.granted !== undefined) {
        expect(event.type).toBe('granted');
        expect(actor.roles.has(wasOutside(event) ? 'noter' : 'funder')).toBe(true);
      }
      if (money && money.granted === undefined) expect(stage === 'planning' || !stages[stage].open).toBe(true);
      if (after.waiting?.for === 'funder') expect(money).toEqual({ asked: costOf(after), funder: money?.funder });
    });
  });

  it('an open question and waiting for whom it is asked are the same thing', () => {
    always(({ after }) => {
      const { question, waiting, driver, submitter, money } = after;
      const ofMoney = question?.backTo === 'funder';
      expect(question !== undefined && !ofMoney).toBe(waiting?.for === 'submitter');
      if (question) expect(after.asked).toBe(true);
      if (question && !ofMoney) expect(waiting).toEqual({ for: 'submitter', person: submitter });
      if (ofMoney) expect(waiting).toEqual({ for: 'driver', person: driver?.person });
      if (ofMoney) expect(money).toBeDefined();
    });
  });

  it('whom an idea waits for to do something is the one who has the task', () => {
    always(({ after }) => {
      const { waiting, stage } = after;
      for (const task of ['doer', 'driver', 'owner'] as const) {
        if (waiting?.for === task) expect(after[task]?.person).toBe(waiting.person);
      }
      if (stage === 'doing') expect(waiting?.for).toBe('doer');
      if (waiting?.for === 'doer') expect(stage).toBe('doing');
      if (waiting?.for === 'owner') expect(stage).toBe('scaling');
      if (waiting?.for === 'funder') expect(stage).toBe('planning');
      if (stage === 'piloting' || stage === 'scaling') expect(after.test).toBeDefined();
    });
  });

  it('somebody who has been asked and has not answered keeps no leader from deciding', () => {
    always(({ after }) => {
      if (!stages[after.stage].open) return;
      expect(isOpenTo('close', after, only('decider'))).toBe(true);
      const may = (type: 'nameDriver' | 'nameOwner' | 'reportDone') => isOpenTo(type, after, only('decider'));
      if (['exploring', 'planning', 'piloting'].includes(after.stage)) expect(may('nameDriver')).toBe(true);
      if (after.stage === 'scaling') expect(may('nameOwner')).toBe(true);
      if (after.stage === 'doing') expect(may('reportDone')).toBe(true);
      // And nobody works before they have said yes.
      if (after.driver?.accepted === false) expect(isOpenTo('fill', after, only('driver'))).toBe(false);
    });
  });

  it('words are tidy and within their limits', () => {
    const limitOf = (key: WordKey | FieldName): number => {
      if (key in limits) return limits[key as WordKey];
      const field = fields[key as FieldName];
      return field.kind === 'text' ? field.limit : 100;
    };
    always(({ event, after }) => {
      const all = { ...event.words, ...after.words, ...after.answers, ...after.ending };
      const written = (Object.entries(all) as [WordKey | FieldName, string][]).filter(
        ([key, text]) => (key in limits || key in fields) && typeof text === 'string',
      );
      const sound = ([key, text]: [WordKey | FieldName, string]) =>
        (text.length > 0 || wordsAreErased(after)) && text.length <= limitOf(key) && tidy(text) === text;
      expect(written.filter((one) => !sound(one))).toEqual([]);
    });
  });

  it('one wait has one reminder and then one escalation at the most', () => {
    withRecord((_idea, events) => {
      // Another date that a person has set is a promise of its own.
      let since = '';
      const perWait = new Map<string, string[]>();
      let idea: Idea | undefined;
      for (const [at, event] of events.entries()) {
        idea = replay('K7M4QX', events.slice(0, at + 1));
        since = `${idea?.waitingSince} ${idea?.promised}`;
        if (event.type === 'reminded' || event.type === 'escalated') {
          perWait.set(since, [...(perWait.get(since) ?? []), event.type]);
        }
      }
      for (const list of perWait.values()) expect(['reminded', 'reminded,escalated']).toContain(list.join());
    });
  });

  it('while somebody else is waited for, no reminder changes who decides', () => {
    const reminders: readonly EventType[] = ['reminded', 'escalated', 'remindedAgain', 'delayTold', 'progressAsked'];
    always(({ before, after, event }) => {
      if (!reminders.includes(event.type) || before.waiting?.for === 'deciders') return;
      expect({ type: event.type, tier: after.tier }).toEqual({ type: event.type, tier: before.tier });
    });
  });

  it('a reminder belongs to one wait', () => {
    always(({ before, after }) => {
      if (after.waitingSince !== before.waitingSince) expect([after.reminded, after.escalated]).toEqual([false, false]);
      if (after.escalated) expect(after.reminded).toBe(true);
    });
  });

  it('what is counted on the idea is what the record says', () => {
    withRecord((idea, events) => {
      expect(idea.thankedBy).toEqual(events.filter(({ type }) => type === 'thanked').map(({ by }) => by));
      expect(new Set(idea.thankedBy).size).toBe(idea.thankedBy.length);
      expect(idea.pictures).toHaveLength(events.filter(({ type }) => type === 'pictureAdded').length);
      let status: Record<string, string> = {};
      let department = 'VOO';
      for (const { type, data, to } of events) {
        if (type === 'passedOn') department = data.department;
        if (type === 'movedWithUnit') {
          const { [data.from]: own, [data.department]: theirs, ...others } = status;
          const has = own ?? (theirs === 'invited' ? undefined : theirs);
          status = { ...others, ...(has && { [data.department]: has }) };
          department = data.department;
        }
        if (type === 'entered' && to.stage === 'inUse') status[department] = 'using';
        if (type === 'scaled' || type === 'invited') for (const code of data.departments) status[code] = 'invited';
        if (type === 'movedOn') for (const code of data.uninvited) delete status[code];
        if (type === 'adopted') status[data.department] = data.status;
        if (type === 'notNow') status[data.department] = 'notNow';
        if (type === 'stoppedUsing') status[data.department] = 'stopped';
        if (type === 'retired') status[department] = 'stopped';
        if (type === 'done' || type === 'usedHere' || type === 'spread') status[department] = 'using';
      }
      expect(Object.fromEntries(Object.entries(idea.adoptions).map(([code, one]) => [code, one.status]))).toEqual(
        status,
      );
    });
  });

  it('a department that has been asked whether it uses the idea is asked again only after it has stopped and begun anew', () => {
    withRecord((_idea, events) => {
      const asked = new Set<string>();
      for (const { type, data } of events) {
        if (type === 'stoppedUsing' || type === 'notNow') asked.delete(data.department);
        if (type !== 'adoptionChecked') continue;
        expect(asked.has(data.department)).toBe(false);
        asked.add(data.department);
      }
    });
  });

  it('a department is reminded once at most of what has been asked of it, and not when it has answered since', () => {
    withRecord((_idea, events) => {
      const waiting = new Set<string>();
      for (const { type, data } of events) {
        if (type === 'adoptionChecked') waiting.add(data.department);
        if (type === 'adopted' || type === 'stoppedUsing' || type === 'betterTold') waiting.delete(data.department);
        if (type !== 'betterReminded') continue;
        expect(waiting.delete(data.department)).toBe(true);
      }
    });
  });

  it('where an idea came from and when never change', () => {
    always(({ before, after, event }) => {
      for (const part of ['id', 'origin', 'createdAt'] as const) expect(after[part]).toBe(before[part]);
      if (event.type !== 'personLeft') expect(after.unit).toBe(before.unit);
      expect(new Set([after.submitter, ...after.coSubmitters]).size).toBe(after.coSubmitters.length + 1);
      expect(after.coSubmitters.length).toBeLessThanOrEqual(MOST_CO_SUBMITTERS);
    });
  });

  it('hidden words come back only by being shown by those who decide', () => {
    always(({ before, after, event, actor }) => {
      if (!before.hidden || after.hidden) return;
      expect(event.type).toBe('shown');
      expect(actor.roles).toContain('decider');
    });
  });
});
