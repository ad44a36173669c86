import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent, type Happened } from '../../event.js';
import { hasPart, holdsSaid, type Leaving, withoutLeaver } from '../../people/leaving.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';
import { type PersonTask, taskWaitedFor, withoutTheirQuestion, withoutThem } from './without-them.js';

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
    if (!hasPart(idea, data.leaver) && !pictured && !reachable && !holdsSaid(idea, data.said))
      return refuse({ code: 'notNow' });
    const waitedAs = taskWaitedFor(idea, data.leaver);
    if (!waitedAs) return happens(personLeft, stays(context), data);
    const next = idea.coSubmitters.find((one) => one !== data.leaver);
    return happens(personLeft, withoutThem(context, data.leaver, waitedAs, next), { ...data, waitedAs });
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
    const left = withoutLeaver(withoutTheirQuestion(idea, to), data);
    return left.authors ? { ...left, authors: left.authors.filter((author) => author !== data.leaver) } : left;
  },
  // Only those who have to do what the one who left was to do.
  hears: ['driver', 'deciders'],
  atOnce: ['driver', 'deciders'],
  tells: ({ as, person }, event) => person !== event.data.leaver && comesTo(event, as),
  wordsOf: 'record',
});
