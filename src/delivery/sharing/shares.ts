import { timeZoneOf, todayIn } from '../../app/deps.js';
import { publishShares } from '../../app/sharing/publish-shares.js';
import { sharesOut, viewSharing } from '../../app/sharing/share-idea.js';
import type { Drawn } from '../../cards/card-context.js';
import { sharingAnswer, sharingSheet, sharingTold } from '../../cards/sharing/sheet-card.js';
import { isSubmitter } from '../../domain/idea/policy.js';
import { heldRefsOf, type Person, type PersonRef } from '../../domain/person/person.js';
import { canBeShared, sheetOf } from '../../domain/sharing/sheet.js';
import { type Day, instantAt } from '../../domain/time.js';
import type { ShareDue } from '../../store/sharing/shares.js';
import type { DeliveryDeps } from '../deps.js';
import { contactRefs, oweNote } from '../person/notes.js';

/** What a note says: the question to the innovation office, that it is asked, and its answer. */
const says = ['ask', 'told', 'yes', 'no'] as const;

/** The innovation office decides, whoever had the idea is told before, and those who lead read the answer; or why nothing is said. */
export async function sharingNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  about: string,
  person: Person,
): Promise<Drawn | string> {
  const [id = '', said] = about.split('.');
  const what = says.find((one) => one === said);
  const kit = context(person.language);
  if (what === 'ask') {
    const view = await viewSharing(app, person, id);
    return view?.office && view.share?.asked ? sharingSheet(kit, view) : 'not asked any more';
  }
  const [idea, share] = await Promise.all([app.ideas.load(id).then((stored) => stored?.idea), app.shares.of(id)]);
  const mailbox = sharesOut(app);
  if (!idea || !mailbox || !canBeShared(idea)) return 'not to be shared any more';
  if (what === 'told') {
    if (!heldRefsOf(person).some((ref) => isSubmitter(ref, idea))) return 'not theirs any more';
    return share?.asked || share?.sheet ? sharingTold(kit, idea, sheetOf(idea), mailbox) : 'not asked any more';
  }
  if (what === 'yes') return share?.sheet ? sharingAnswer(kit, idea, 'yes') : 'taken back';
  if (what === 'no') return share?.sheet || share?.asked ? 'asked anew' : sharingAnswer(kit, idea, 'no');
  return 'of another version';
}

/** From this hour on the night's file is written. */
const HOUR = 1;
/** Whoever has begun and has not finished after so many milliseconds is gone, or has failed: another one tries. */
const SILENCE_MS = 60 * 60_000;

/** Tells of what is asked and answered, and writes the file of what is shared once a night. */
export function processShares(deps: DeliveryDeps): () => Promise<void> {
  const { app, runs, log } = deps;
  let writtenOn: Day | undefined;

  async function write(): Promise<void> {
    const today = todayIn(app);
    if (!sharesOut(app) || writtenOn === today) return;
    if (app.now() < instantAt(today, HOUR, timeZoneOf(app)) || !(await deps.clockIsRight())) return;
    const { run, mine } = await runs.claim('sharing', today, app.now(), SILENCE_MS);
    if (run.plannedAt) writtenOn = today;
    if (!mine) return;
    const came = await publishShares(app);
    const now = app.now();
    await runs.note('sharing', today, { plannedAt: now, recipients: 0 });
    await runs.note('sharing', today, { finishedAt: now });
    writtenOn = today;
    log.info({ came }, 'What is shared with other municipalities has been looked at');
  }

  return async () => {
    if (!app.sharingOut) return;
    for (const due of await app.shares.due()) {
      try {
        await tell(deps, due);
      } catch (error) {
        log.error(
          { id: due.idea, err: error },
          'A question about sharing could not be told; the next look tries again',
        );
      }
    }
    await write();
  };
}

async function tell(deps: DeliveryDeps, due: ShareDue): Promise<void> {
  const { app } = deps;
  const { idea: id, todo } = due;
  const [idea, share] = await Promise.all([app.ideas.load(id).then((stored) => stored?.idea), app.shares.of(id)]);
  if (idea && share) {
    const once = share.asked ?? share.sharedAt ?? String(share.version);
    const { directory } = app;
    if (todo === 'ask') {
      // Before the question: whoever had it knows of it first.
      if (!idea.submittersLeft) await owe(deps, [idea.submitter, ...idea.coSubmitters], `${id}.told`, once);
      await owe(deps, await contactRefs(app, directory().office), `${id}.ask`, once);
    } else {
      const leaders = directory().department(directory().codeNow(idea.department))?.leaders ?? [];
      await owe(deps, await contactRefs(app, leaders), `${id}.${todo}`, `${once}.${share.version}`);
    }
  }
  await app.shares.told(due);
}

const owe = (deps: DeliveryDeps, people: readonly PersonRef[], about: string, once: string): Promise<void> =>
  oweNote(deps, [...new Set(people)], { note: 'sharing', about }, `${about}.${once}`);
