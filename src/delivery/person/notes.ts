import type { Drawn } from '../../cards/card-context.js';
import { thinChain } from '../../cards/person/notes.js';
import { newPersonRef } from '../../domain/ids.js';
import type { Contact } from '../../domain/organisation/organisation.js';
import type { ThinChain } from '../../domain/organisation/organisation-rules.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { postsOf } from '../../domain/person/posts.js';
import { type NoteName, owed } from '../../store/delivery/deliveries.js';
import { noteRun } from '../../store/keys.js';
import type { DeliveryDeps } from '../deps.js';

/**
 * Whether a note needs no message of its own: what it tells of stands in a list that their day card shows, where they have one, or the card alone
 * tells it.
 */
export const isGathered = (note: NoteName, hasDayCard: boolean): boolean =>
  isOnlyGathered(note) || ((note === 'movedOn' || note === 'help') && hasDayCard);

/** What a day card tells, and nothing else: it has no card of its own. */
export type GatheredNote = (typeof gatheredNotes)[number];
const gatheredNotes = ['askEnded', 'capability', 'toRegister'] as const satisfies NoteName[];
export const isOnlyGathered = (note: NoteName): note is GatheredNote => gatheredNotes.some((one) => one === note);

/** These only tell something. */
const tellsOnly: ReadonlySet<NoteName> = new Set([
  'moved',
  'postLeft',
  'askEnded',
  'awaySet',
  'capability',
  'proposalEnded',
  'toRegister',
]);

/** Whether a note asks its reader to act, and is better sent twice than never. */
export const noteAsks = (note: NoteName): boolean => !tellsOnly.has(note);

/** Who can decide in a department, where they are too few; or why nothing is said of it any more. */
export function thinNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  { note, about }: { note: NoteName; about: string },
  { language, emails }: Person,
): Drawn | string {
  const thin = app.directory().thinChains.find((one) => one.department === about && nameOf(one) === note);
  return thin ? thinChain(context(language), thin, postsOf(emails, app.directory())) : 'enough people';
}

const nameOf = ({ on }: Pick<ThinChain, 'on'>): NoteName => (on === 'ideas' ? 'thinIdeas' : 'thinMoney');

/** Owes people a note, once for what it is about. */
export async function oweNote(
  { app, deliveries, wake }: Pick<DeliveryDeps, 'app' | 'deliveries' | 'wake'>,
  people: readonly PersonRef[],
  note: { note: NoteName; about: string },
  once = note.about,
): Promise<void> {
  const now = app.now();
  const rows = people.map((person) =>
    owed({ person, run: noteRun(note.note, once) }, { kind: 'note', ...note }, now, now),
  );
  await deliveries.add(rows);
  await wake(rows);
}

/** The references of those behind contacts; who has not met the bot gets one here, and the note waits for them. */
export const contactRefs = (app: DeliveryDeps['app'], contacts: readonly Contact[]): Promise<PersonRef[]> =>
  Promise.all(contacts.map((one) => app.people.refOf(one, () => newPersonRef(app.random))));

/** So many of a department's managers are asked, the first ones: one answer is enough. */
const MOST_ASKED = 3;

/** Who sees to the posts of a department: its managers, so many of them; the office where there are none, and as well where none of them can be written to. */
export async function answerersFor({ people, directory }: DeliveryDeps['app'], department: string): Promise<Contact[]> {
  const { office } = directory();
  const managers = (directory().department(department)?.managers ?? []).slice(0, MOST_ASKED);
  const cards = await people.contacts(managers.map(({ email }) => email));
  const isReached = [...cards.values()].some(({ installed, absent }) => installed && !absent);
  return isReached ? managers : [...managers, ...office];
}

/** Where too few can decide, those who see to the department's posts are told, once for those who can. */
export async function tellOfThinChains(deps: DeliveryDeps): Promise<void> {
  const { app } = deps;
  for (const thin of app.directory().thinChains) {
    const { department, able } = thin;
    const people = await contactRefs(app, await answerersFor(app, department));
    const who =
      able.length > 0
        ? await contactRefs(
            app,
            able.flatMap((email) => app.directory().contact(email) ?? []),
          )
        : ['nobody'];
    await oweNote(deps, people, { note: nameOf(thin), about: department }, [department, ...who].join('.'));
  }
}
