import { myTurn } from '../../app/idea/lists/my-turn.js';
import { claimEnds, openClaim } from '../../app/identity/claims.js';
import type { Drawn } from '../../cards/card-context.js';
import { accountMoved, accountQuestion, ideasMovedOn, thinChain } from '../../cards/person/notes.js';
import { newPersonRef } from '../../domain/ids.js';
import type { Contact } from '../../domain/organisation/organisation.js';
import type { ThinChain } from '../../domain/organisation/organisation-rules.js';
import type { Person, PersonRef } from '../../domain/person/person.js';
import { postsOf } from '../../domain/person/posts.js';
import { type Delivery, type NoteName, owed } from '../../store/delivery/deliveries.js';
import { noteRun } from '../../store/keys.js';
import type { DeliveryDeps } from '../deps.js';

type NoteDelivery = Extract<Delivery, { kind: 'note' }>;

/** What a note says now, or why it says nothing any more. */
export async function noteCard(
  { app, context: contextFor }: Pick<DeliveryDeps, 'app' | 'context'>,
  { note, about }: Pick<NoteDelivery, 'note' | 'about'>,
  person: Person,
): Promise<Drawn | string> {
  const context = contextFor(person.language);
  switch (note) {
    case 'thinIdeas':
    case 'thinMoney': {
      const thin = app.directory().thinChains.find((one) => one.department === about && nameOf(one) === note);
      return thin ? thinChain(context, thin, postsOf(person.emails, app.directory())) : 'enough people';
    }
    case 'movedOn': {
      const { counts } = await myTurn(app, person, 'all', 0);
      return counts.all > 0 ? ideasMovedOn(context, counts.all) : 'nothing waits';
    }
    case 'account': {
      const seen = await openClaim(app, about);
      if (!seen || !postsOf(person.emails, app.directory()).office) return 'answered';
      return accountQuestion(context, seen, claimEnds(app, seen.claim));
    }
    case 'moved':
      return accountMoved(context);
    default:
      // One that only a newer version of the bot knows.
      throw new TypeError('A note of an unknown name');
  }
}

/** Whether a note asks its reader to act, and is better sent twice than never. */
export const noteAsks = (note: NoteName): boolean => note !== 'moved';

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
const refsOf = (app: DeliveryDeps['app'], contacts: readonly Contact[]): Promise<PersonRef[]> =>
  Promise.all(contacts.map((one) => app.people.refOf(one, () => newPersonRef(app.random))));

/** Where too few can decide, the department's managers are told, once for those who can; the office where it has none. */
export async function tellOfThinChains(deps: DeliveryDeps): Promise<void> {
  const { app } = deps;
  for (const thin of app.directory().thinChains) {
    const { department, able } = thin;
    const managers = app.directory().department(department)?.managers ?? [];
    const people = await refsOf(app, managers.length > 0 ? managers : app.directory().office);
    const who =
      able.length > 0
        ? await refsOf(
            app,
            able.flatMap((email) => app.directory().contact(email) ?? []),
          )
        : ['nobody'];
    await oweNote(deps, people, { note: nameOf(thin), about: department }, [department, ...who].join('.'));
  }
}

/** The office is asked whether a new account is somebody's whom they know; what is not answered in time is forgotten. */
export async function seeToClaims(deps: DeliveryDeps): Promise<void> {
  const { app } = deps;
  for (const claim of await app.accounts.claims()) {
    try {
      if (!(await openClaim(app, claim.by))) await app.accounts.dropClaim(claim);
      else if (!claim.told) {
        await oweNote(deps, await refsOf(app, app.directory().office), { note: 'account', about: claim.by });
        await app.accounts.toldOf(claim);
      }
    } catch (error) {
      deps.log.error({ person: claim.by, err: error }, 'The office could not be asked; the next look tries again');
    }
  }
}
