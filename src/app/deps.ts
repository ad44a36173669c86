import type { Setting } from '../domain/idea/command.js';
import type { Idea } from '../domain/idea/idea.js';
import { newIdempotencyKey, type RandomBytes } from '../domain/ids.js';
import type { Method } from '../domain/method/methods.js';
import type { Calendar } from '../domain/organisation/calendar/calendar.js';
import { type OrganisationNow, organisationNow } from '../domain/organisation/organisation-now.js';
import type { Organisation } from '../domain/organisation/organisation-schema.js';
import { departmentNow } from '../domain/organisation/place.js';
import type { Settings } from '../domain/organisation/settings.js';
import type { Person } from '../domain/person/person.js';
import type { Survey } from '../domain/survey/survey.js';
import { type Day, dayOf, type Instant } from '../domain/time.js';
import { type NominationStore, openNominations } from '../store/award/nominations.js';
import { type CapabilityStore, openCapability } from '../store/capability/capability.js';
import { type ChallengeStore, openChallenges } from '../store/challenge/challenges.js';
import { type Commits, openCommits } from '../store/commit.js';
import { type DeliveryStore, openDeliveries } from '../store/delivery/deliveries.js';
import { openSentCards, type SentCardStore } from '../store/delivery/sent-cards.js';
import { openShown, type ShownStore } from '../store/delivery/shown.js';
import { type DraftStore, openDrafts } from '../store/draft/drafts.js';
import { type DueStore, openDue } from '../store/due.js';
import { type BesideLog, openBesideLog } from '../store/figures/beside-log.js';
import { type FigureStateStore, openFigureState } from '../store/figures/figure-state.js';
import { type FigureStore, openFigures } from '../store/figures/figures.js';
import { type GroupStore, openGroups } from '../store/group/groups.js';
import { type HelpRequestStore, openHelpRequests } from '../store/helping/help-requests.js';
import { type HelperStore, openHelpers } from '../store/helping/helpers.js';
import { type FollowStore, openFollows } from '../store/idea/follows.js';
import type { Mornings } from '../store/idea/idea-rows.js';
import { type IdeaStore, openIdeas } from '../store/idea/ideas.js';
import { openPictures, type PictureStore } from '../store/idea/pictures.js';
import { openReactions, type ReactionStore } from '../store/idea/reactions.js';
import { openReports, type ReportStore } from '../store/idea/reports.js';
import { type ImprovementStore, openImprovements } from '../store/improvement/improvements.js';
import { type LogStore, openLog } from '../store/log.js';
import { type MeetingStore, openMeetings } from '../store/meeting/meetings.js';
import { type MethodUseStore, openMethodUses } from '../store/method/method-uses.js';
import { type ObstacleStore, openObstacles } from '../store/obstacle/obstacles.js';
import { type GroupStateStore, openGroupStates } from '../store/organisation/group-states.js';
import { openPostChecks, type PostCheckStore } from '../store/organisation/post-checks.js';
import { openProposals, type ProposalStore } from '../store/organisation/proposals.js';
import { openSourceStates, type SourceStateStore } from '../store/organisation/source-states.js';
import { openStaff, type StaffStore } from '../store/organisation/staff.js';
import { openUnitMoves, type UnitMovesStore } from '../store/organisation/unit-moves.js';
import { openUnknownNames, type UnknownNameStore } from '../store/organisation/unknown-names.js';
import { type OrganisationVersionStore, openOrganisationVersions } from '../store/organisation/versions.js';
import { type AccountStore, openAccounts } from '../store/person/accounts.js';
import { type DataFileStore, ofExports, openDataFiles } from '../store/person/data-files.js';
import { type EveryoneStore, openEveryone } from '../store/person/everyone.js';
import { type ListenerStore, openListeners } from '../store/person/listeners.js';
import { type MarkStore, openMarks } from '../store/person/marks.js';
import { type MetStore, openMet } from '../store/person/met.js';
import { type NewcomerStore, openNewcomers } from '../store/person/newcomers.js';
import { openPeople, type PeopleStore } from '../store/person/people.js';
import { type NamedExportStore, openNamedExports } from '../store/privacy/named-exports.js';
import { openShared } from '../store/shared.js';
import { openShares, type ShareStore } from '../store/sharing/shares.js';
import { openSteps, type StepStore } from '../store/steps.js';
import type { Storage } from '../store/storage.js';
import { openTraces, type TraceStore } from '../store/traces.js';
import { openUndertakings, type UndertakingStore } from '../store/undertaking/undertakings.js';
import { type AnswerSeal, createAnswerSeal } from './capability/answer-seal.js';
import { createPictureAddresses, type PictureAddresses } from './idea/pictures/picture-addresses.js';
import type { SearchIndex } from './search-index/search-index.js';
import type { SharingOut } from './sharing/sharing-out.js';
import { noTombstones, type Tombstones } from './tombstones.js';

/** What can be found among ideas, as this instance knows them. */
export interface Searching extends Pick<SearchIndex, 'search' | 'similar' | 'compare'> {
  /** Whether all ideas that there are can be found: not yet while the index is built. */
  isWhole(): boolean;
}

/** Where no index runs, as in a run from the command line. */
const nothingFound: Searching = {
  search: async () => ({ total: 0, hits: [] }),
  similar: async () => [],
  compare: async () => ({ groups: [], unlike: [] }),
  isWhole: () => false,
};

/** What rooms after the idea's have found about an idea, by what each looked up (idea/beside.ts). */
export type FoundBeside = ReadonlyMap<object, unknown>;

/** All that the use cases need from outside: stores, the organisation, time and randomness. */
export interface Deps extends OrganisationNow {
  commits: Commits;
  steps: StepStore;
  due: DueStore;
  ideas: IdeaStore;
  challenges: ChallengeStore;
  obstacles: ObstacleStore;
  undertakings: UndertakingStore;
  meetings: MeetingStore;
  groups: GroupStore;
  /** What happens to records of all kinds, in order of time. */
  eventLog: LogStore;
  /** What ideas come to in figures, and how far they are counted. */
  figures: FigureStore;
  figureState: FigureStateStore;
  /** What figures count that no record holds. */
  besideLog: BesideLog;
  people: PeopleStore;
  /** All of them, for the clock. */
  everyone: EveryoneStore;
  /** Who works where, as sources say it. */
  staff: StaffStore;
  sourceStates: SourceStateStore;
  /** How far the groups have been looked at that say who has a post. */
  groupStates: GroupStateStore;
  /** What sources call places that nobody has named. */
  unknownNames: UnknownNameStore;
  /** Whether managers have said that the posts of their department are right. */
  postChecks: PostCheckStore;
  accounts: AccountStore;
  newcomers: NewcomerStore;
  dataFiles: DataFileStore;
  /** Files of what somebody takes out of it all, as those are made and offered. */
  exports: DataFileStore;
  /** Who has taken out files with names. */
  namedExports: NamedExportStore;
  drafts: DraftStore;
  met: MetStore;
  listeners: ListenerStore;
  follows: FollowStore;
  reports: ReportStore;
  reactions: ReactionStore;
  improvements: ImprovementStore;
  nominations: NominationStore;
  helpRequests: HelpRequestStore;
  helpers: HelperStore;
  methodUses: MethodUseStore;
  /** What people have answered once a year, added up, and what has not been yet. */
  capability: CapabilityStore;
  answerSeal: AnswerSeal;
  /** What is shared with other municipalities, and how that is written; undefined where nothing can be. */
  shares: ShareStore;
  sharingOut: SharingOut | undefined;
  shown: ShownStore;
  pictures: PictureStore;
  addresses: PictureAddresses;
  /** The bot's own address as Teams reaches it, without a slash at the end; undefined where nobody has said it. */
  publicUrl: () => string | undefined;
  /** Told of what costs a card its pictures, and nothing else. */
  picturesFail: (error: unknown) => void;
  sentCards: SentCardStore;
  /** What somebody is owed and was sent: for the one whom it is about. Delivery itself is another layer's work. */
  deliveries: Pick<DeliveryStore, 'allOf' | 'removeAllOf' | 'day' | 'atOnce' | 'announced'>;
  traces: TraceStore;
  /** Which organisation is in force, and what has made it so. */
  organisationVersions: OrganisationVersionStore;
  /** What somebody proposes for a post. */
  proposals: ProposalStore;
  unitMoves: UnitMovesStore;
  /** Another organisation is in force by now: settles when this instance has it. Without it, it is found at the next look. */
  organisationChanged: () => Promise<void>;
  /** By which somebody is known again who was erased. */
  marks: MarkStore;
  /** Where it is noted what must not come back with a backup. */
  tombstones: Tombstones;
  searching: Searching;
  /** What rooms after the idea's put beside what is known of one, for one reader. One round trip's time at most. */
  lookUpBeside: (deps: Deps, person: Person, idea: Idea) => Promise<FoundBeside>;
  /**
   * Told when others are owed messages; `steps`: when more is to be done first than one commit could. Without it both are
   * found at the next look.
   */
  kick: (left?: { steps?: boolean }) => void;
  now: () => Instant;
  random: RandomBytes;
}

/** What there is beside storage: who is who, what time it is, and chance. */
export interface Surroundings {
  /** The municipality's organisation as it is now. Its code is part of every key: it never changes in a deployment. */
  organisation: () => Organisation;
  /** Looks which organisation is in force; default: that is found in other ways. */
  organisationChanged?: (() => Promise<void>) | undefined;
  now: () => Instant;
  random: RandomBytes;
  /** On which days the municipality is at work. Default: as its organisation says. */
  calendar?: Calendar | undefined;
  /** Those that the product comes with. Default: none. */
  methods?: readonly Method[] | undefined;
  /** What is asked once a year. Default: nothing. */
  survey?: Survey | undefined;
  /** Under which answers wait until they are added up. Default: one that goes with this process. */
  answersKey?: string | undefined;
  /** Default: nobody has said where Teams reaches the bot, and no pictures are shown. */
  publicUrl?: (() => string | undefined) | undefined;
  picturesFail?: ((error: unknown) => void) | undefined;
  /** Default: nobody has named a place for backups. */
  tombstones?: Tombstones | undefined;
  /** Default: nothing can be shared. */
  sharingOut?: SharingOut | undefined;
  /** Default: nothing is looked up. */
  lookUpBeside?: Deps['lookUpBeside'] | undefined;
  /** Default: nothing is found. */
  searching?: Searching | undefined;
}

/** Everything that use cases need, on one municipality's storage. */
export function openDeps(storage: Storage, surroundings: Surroundings): Deps {
  const { organisation, now, random, publicUrl = () => undefined, picturesFail = () => undefined } = surroundings;
  const { lookUpBeside = async () => new Map(), searching = nothingFound, sharingOut } = surroundings;
  const { municipality } = organisation();
  const asked = organisationNow(organisation, surroundings.calendar, surroundings.methods, surroundings.survey);
  const shared = openShared(storage, municipality.code);
  const codeNow = (department: string, unit?: string) => departmentNow(asked.directory(), department, unit);
  const helpers = openHelpers(storage, municipality.code);
  return {
    commits: openCommits(storage, municipality.code),
    steps: openSteps(storage, municipality.code),
    due: openDue(storage, municipality.code),
    ideas: openIdeas(storage, municipality.code, () => morningsOf(asked.settings())),
    challenges: openChallenges(storage, municipality.code, () => morningsOf(asked.settings())),
    obstacles: openObstacles(storage, municipality.code, () => morningsOf(asked.settings())),
    undertakings: openUndertakings(storage, municipality.code, () => morningsOf(asked.settings())),
    groups: openGroups(storage, municipality.code, () => morningsOf(asked.settings())),
    meetings: openMeetings(storage, municipality.code, () => morningsOf(asked.settings())),
    eventLog: openLog(storage, municipality.code),
    figures: openFigures(storage, municipality.code),
    figureState: openFigureState(storage, municipality.code),
    besideLog: openBesideLog(shared, random),
    people: openPeople(storage, municipality.code, codeNow),
    everyone: openEveryone(storage, municipality.code, codeNow),
    staff: openStaff(storage, municipality.code),
    sourceStates: openSourceStates(storage, municipality.code),
    groupStates: openGroupStates(storage, municipality.code),
    unknownNames: openUnknownNames(storage, municipality.code),
    postChecks: openPostChecks(storage, municipality.code),
    accounts: openAccounts(storage, municipality.code),
    newcomers: openNewcomers(storage, municipality.code),
    dataFiles: openDataFiles(storage, municipality.code),
    exports: openDataFiles(storage, municipality.code, ofExports),
    namedExports: openNamedExports(storage, municipality.code),
    drafts: openDrafts(storage, municipality.code),
    met: openMet(storage, municipality.code),
    listeners: openListeners(storage, municipality.code),
    follows: openFollows(storage, municipality.code),
    reports: openReports(storage, municipality.code),
    reactions: openReactions(storage, municipality.code),
    improvements: openImprovements(storage, municipality.code),
    nominations: openNominations(storage, municipality.code),
    helpRequests: openHelpRequests(storage, municipality.code, helpers),
    helpers,
    methodUses: openMethodUses(storage, municipality.code),
    capability: openCapability(storage, municipality.code),
    answerSeal: createAnswerSeal({ secret: surroundings.answersKey, random }),
    shares: openShares(storage, municipality.code),
    sharingOut,
    shown: openShown(storage, municipality.code),
    pictures: openPictures(storage),
    addresses: createPictureAddresses({ shared, now, random }),
    publicUrl,
    picturesFail,
    sentCards: openSentCards(storage, municipality.code),
    deliveries: openDeliveries(storage, municipality.code, () => newIdempotencyKey(random)),
    traces: openTraces(storage, municipality.code),
    organisationVersions: openOrganisationVersions(storage, municipality.code),
    proposals: openProposals(storage, municipality.code),
    unitMoves: openUnitMoves(storage, municipality.code),
    marks: openMarks(storage, municipality.code, random),
    tombstones: surroundings.tombstones ?? noTombstones,
    ...asked,
    searching,
    lookUpBeside,
    organisationChanged: surroundings.organisationChanged ?? (async () => undefined),
    kick: () => undefined,
    now,
    random,
  };
}

/** When people are at work, for the rows of what a date brings. */
const morningsOf = ({ digest: { timeZone }, calendar }: Settings): Mornings => ({ timeZone, calendar });

export const timeZoneOf = ({ settings }: Pick<Deps, 'settings'>): string => settings().digest.timeZone;

/** What day it is in the municipality. */
export const todayIn = (deps: Pick<Deps, 'settings' | 'now'>): Day => dayOf(deps.now(), timeZoneOf(deps));

/** The world as a decision sees it. */
export const settingOf = (deps: Pick<Deps, 'settings' | 'now'>): Setting => ({
  now: deps.now(),
  timeZone: timeZoneOf(deps),
  answerDays: deps.settings().answerDays,
  smallTestLimit: deps.settings().smallTest.costLimit,
  calendar: deps.settings().calendar,
});
