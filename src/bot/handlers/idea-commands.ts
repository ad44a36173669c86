import { chainOf, tierFor } from '../../app/deciders.js';
import type { VerbData } from '../../cards/verbs.js';
import type { Command } from '../../domain/commands.js';
import type { Refusal } from '../../domain/decide.js';
import type { Idea } from '../../domain/idea.js';
import { newPersonRef } from '../../domain/ids.js';
import { accept, type Result, refuse } from '../../domain/result.js';
import type { Turn } from '../turn.js';

type ActData = VerbData<'act'>;
/** The command that a press and its inputs ask for, once the idea is known and the person may give it. */
type Prepare = (idea: Idea) => Promise<Result<Command, Refusal>>;

/**
 * Begins to look up what the press names (a department, a colleague), beside the reading of the idea itself; nothing is
 * written before the person's right to do it has been judged.
 */
export const prepare = (turn: Turn, data: ActData): Prepare => preparations[data.do](turn, data);

const always = (command: Command) => (): Prepare => async () => accept(command);
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const preparations: { [T in ActData['do']]: (turn: Turn, data: ActData) => Prepare } = {
  explore: always({ type: 'explore', data: {}, words: {} }),
  acceptDoing: always({ type: 'acceptDoing', data: {}, words: {} }),
  hide: always({ type: 'hide', data: {}, words: {} }),
  withdraw: always({ type: 'withdraw', data: {}, words: {} }),
  ask: (_turn, { question = '' }) => always({ type: 'ask', data: {}, words: { question } })(),
  answer: (_turn, { answer = '' }) => always({ type: 'answer', data: {}, words: { answer } })(),
  declineDoing: (_turn, { reason = '' }) => always({ type: 'declineDoing', data: {}, words: { reason } })(),
  reportDone: (_turn, { done = '' }) => always({ type: 'reportDone', data: {}, words: { done } })(),

  doNow: ({ deps, person }, { doer, doerEmail, until = '' }) => {
    const email = (doerEmail?.trim() || doer || 'me').toLowerCase();
    const command = (ref: string): Command => ({ type: 'doNow', data: { doer: ref, until }, words: {} });
    if (email === 'me' || person.emails.includes(email)) return always(command(person.ref))();
    if (!EMAIL.test(email)) return async () => refuse({ code: 'unknownColleague' });
    const known = deps.people.contacts([email]);
    return async () => {
      const ref = (await known).get(email)?.ref;
      return accept(command(ref ?? (await deps.people.refOf({ email, name: email }, () => newPersonRef(deps.random)))));
    };
  },

  passOn: ({ deps }, { department = '', reason = '' }) => {
    if (!deps.directory.department(department)) return async () => refuse({ code: 'unknownDepartment' });
    const chain = chainOf(deps, department);
    return async ({ submitter }) => {
      const tier = tierFor(await chain, submitter);
      return accept({ type: 'passOn', data: { department, tier }, words: { reason } });
    };
  },

  close: ({ deps }, { channel, reason = '', tryAgain = '' }) => {
    const known = deps.directory.organisation.otherChannels.some(({ code }) => code === channel);
    if (channel && !known) return async () => refuse({ code: 'unknownChannel' });
    return always({ type: 'close', data: channel ? { channel } : {}, words: { reason, tryAgain } })();
  },
};
