import { lookUpBeside } from './app/beside-idea.js';
import { type Deps, openDeps, type Searching } from './app/deps.js';
import type { GroupSource } from './app/organisation/groups/group-source.js';
import type { StaffSource } from './app/person/staff/staff-source.js';
import type { SharingOut } from './app/sharing/sharing-out.js';
import type { Tombstones } from './app/tombstones.js';
import { createCardContexts } from './cards/card-context.js';
import { type Draw, loadTemplates } from './cards/templates.js';
import { loadMethods } from './config/methods-file.js';
import { loadSurvey } from './config/survey-file.js';
import type { OrganisationTrouble } from './delivery/following/follow-organisation.js';
import type { Log } from './delivery/log.js';
import type { RandomBytes } from './domain/ids.js';
import type { Method } from './domain/method/methods.js';
import type { Organisation } from './domain/organisation/organisation.js';
import type { Survey } from './domain/survey/survey.js';
import type { Instant } from './domain/time.js';
import type { MakesIndex } from './running-search.js';
import type { Storage } from './store/storage.js';
import type { Identity, NamedIdentity } from './teams/identity.js';
import { createTeamsByIdentity } from './teams/outgoing/by-identity.js';

/** What differs between the running bot, a command-line run and a test: all else is built from it. */
export interface RuntimeOptions {
  identity: Identity;
  /** Who it is to the people of companies with a tenant of their own; default: there are none. */
  otherIdentities?: readonly NamedIdentity[];
  /** The municipality's organisation as it is now; its code never changes. */
  organisation: () => Organisation;
  /** Looks which organisation is in force; default: nobody does. */
  organisationChanged?: () => Promise<void>;
  /** What is wrong with the file of it, or the version that is in force; default: nothing ever is. */
  organisationTrouble?: () => OrganisationTrouble | undefined;
  storage: Storage;
  /** By storage's clock where the machine's differs from it. */
  now: () => Instant;
  /** By the machine's own clock, to be compared with storage's; default: `now`. */
  machineNow?: () => Instant;
  random: RandomBytes;
  log: Log;
  /** Whether guests of the tenant may talk with the bot; default: they may not. */
  guests?: boolean;
  /** How much one person may ask of one instance; default: the bot's own. */
  pace?: { burst: number; perSecond: number };
  /** Who may read /metrics; default: everybody who reaches the bot. */
  metrics?: 'open' | 'closed' | { token: string };
  /** Where files of people may be put; default: their OneDrive. */
  maySendTo?: (address: URL) => boolean;
  /** The bot's own address as Teams reaches it; default: its own on this machine where nothing is signed, else none. */
  publicUrl?: () => string | undefined;
  /** Where it is noted what must not come back with a backup; default: nowhere. */
  tombstones?: Tombstones | undefined;
  /** Draws cards; default: by the layouts, read and compiled for these services. */
  draw?: Draw;
  /** How people can find the answers that an idea needs; default: the methods that the product comes with. */
  methods?: readonly Method[];
  /** What is asked once a year; default: what the product asks. */
  survey?: Survey;
  /** Under which answers wait until they are added up; default: one that goes with this process, by which no round is begun. */
  answersKey?: string | undefined;
  /** What can be found among ideas; default: nothing. */
  searching?: Searching;
  /** Makes the index in which ideas are found; default: one in a thread of its own. */
  searchIndex?: MakesIndex;
  /** What tells who works where; default: nothing does. */
  sources?: (app: Deps) => readonly StaffSource[];
  /** What tells who is in the groups that say who has a post; default: nothing does. */
  groups?: GroupSource | undefined;
  /** How what is shared with other municipalities is written; default: nothing can be shared. */
  sharingOut?: SharingOut | undefined;
  /** Messages a second to people who are not chatting, of all instances together; default: delivery's own. */
  deliveryRate?: number;
}

/** What everything else is built of; the bot itself is not, so that a command-line run need not load it. */
export function createServices(options: RuntimeOptions) {
  const { organisation, storage, now, random, publicUrl, log, searching, draw = loadTemplates() } = options;
  const { methods = loadMethods(), survey = loadSurvey(), answersKey, sharingOut } = options;
  const { organisationChanged, identity, otherIdentities: others = [], tombstones } = options;
  const picturesFail = (err: unknown) =>
    log.error({ err }, 'Pictures cannot be addressed now: cards are drawn without them. Check that storage answers');
  const app = openDeps(storage, {
    organisation,
    now,
    random,
    publicUrl,
    picturesFail,
    lookUpBeside,
    searching,
    organisationChanged,
    methods,
    survey,
    answersKey,
    tombstones,
    sharingOut,
  });
  const contextFor = createCardContexts({ organisation: app, draw, now, random, publicUrl });
  const teams = createTeamsByIdentity({ identity, others });
  return { app, contextFor, teams };
}
