import { parseArgs } from 'node:util';
import type { Deps } from '../app/deps.js';
import { type Candidate, everybodyKnown, officeHolders, postHolders } from '../app/person/installing/candidates.js';
import { installFor } from '../app/person/installing/install-for.js';
import { InstallReport } from '../app/person/installing/install-report.js';
import { InstallingStops } from '../app/person/installing/installer.js';
import { oneAtATime } from '../app/person/installing/one-at-a-time.js';
import { type Config, readProcessConfig } from '../config/config.js';
import { createServices } from '../create-services.js';
import { pause, ticking } from '../delivery/pacing/pause.js';
import { newIdempotencyKey } from '../domain/ids.js';
import { openInstallLease } from '../store/person/install-lease.js';
import { graphInstaller } from '../teams/graph/installer.js';
import { createPace } from '../teams/graph/pace.js';
import { graphToken } from '../teams/graph/token.js';
import { type AppIdentity, botIdOf } from '../teams/identity.js';
import { failWith, openRuntime, t } from './command-line.js';

const usage = `Write npm run install-for -- WHOM to see who would be given the bot in Teams, so that it can write to them; WHOM is
  posts               innovation leaders, deputies and managers
  office              the innovation office
  everybody           all whom the sources of who works where know
  ADDRESS …           these people
More that can be said:
  --write             does it. Broken off, it goes on where it stood when it is run again; nobody is given it twice
  --department CODE   only there; may be said several times
  --again             also those who have taken the bot away themselves
  --rate 10           requests a second to Microsoft Graph at most, up to 20
  --app ID            the app's id in the organisation's catalogue, where the bot may not look it up
  --identity NAME     as whom the bot is known to a company with a tenant of its own, for those who work there
The bot's app needs the application permissions TeamsAppInstallation.ReadWriteSelfForUser.All, User.Read.All and AppCatalog.Read.All.
Without them: install the app for everybody by a setup policy in the Teams admin center.`;

/** `npm run install-for`: gives people the bot by Microsoft Graph; a dry run unless it is told to write. Ends with 1 where anybody is left without it who should have it. */
async function main(): Promise<void> {
  const asked = readArguments();
  if (!asked) return failWith(usage);
  const read = readProcessConfig();
  const runtime = await openRuntime();
  if (!runtime || !read.ok) return;
  const as = identityFor(read.config, asked.identity);
  const { graph } = read.config;
  if (!as || !graph)
    return failWith(
      asked.identity === undefined
        ? 'The bot has no identity here: set MicrosoftAppId and what belongs to it, as for the bot itself.'
        : `IDENTITIES names nobody “${asked.identity}”.`,
    );
  const { app } = createServices(runtime);
  const unknown = asked.departments.filter((code) => !app.directory().department(code));
  if (unknown.length > 0) return failWith(`No department has the code ${unknown.join(', ')}.`);

  const { root, loginHost } = graph;
  const installer = graphInstaller(
    {
      root,
      tenant: as.tenantId,
      token: graphToken({ as, root, loginHost }),
      pause,
      pace: createPace(asked.rate, ticking),
    },
    { manifestId: manifestIdOf(read.config, as), catalogueId: asked.app },
  );
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  const report = new InstallReport(asked.write, (line) => process.stderr.write(`${line}\n`));
  const work = (signal: AbortSignal) =>
    installFor(app, installer, {
      whom: whomOf(app, { ...asked, departments: asked.departments.map(app.directory().codeNow) }),
      write: asked.write,
      again: asked.again,
      reachOf: reachAs(as),
      heard: (one) => report.add(one, Date.now()),
      signal,
    });
  try {
    const lease = openInstallLease(runtime.storage, app.settings().municipality.code);
    const waits = () =>
      process.stderr.write('Another run gives people the bot just now: this one waits until it is done.\n');
    const me = newIdempotencyKey(app.random);
    if (asked.write) await oneAtATime({ lease, me, waits, pause, signal: stopping.signal }, work);
    else await work(stopping.signal);
  } catch (error) {
    if (error instanceof InstallingStops) failWith(error.lines.join('\n'));
    else if (!stopping.signal.aborted) throw error;
  }
  if (stopping.signal.aborted) failWith('Stopped; run it again, and it goes on from here.');
  for (const line of report.lines()) t(line);
  if (!report.isWhole) process.exitCode = 1;
}

interface InstallArguments {
  whom: 'posts' | 'office' | 'everybody' | readonly string[];
  write: boolean;
  again: boolean;
  departments: string[];
  rate: number;
  app: string | undefined;
  identity: string | undefined;
}

/** Graph takes thirty a second of an app for this. */
const HIGHEST_RATE = 20;
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

function readArguments(): InstallArguments | undefined {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        ...{ write: { type: 'boolean', default: false }, again: { type: 'boolean', default: false } },
        ...{ department: { type: 'string', multiple: true, default: [] }, rate: { type: 'string', default: '10' } },
        ...{ app: { type: 'string' }, identity: { type: 'string' } },
      },
    });
    const { write, again, department: departments, app, identity } = values;
    const rate = Number(values.rate);
    const whom = whomIn(positionals);
    const isRight = rate > 0 && rate <= HIGHEST_RATE && (app === undefined || GUID.test(app));
    const hasPlaces = whom === 'posts' || whom === 'everybody';
    if (!whom || !isRight || (departments.length > 0 && !hasPlaces)) return undefined;
    return { whom, write, again, departments, rate, app, identity };
  } catch {
    return undefined;
  }
}

function whomIn(words: readonly string[]): InstallArguments['whom'] | undefined {
  const [first, ...more] = words;
  if (more.length === 0 && (first === 'posts' || first === 'office' || first === 'everybody')) return first;
  const isAddress = (word: string) => /^[^\s@]+@[^\s@]+$/.test(word);
  return words.length > 0 && words.every(isAddress) ? words.map((word) => word.toLowerCase()) : undefined;
}

function whomOf(app: Deps, { whom, departments }: InstallArguments): Iterable<Candidate> | AsyncIterable<Candidate> {
  if (whom === 'posts') return postHolders(app, departments);
  if (whom === 'office') return officeHolders(app);
  if (whom === 'everybody') return everybodyKnown(app, departments);
  return whom.map((email) => ({ email }));
}

/** As whom the bot asks: always as itself, for Graph lets an app install no other than itself. */
function identityFor({ identity, otherIdentities = [] }: Config, name: string | undefined): AppIdentity | undefined {
  if (name !== undefined) return otherIdentities.find((one) => one.name === name);
  return identity.kind === 'app' ? identity : undefined;
}

/** In another tenant the app has the id of its app registration, as `npm run package` writes it. */
const manifestIdOf = ({ identity, teamsAppId }: Config, as: AppIdentity): string =>
  as === identity && teamsAppId !== undefined ? teamsAppId : as.appId;

/** Where the bot writes first to somebody whom Teams has told it nothing of; what they write or press says it anew. */
const reachAs = (as: AppIdentity) => (conversation: string, user: string) => ({
  // In national clouds the address that was added for them is the one.
  serviceUrl: `${as.serviceOrigins.at(-1)}/teams/`,
  ...{ conversation, user, bot: botIdOf(as), tenant: as.tenantId },
});

void main();
