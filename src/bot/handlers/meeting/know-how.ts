import { hasMeetings } from '../../../app/meeting/list-meetings.js';
import { methodList } from '../../../cards/idea/methods/method-list.js';
import { meetingsButton } from '../../../cards/meeting/meeting-list.js';
import type { VerbData } from '../../../cards/verbs.js';
import { type Answer, below, here } from '../../turns/answer.js';
import type { Turn } from '../../turns/turn.js';
import { method, useMethod } from '../idea/methods.js';

/** "Så kan ni göra": the methods, in place where a button was pressed. */
const methods = async (turn: Turn, asked: VerbData<'methods'>): Promise<Answer> =>
  here(methodList(turn.context, { ...asked, beside: await besideMethods(turn) }));

/** `support`: asked for by a word that also people use who are not well themselves. */
export const written = async (turn: Turn, { support }: { support: boolean }): Promise<Answer> =>
  below(methodList(turn.context, { support, beside: await besideMethods(turn) }));

/** What else there is for those who want to learn: meetings, where there are any for them. Where the municipality has a system for that, nothing is asked. */
async function besideMethods({ deps, person, context }: Turn) {
  const button = meetingsButton(context);
  return button && (await hasMeetings(deps, person)) ? [button] : [];
}

/** What the buttons of what people learn lead to. */
export const buttons = { methods, method, useMethod };
