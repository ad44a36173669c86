import { readFound } from '../../app/organisation/begin.js';
import { readInForce } from '../../app/organisation/in-force.js';
import type { SourceRead } from '../../app/organisation/organisation-source.js';
import { officeHolders, postHolders } from '../../app/person/installing/candidates.js';
import type { Config } from '../../config/config.js';
import { createDirectory } from '../../domain/organisation/directory.js';
import type { Organisation } from '../../domain/organisation/organisation.js';
import { faultLine } from '../../domain/organisation/organisation-file.js';
import { thinChains } from '../../domain/organisation/organisation-rules.js';
import { openOrganisationVersions } from '../../store/organisation/versions.js';
import { chatIsClosed, openPeople } from '../../store/person/people.js';
import type { Storage } from '../../store/storage.js';
import { type Finding, fault, good, note } from './finding.js';

/** What the file says, and what is in force; the organisation that counts, where there is one. */
export async function* ofOrganisation(
  found: SourceRead,
  name: string,
  { environment }: Config,
  storage: Storage | undefined,
): AsyncGenerator<Finding, { organisation: Organisation | undefined; code: string | undefined }> {
  const file = readFound(found);
  if (!file.ok) {
    for (const one of file.faults)
      yield fault(
        'organisation',
        `${name}: ${faultLine(one)}`,
        'npm run organisation -- check FILE lists every fault.',
      );
  }
  const { code } = file;
  const own = file.ok ? file.organisation : undefined;
  if (code === undefined || !storage) return { organisation: own, code };
  const inForce = await readInForce(openOrganisationVersions(storage, code), code);
  if (inForce && !inForce.ok)
    yield fault(
      'organisation',
      `Version ${inForce.version}, which is in force, cannot be read by this release.`,
      'Run the release that put it in force, or put a file in force with npm run organisation -- apply FILE.',
    );
  const organisation = inForce?.ok ? inForce.organisation : own;
  if (!organisation) return { organisation, code };
  const { municipality, departments } = organisation;
  const count = departments.length === 1 ? 'one department' : `${departments.length} departments and companies`;
  yield good(
    'organisation',
    inForce?.ok
      ? `${municipality.name}, ${count}: version ${inForce.version} is in force.`
      : `${municipality.name}, ${count}: comes into force when the bot starts.`,
  );
  if (inForce?.ok && found.kind === 'file' && inForce.standing.hash !== found.hash)
    yield note(
      'organisation',
      `${name} is not the file that is in force.`,
      'npm run organisation -- diff FILE says what it would change, apply FILE puts it in force.',
    );
  if (environment === 'production' && isExample(organisation))
    yield fault(
      'organisation',
      'The organisation is the example, whose addresses lead to nobody.',
      'Set ORGANISATION_FILE to the municipality’s own.',
    );
  for (const { department, on } of thinChains(organisation))
    yield fault(
      'organisation',
      `Fewer than two people can decide on ${on} in ${department}, and nobody decides on what is their own.`,
      'Add a leader, deputy or manager there, or people of the innovation office.',
    );
  return { organisation, code };
}

/** RFC 2606: names that belong to nobody. */
const isExample = ({ departments }: Organisation): boolean =>
  departments
    .flatMap(({ leaders, managers }) => [...leaders, ...managers])
    .every(({ email }) => /[@.]example(\.(com|net|org))?$/i.test(email));

/** Who of those who answer ideas cannot be reached, and why. */
export async function* ofPeople(organisation: Organisation, code: string, storage: Storage): AsyncGenerator<Finding> {
  const directory = createDirectory(organisation);
  const deps = { directory: () => directory };
  const named = [...postHolders(deps), ...officeHolders(deps)];
  const emails = [...new Set(named.flatMap((one) => ('email' in one ? [one.email.toLowerCase()] : [])))];
  const people = openPeople(storage, code);
  const contacts = await people.contacts(emails);
  const missing = emails.filter((email) => !contacts.get(email)?.installed);
  const installed = emails.flatMap((email) => {
    const contact = contacts.get(email);
    return contact?.installed ? [{ email, ...contact }] : [];
  });
  const met = await people.byRefs(installed.map(({ ref }) => ref));
  const closed = installed.filter(({ ref }) => chatIsClosed(met.get(ref)?.refusedOn));
  const disowned = installed.filter((one) => one.disowned.length > 0);
  if (missing.length === 0 && emails.length > 0)
    yield good(
      'people',
      `All ${emails.length} who lead, stand in, manage or are the innovation office have installed the bot.`,
    );
  if (missing.length > 0)
    yield fault(
      'people',
      `${missing.length} of ${emails.length} who lead, stand in, manage or are the innovation office have not installed the bot: ${listed(missing)}.`,
      'npm run install-for -- posts --write gives it to them, and office to the innovation office; what waits comes when they have it.',
    );
  if (closed.length > 0)
    yield fault(
      'people',
      `Teams takes no messages to ${listed(closed.map(({ email }) => email))}.`,
      'They have blocked the bot or their account is closed: let them open the chat, or name somebody else.',
    );
  if (disowned.length > 0)
    yield fault(
      'people',
      `${listed(disowned.map(({ email }) => email))} said that a post is not theirs.`,
      'Correct the organisation file.',
    );
}

/** So many are named; the rest are counted. */
const MOST_NAMED = 20;
const listed = (emails: readonly string[]): string =>
  emails.length <= MOST_NAMED
    ? emails.join(', ')
    : `${emails.slice(0, MOST_NAMED).join(', ')} and ${emails.length - MOST_NAMED} more`;
