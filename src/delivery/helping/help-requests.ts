import { todayIn } from '../../app/deps.js';
import { chooseHelpers } from '../../app/helping/choose-helpers.js';
import { deskFor } from '../../app/helping/desk.js';
import {
  askDesk,
  askHelpers,
  endHelp,
  type Help,
  type HelpNews,
  isAskedInVain,
  isHelpOpen,
  isInVain,
  toldOf,
} from '../../domain/helping/help.js';
import { rested } from '../../domain/helping/helper.js';
import type { Idea } from '../../domain/idea/idea.js';
import { canHaveHelp } from '../../domain/idea/use/asking-for-help.js';
import type { PersonRef } from '../../domain/person/person.js';
import { MOST_HELP_DUE, type StoredHelp } from '../../store/helping/help-requests.js';
import type { DeliveryDeps } from '../deps.js';
import { contactRefs, oweNote } from '../person/notes.js';

/** A question is asked of others, those are told, and it is looked at again: so many steps at most belong together. */
const MOST_STEPS = 4;

/**
 * Questions for help: who is asked, who is told what came of it, and what ends by itself. Each step is written before anybody is told
 * of it, and each note has a name, so whoever dies between two of them leaves what the next look finishes. Those who can help and
 * have rested can be asked again.
 */
export async function processHelp(deps: DeliveryDeps): Promise<void> {
  const { helpRequests, helpers } = deps.app;
  const today = todayIn(deps.app);
  const [due, rests] = await Promise.all([helpRequests.due(today), helpers.rested(today, MOST_HELP_DUE)]);
  if (due.length + rests.length === 0 || !(await deps.clockIsRight())) return;
  for (const one of due) {
    try {
      if (await isGone(deps, one)) await helpRequests.dueNoMore(one);
    } catch (error) {
      deps.log.error({ id: one.idea, err: error }, 'A question for help could not go on; the next look tries again');
    }
  }
  for (const person of rests) {
    const stored = await helpers.of(person);
    if (stored) await helpers.keep(stored, rested(stored.helper, today));
  }
}

/** Goes on with one, as far as it can today. True where there is none any more. */
async function isGone(deps: DeliveryDeps, { idea, name }: { idea: string; name: string }): Promise<boolean> {
  const { helpRequests } = deps.app;
  const today = todayIn(deps.app);
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const stored = await helpRequests.named(idea, name);
    if (!stored) return true;
    if (stored.help.due > today) return false;
    await step(deps, stored);
  }
  return false;
}

async function step(deps: DeliveryDeps, stored: StoredHelp): Promise<void> {
  const { helpRequests, ideas } = deps.app;
  const { help } = stored;
  const today = todayIn(deps.app);
  if (help.tell.length > 0) {
    for (const news of help.tell) await owe(deps, help, news);
    await helpRequests.keep(stored, toldOf(help, today), today);
    return;
  }
  if (!isHelpOpen(help)) {
    await (today > help.until
      ? helpRequests.remove(stored, today)
      : helpRequests.keep(stored, toldOf(help, today), today));
    return;
  }
  const idea = (await ideas.load(help.idea))?.idea;
  await helpRequests.keep(stored, await after(deps, help, idea), today);
}

/** What has become of it by today. */
async function after(deps: DeliveryDeps, help: Help, idea: Idea | undefined): Promise<Help> {
  const today = todayIn(deps.app);
  // Whoever asked knows that their idea has ended; whoever helps need not.
  if (!idea || !canHaveHelp(idea)) return endHelp(help, today, help.helper === undefined);
  if (help.state === 'new') {
    const asked = await chooseHelpers(deps.app, help, idea);
    const { calendar } = deps.app.settings();
    return asked.length > 0
      ? askHelpers(help, asked, today, calendar)
      : askDesk(help, await deskOf(deps, help, idea), today);
  }
  if (isAskedInVain(help, today)) return askDesk(help, await deskOf(deps, help, idea), today);
  return isInVain(help, today) ? endHelp(help, today) : toldOf(help, today);
}

/** The innovation office, or who leads where there is none; without whoever asks, and those who have said that they cannot. */
async function deskOf(deps: DeliveryDeps, { by, no }: Help, idea: Idea): Promise<PersonRef[]> {
  const asker = (await deps.app.people.byRef(by))?.person;
  const refs = await contactRefs(deps.app, deskFor(deps.app, idea, asker?.emails ?? []).people);
  return [...new Set(refs)].filter((ref) => ref !== by && !no.includes(ref));
}

/** A note to each who is to know, once. */
async function owe(deps: DeliveryDeps, help: Help, news: HelpNews): Promise<void> {
  const about = [help.idea, help.name, news].join('.');
  await oweNote(deps, hearersOf(help, news), { note: 'help', about });
}

function hearersOf({ by, asked, desk, no, helper }: Help, news: HelpNews): readonly PersonRef[] {
  const others = (refs: readonly PersonRef[]) => refs.filter((ref) => !no.includes(ref) && ref !== helper);
  switch (news) {
    case 'asked':
      return others(asked);
    case 'desk':
      return others(desk);
    case 'solved':
      return [...new Set(others([...asked, ...desk]))];
    case 'thanks':
    case 'over':
      return helper === undefined ? [] : [helper];
    default:
      return [by];
  }
}
