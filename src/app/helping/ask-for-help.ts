import { askedHelp, type Help, type HelpArea, isHelpOpen, LONGEST_LINE } from '../../domain/helping/help.js';
import type { Idea } from '../../domain/idea/idea.js';
import { mayAskForHelp } from '../../domain/idea/use/asking-for-help.js';
import { heldRefsOf, type Person } from '../../domain/person/person.js';
import { type Deps, todayIn } from '../deps.js';
import { rolesNow } from '../idea/roles.js';
import { type Desk, deskFor } from './desk.js';

/** What whoever works with an idea sees before they ask for help with it. */
export interface AskingForHelp {
  idea: Idea;
  /** Those who have said that they can help, or whom it is asked at once where they are too few; `nobody`: neither. */
  asks: 'helpers' | Desk['kind'];
  /** What they have asked already, and is open. */
  open: readonly Help[];
}

/** An idea that somebody asks for help with; a line where they may not. Three round trips' time at most. */
export async function askingForHelp(
  deps: Deps,
  person: Person,
  id: string,
): Promise<AskingForHelp | 'notFound' | 'notYours'> {
  const [stored, all, areEnough] = await Promise.all([
    deps.ideas.load(id),
    deps.helpRequests.of(id),
    deps.helpers.areEnough(),
  ]);
  if (!stored) return 'notFound';
  const { idea } = stored;
  if (!mayAskForHelp(idea, { ref: person.ref, roles: await rolesNow(deps, person, idea) })) return 'notYours';
  const refs = heldRefsOf(person);
  return {
    idea,
    asks: areEnough ? 'helpers' : deskFor(deps, idea, person.emails).kind,
    open: all.map(({ help }) => help).filter((help) => isHelpOpen(help) && refs.includes(help.by)),
  };
}

export interface HelpForm {
  idea: string;
  /** The key of the press. */
  name: string;
  area?: HelpArea | undefined;
  line: string;
}

/** What came of it; `full`: the idea has as many open as it may. */
export type AskedForHelp = 'asked' | 'full' | 'noArea' | 'noLine' | 'tooLong' | 'nobody' | 'notFound' | 'notYours';

/** "Be om hjälp": who is asked the clock chooses at its next look. Five round trips' time. */
export async function askForHelp(deps: Deps, person: Person, form: HelpForm): Promise<AskedForHelp> {
  const asking = await askingForHelp(deps, person, form.idea);
  if (typeof asking === 'string') return asking;
  if (asking.asks === 'nobody') return 'nobody';
  if (!form.area) return 'noArea';
  const line = form.line.trim();
  if (line === '') return 'noLine';
  if (line.length > LONGEST_LINE) return 'tooLong';
  const today = todayIn(deps);
  const asked = { idea: form.idea, name: form.name, by: person.ref, area: form.area, line };
  const added = await deps.helpRequests.add(askedHelp(asked, today), today);
  if (added === 'full') return 'full';
  deps.kick({ steps: true });
  return 'asked';
}
