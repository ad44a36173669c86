import { refuse } from '../../result.js';
import type { Idea, Standing, Waiting } from '../idea.js';
import { hasPart } from '../people/leaving.js';
import { type Consequences, forDeciders, forDriver, happens, type Occasion, stays, waitsFor } from './consequence.js';

/** Whoever has their data erased leaves every idea in which they have a part. Refused where they have none. */
export const leaving: Consequences<'leave'> = {
  leave: (occasion) => {
    const { idea, data } = occasion;
    const pictured = data.pictures.some((name) => idea.pictures.includes(name));
    const reachable = data.contacts.some((code) => idea.adoptions[code]?.contact !== undefined);
    if (!hasPart(idea, data.leaver) && !pictured && !reachable) return refuse({ code: 'notNow' });
    const { waiting } = idea;
    if (!waiting || !('person' in waiting) || waiting.person !== data.leaver) {
      return happens('personLeft', stays(occasion), data);
    }
    const to = back[waiting.for](occasion, idea, idea.stage);
    return happens('personLeft', to, { ...data, waitedAs: waiting.for });
  },
};

type Back = (occasion: Occasion<'leave'>, idea: Idea, stage: Idea['stage']) => Standing;

const toDeciders: Back = (occasion, _idea, stage) => forDeciders(occasion, stage);

/** Whom the idea waits for when it waited for the one who has left, by what they were to do. */
const back: { readonly [W in Extract<Waiting, { person: string }>['for']]: Back } = {
  driver: toDeciders,
  owner: toDeciders,
  // As when somebody says no to doing it.
  doer: (occasion) => forDeciders(occasion, 'submitted'),
  // The question goes to another of those who had the idea; where there is none, it is not waited for any more.
  submitter: (occasion, idea, stage) => {
    const next = idea.coSubmitters[0];
    if (next) return waitsFor(occasion, stage, { for: 'submitter', person: next });
    const drives = idea.question?.backTo === 'driver' && idea.driver?.person !== occasion.data.leaver;
    return drives ? forDriver(occasion, stage) : forDeciders(occasion, stage);
  },
};
