import { type Idea, MOST_ASKED } from '../../../../src/domain/idea/idea.js';
import {
  isKept,
  isSubmitter,
  mayName,
  mayNotDecide,
  maySeePlace,
  type Role,
} from '../../../../src/domain/idea/policy.js';
import { mayReadWords } from '../../../../src/domain/idea/reading/visibility.js';
import { actorCalled, people } from '../../../../testing/properties/attempts.js';
import { inManyLives, type LifeStep } from '../../../../testing/properties/lives.js';

// Who has an idea together, whatever anybody tries, in any order.

const always = (see: (step: LifeStep) => void) => inManyLives(({ steps }) => steps.forEach(see), 80);
const rolesOf = (name: string, idea: Idea): ReadonlySet<Role> => actorCalled(name, idea, true).roles;
const had = ({ submitter, coSubmitters, submittersLeft }: Idea) => (submittersLeft ? [] : [submitter, ...coSubmitters]);
const deciding = ['decider', 'funder', 'adopter', 'office', 'answerer'] as const;

/** Each step with everybody who has had the idea up to it, alone, together or as a part of it; who is erased is somebody new. */
const withPast = (see: (step: LifeStep, everHad: ReadonlySet<string>) => void) =>
  inManyLives(({ steps }) => {
    const ever = new Set<string>(steps[0] ? had(steps[0].before) : []);
    for (const step of steps) {
      const { after, event } = step;
      if (event.type === 'absorbed') for (const ref of event.data.former ?? []) ever.add(ref);
      for (const ref of [...had(after), ...(after.joined ?? [])]) ever.add(ref);
      // The reference of the last one stays, and leads to nobody.
      if (event.type === 'personLeft' && !after.submittersLeft) ever.delete(event.data.leaver);
      see(step, ever);
    }
  }, 80);

describe('whatever people try', () => {
  it('nobody becomes a submitter but by their own yes to a question', () => {
    always(({ before, after, event, actor }) => {
      for (const person of had(after).filter((ref) => !had(before).includes(ref))) {
        expect({ person, by: actor.ref, event: event.type }).toEqual({ person, by: person, event: 'coSubmitterAdded' });
        expect(before.askedColleagues?.map((asked) => asked.person)).toContain(person);
      }
    });
  });

  it('nobody gains a right by a merge, or by being asked', () => {
    always(({ after }) => {
      const others = [...(after.joined ?? []), ...(after.askedColleagues ?? []).map(({ person }) => person)];
      for (const person of others.filter((ref) => !had(after).includes(ref))) {
        const roles = rolesOf(person, after);
        expect(roles.has('submitter')).toBe(false);
        if (after.hidden && !roles.has('decider')) expect(mayReadWords({ ref: person, roles }, after)).toBe(false);
      }
    });
  });

  it('nobody decides who has or has had the idea, or whose own has become a part of it', () => {
    withPast(({ after }, everHad) => {
      for (const name of people.filter((one) => everHad.has(one))) {
        expect(deciding.filter((role) => rolesOf(name, after).has(role))).toEqual([]);
      }
    });
  });

  it('nobody else is kept from deciding: being named, asked or saying no disqualifies nobody', () => {
    withPast(({ before, after, event }, everHad) => {
      const { askedColleagues: _a, saidNo: _s, ...unasked } = after;
      for (const name of people.filter((one) => !everHad.has(one))) {
        expect(mayNotDecide(name, after)).toBe(false);
        const roles = deciding.filter((role) => rolesOf(name, after).has(role));
        expect(roles).toEqual(deciding.filter((role) => rolesOf(name, unasked).has(role)));
      }
      if (event.type === 'coSubmitterAsked') {
        for (const part of ['tier', 'waiting', 'answerBy', 'decisionVersion'] as const)
          expect(after[part]).toEqual(before[part]);
      }
    });
  });

  it('a name that is kept is shown to others only when its owner says so', () => {
    always(({ before, after, event, actor }) => {
      for (const name of [...people, 'mate'].filter((one) => isKept(one, before))) {
        const gone = event.type === 'personLeft' && event.data.leaver === name;
        if (!isKept(name, after))
          expect([gone || event.type === 'edited', gone || actor.ref === name]).toEqual([true, true]);
      }
      for (const name of [...people, 'mate'].filter((one) => isKept(one, after))) {
        expect(mayName({ ref: 'pSTRANGER', roles: new Set(['reader']) }, name, after)).toBe(false);
        if (isSubmitter(name, after)) expect(maySeePlace(new Set(['reader']), after)).toBe(false);
      }
    });
  });

  it('what is asked beside an idea ends with it, is asked of few, and of nobody twice after a no', () => {
    always(({ before, after, event }) => {
      const { askedColleagues = [], proposal, saidNo = [] } = after;
      if (!after.waiting) expect([askedColleagues, proposal]).toEqual([[], undefined]);
      if (after.decisionVersion > before.decisionVersion) expect(proposal).toBeUndefined();
      expect(askedColleagues.length).toBeLessThanOrEqual(MOST_ASKED);
      for (const { person, by } of askedColleagues) {
        expect([had(after).includes(person), saidNo.includes(person), had(after).includes(by)]).toEqual([
          false,
          false,
          true,
        ]);
      }
      if (event.type === 'coSubmitterAsked') expect(before.saidNo ?? []).not.toContain(event.data.person);
    });
  });
});
