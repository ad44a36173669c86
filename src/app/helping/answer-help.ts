import { cannotNow, canThank, helps, isAskedOf, LONGEST_LINE, thanksFor } from '../../domain/helping/help.js';
import { hasRoom } from '../../domain/helping/helper.js';
import { canHaveHelp } from '../../domain/idea/use/asking-for-help.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import { weekOf } from '../../domain/time.js';
import { type Deps, todayIn } from '../deps.js';

/** So often it is tried where something else has changed it meanwhile. */
const MOST_TRIES = 4;

/** A question for help, by its idea and its own name. */
export interface HelpNamed {
  idea: string;
  name: string;
}

/** `solved`: somebody else came first; `full`: they help with as much as they can; `over`: it has ended, or is not asked of them. */
export type HelpAnswered = 'yes' | 'no' | 'solved' | 'full' | 'over';

/** "Jag hjälper till" or "Inte nu". The first yes gets it, and a press that comes twice is answered as it was. Four round trips, where nothing else changes it meanwhile. */
export async function answerHelp(
  deps: Deps,
  person: Person,
  { idea: id, name, yes }: HelpNamed & { yes: boolean },
): Promise<HelpAnswered> {
  const refs = heldRefsOf(person);
  const today = todayIn(deps);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const [stored, found] = await Promise.all([deps.helpRequests.named(id, name), deps.ideas.load(id)]);
    if (!stored) return 'over';
    const { help } = stored;
    if (help.helper !== undefined && refs.includes(help.helper)) return 'yes';
    const wasAsked = [...help.asked, ...help.desk].some((ref) => refs.includes(ref));
    if (help.helper !== undefined) return wasAsked ? 'solved' : 'over';
    if (refs.some((ref) => help.no.includes(ref))) return 'no';
    const ref = refs.find((one) => isAskedOf(help, one));
    if (!ref || !found || !canHaveHelp(found.idea)) return 'over';
    if (yes && !(await mayTakeOn(deps, ref))) return 'full';
    if (await deps.helpRequests.keep(stored, yes ? helps(help, ref, today) : cannotNow(help, ref, today), today)) {
      deps.kick({ steps: true });
      return yes ? 'yes' : 'no';
    }
  }
  return 'over';
}

async function mayTakeOn({ helpers }: Deps, ref: PersonRef): Promise<boolean> {
  const helper = (await helpers.of(ref))?.helper;
  return !helper || hasRoom(helper);
}

/** What came of "Tack, det hjälpte". */
export type HelpThanks = 'thanked' | 'noLine' | 'tooLong' | 'over';

/** Whoever asked says how it helped: to the helper, and to their manager where they want that. Four round trips. */
export async function thankHelp(
  deps: Deps,
  person: Person,
  { idea, name, thanks }: HelpNamed & { thanks: string },
): Promise<HelpThanks> {
  const said = thanks.trim();
  const today = todayIn(deps);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const stored = await deps.helpRequests.named(idea, name);
    if (!stored || !heldRefsOf(person).includes(stored.help.by)) return 'over';
    const { help } = stored;
    if (help.state === 'thanked') return 'thanked';
    if (!canThank(help)) return 'over';
    if (said === '') return 'noLine';
    if (said.length > LONGEST_LINE) return 'tooLong';
    const toldIn = help.helper && (await toldToManager(deps, help.helper));
    const after = thanksFor(help, said, today, toldIn && { week: weekOf(today), ...toldIn });
    if (await deps.helpRequests.keep(stored, after, today)) {
      deps.kick({ steps: true });
      return 'thanked';
    }
  }
  return 'over';
}

/** Where somebody works who wants their manager to know that they have helped. */
async function toldToManager({ helpers, people }: Deps, ref: PersonRef) {
  const [stored, known] = await Promise.all([helpers.of(ref), people.byRef(ref)]);
  const { department, unit } = known?.person ?? {};
  if (!stored?.helper.tellsManager || department === undefined) return undefined;
  return { department, ...(unit !== undefined && { unit }) };
}
