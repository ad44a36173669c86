import { refuse } from '../../../result.js';
import { type CommandContext, defineCommand } from '../../command.js';
import { defineEvent, type Happened } from '../../event.js';
import type { Standing, Waiting } from '../../idea.js';
import { hasPart, type Leaving, withoutLeaver } from '../../people/leaving.js';
import { stageNames } from '../../stages.js';
import { forDeciders, forDriver, happens, stays, waitsFor } from '../../standing.js';
import { withoutQuestion } from '../changes.js';

type PersonTask = Extract<Waiting, { person: unknown }>['for'];
type Back = (context: CommandContext<Leaving>) => Standing;

const toDeciders: Back = (context) => forDeciders(context, context.idea.stage);

/** Whom the idea waits for when it waited for the one who has left, by what they were to do. */
const back: { readonly [T in PersonTask]: Back } = {
  driver: toDeciders,
  owner: toDeciders,
  // As when somebody says no to doing it.
  doer: (context) => forDeciders(context, 'submitted'),
  // The question goes to another of those who had the idea; where there is none, it is not waited for any more.
  submitter: (context) => {
    const { idea, data } = context;
    const next = idea.coSubmitters[0];
    if (next) return waitsFor(context, idea.stage, { for: 'submitter', person: next });
    const drives = idea.question?.backTo === 'driver' && idea.driver?.person !== data.leaver;
    return drives ? forDriver(context, idea.stage) : toDeciders(context);
  },
};

/** Whoever has their data erased leaves every idea in which they have a part. Refused where they have none. */
export const leave = defineCommand('leave')<Leaving>({
  from: stageNames,
  by: ['clock'],
  words: {},
  sameVersion: false,
  leadsTo: (context) => {
    const { idea, data } = context;
    const pictured = data.pictures.some((name) => idea.pictures.includes(name));
    const reachable = data.contacts.some((code) =>
      [idea.adoptions[code], idea.takingPart?.[code]].some((one) => one?.contact !== undefined),
    );
    if (!hasPart(idea, data.leaver) && !pictured && !reachable) return refuse({ code: 'notNow' });
    const { waiting } = idea;
    if (!waiting || !('person' in waiting) || waiting.person !== data.leaver) {
      return happens(personLeft, stays(context), data);
    }
    return happens(personLeft, back[waiting.for](context), { ...data, waitedAs: waiting.for });
  },
});

/** `waitedAs`: the idea waited for them, as this. */
interface PersonLeft extends Leaving {
  waitedAs?: PersonTask;
}

/** Whether the idea waited for somebody who has left, and now waits for these. */
const comesTo = ({ data, to }: Happened<string, PersonLeft>, whom: string): boolean =>
  data.waitedAs !== undefined && to.waiting?.for === whom;

export const personLeft = defineEvent('personLeft')<PersonLeft>({
  persons: { leaver: 'found' },
  changes: (idea, { to, data }) => {
    const { waiting } = to;
    const stillAsked = waiting?.for === (idea.question?.backTo === 'funder' ? 'driver' : 'submitter');
    const left = withoutLeaver(stillAsked ? idea : withoutQuestion(idea), data);
    return left.authors ? { ...left, authors: left.authors.filter((author) => author !== data.leaver) } : left;
  },
  // Only those who have to do what the one who left was to do.
  hears: ['driver', 'deciders'],
  atOnce: ['driver', 'deciders'],
  tells: ({ as, person }, event) => person !== event.data.leaver && comesTo(event, as),
  wordsOf: 'record',
});
