import type { Verb } from '../../../src/cards/verbs.js';
import type { Idea } from '../../../src/domain/idea/idea.js';
import { type AuditedAct, TARGET } from './acts.js';

/** A press that nobody has drawn a card for: a verb, and the data that a card would send with it. */
export interface ForgedPress {
  verb: Verb;
  data: Record<string, unknown>;
}

/** What a press holds beside the act and its idea. */
export interface ForgedWith {
  idempotencyKey: string;
  /** The id of another idea of the department, which this one becomes a part of. */
  other: string;
  /** The name of a picture of whoever presses. */
  picture: string | undefined;
  /** Of whoever is named in a form: they are known by it. */
  named: string;
}

/** The press that gives an act on an idea. */
export function forgedPress(
  { verb = 'act', command }: Pick<AuditedAct, 'verb' | 'command'>,
  idea: Pick<Idea, 'id' | 'decisionVersion'>,
  { idempotencyKey, other, picture, named }: ForgedWith,
): ForgedPress {
  const at = { idea: idea.id, decisionVersion: String(idea.decisionVersion), idempotencyKey };
  if (!command) return { verb, data: { idea: idea.id, ...(verb === 'follow' && { on: 'true' }) } };
  const { type, data, words } = command;
  if (verb === 'merge') return { verb, data: { ...at, into: type === 'proposeMerge' ? TARGET : other } };
  if (verb === 'answerMerge') return { verb, data: { ...at, yes: String(type === 'acceptMerge') } };
  if (verb === 'edit') return { verb, data: { ...at, ...words } };
  const told = { ...inputsOf({ ...data }, named), ...words, ...('comment' in data && { said: String(data.comment) }) };
  if (verb === 'several')
    return { verb, data: { ...at, ...told, do: type, ideas: `${idea.id}.${idea.decisionVersion}` } };
  if (verb === 'answerTyped') {
    return { verb, data: { ...at, text: Object.values(words)[0], about: type === 'comment' ? type : 'question' } };
  }
  return { verb, data: { ...at, ...told, do: type, ...(type === 'addPicture' && { picture }) } };
}

/** What a form would hold for a command's data: whoever is named is named by address. */
function inputsOf(data: Record<string, unknown>, address: string): Record<string, unknown> {
  const { driver, doer, owner, person, people, departments, end, amount, tier: _, funder: _f, ...more } = data;
  // Which comment it is about goes by another name, and storage says whose it is.
  const { comment: _c, by: _b, out: _o, obstacle, ...rest } = more;
  const named = [driver, doer, owner, person].some((one) => one !== undefined);
  return {
    ...rest,
    // What stands in the way is said in a line, and gets its id by that.
    ...(obstacle !== undefined && { obstacleKind: 'system', obstacleLine: 'Systemet saknar en koppling.' }),
    ...(named && { personEmail: address }),
    ...(people !== undefined && { peopleEmails: address }),
    ...(Array.isArray(departments) && { departments: departments.join() }),
    ...(end !== undefined && { until: end }),
    ...(amount !== undefined && { amount: String(amount) }),
  };
}
