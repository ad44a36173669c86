import { type NeighbourRecord, personsOf } from '../../app/archive/neighbour-record.js';
import type { BesideIdeas, NeighbourKind } from '../../domain/archive/neighbours.js';
import type { ChallengeWordKey } from '../../domain/challenge/words.js';
import { capitalised } from '../../domain/language/tidy.js';
import type { ObstacleWordKey } from '../../domain/obstacle/words.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import type { Day } from '../../domain/time.js';
import type { UndertakingWordKey } from '../../domain/undertaking/words.js';
import { dayText, NO_YEAR, timeText } from '../../text/dates.js';
import type { TextKey } from '../../text/index.js';
import type { CardContext } from '../card-context.js';
import { stageText as challengeStage, offerLines, whoseName } from '../challenge/challenge-words.js';
import { stageText as obstacleStage } from '../obstacle/obstacle-words.js';
import { shortPlaceName } from '../places.js';
import { stageText as activityStage } from '../undertaking/undertaking-words.js';

/** Something that was written, under what it is called. */
interface NeighbourText {
  name: NeighbourWordKey;
  label: string;
  text: string;
}
type NeighbourWordKey = ChallengeWordKey | ObstacleWordKey | UndertakingWordKey;

/** One thing that happened, as a record tells it. */
export interface NeighbourLine {
  event: BesideIdeas[NeighbourKind]['event'];
  time: string;
  what: string;
  who: string;
  words: NeighbourText[];
}

/** The record of a challenge, an obstacle or an activity in its reader's language, of which page and file are made. */
export interface NeighbourContent {
  id: string;
  /** "Akt för utmaning CHA123". */
  heading: string;
  title: string;
  stage: string;
  time: string;
  facts: { label: string; values: string[] }[];
  words: NeighbourText[];
  lines: NeighbourLine[];
}

/** What each text is called. */
const labels: { readonly [K in NeighbourWordKey]: TextKey } = {
  ...{ title: 'export.column.title', problem: 'export.column.problem', tried: 'challenge.field.tried' },
  ...{ reason: 'export.column.why', result: 'export.column.result' },
  ...{ organisation: 'record.word.organisation', proposal: 'record.word.proposal' },
  ...{ line: 'export.column.line', how: 'export.column.how' },
  ...{ what: 'export.column.activity', who: 'export.column.taker', why: 'export.column.why' },
};

/** What people with a post have decided: there the name stays of whoever has left. */
const decided: readonly string[] = [
  ...(['challengeProposed', 'ownershipAccepted', 'ownerNamed', 'resultTold', 'challengeWithdrawn'] as const),
  ...(['obstacleTaken', 'obstacleRemoved', 'obstacleReleased'] as const),
  ...(['undertakingAdded', 'undertakingMoved', 'undertakingDone', 'undertakingDropped'] as const),
] satisfies NeighbourLine['event']['type'][];

export function neighbourContent(dated: CardContext, found: NeighbourRecord): NeighbourContent {
  // Who reads it in fifty years has to know the year.
  const context: CardContext = { ...dated, today: NO_YEAR };
  const { t, timeZone } = context;
  const { kind, record, at, events } = found;
  return {
    ...{ id: record.id, heading: t(`record.of.${kind}`, { id: record.id }), time: timeText(at, timeZone) },
    title: titleIn(context, found),
    ...factsOf(context, found),
    words: writtenIn(context, record.words),
    lines: events.map((event) => ({
      ...{ event, time: timeText(event.at, timeZone), what: whatHappened(context, event) },
      who: whoDid(context, found, event),
      words: writtenIn(context, event.words),
    })),
  };
}

const titleIn = ({ t }: CardContext, { record: { words } }: NeighbourRecord): string => {
  const { title, line, what } = words as Partial<Record<NeighbourWordKey, string>>;
  return title ?? line ?? what ?? t('record.erasedTitle');
};

function factsOf(context: CardContext, found: NeighbourRecord): Pick<NeighbourContent, 'stage' | 'facts'> {
  const { t, settings, language } = context;
  const fact = (key: TextKey, ...values: (string | undefined)[]) => {
    const shown = values.filter((value) => value !== undefined && value !== '');
    return shown.length > 0 ? [{ label: t(key), values: shown as string[] }] : [];
  };
  const day = (date: Day | undefined) => (date === undefined ? undefined : dayText(date, language, NO_YEAR));
  const people = Object.entries(personsOf(found.record)).flatMap(([part, ref]) => {
    const role = roleNames[part as keyof typeof roleNames][found.kind === 'obstacle' ? 'obstacle' : 'challenge'];
    const named = ref === undefined ? undefined : found.names.get(ref);
    return named && !named.left ? [{ label: capitalised(t(role)), values: [named.name] }] : [];
  });
  switch (found.kind) {
    case 'challenge': {
      const { record, ideas } = found;
      const goal = settings.goals.find(({ code }) => code === record.goal);
      return {
        stage: challengeStage(context, record),
        facts: [
          ...fact('export.column.department', whoseName(context, record)),
          ...people,
          ...fact('record.offers', ...offerLines(context, record.offers)),
          ...fact('export.column.goals', goal ? nameIn(goal.name, language) : record.goal),
          ...fact('export.column.openedOn', day(record.openedOn)),
          ...fact('export.column.answerBy', day(record.answerBy)),
          ...fact('export.column.resultBy', day(record.resultBy)),
          ...fact('record.answeredBy', ...ideas),
          ...fact(
            'record.takesPart',
            ...Object.keys(record.takingPart ?? {}).map((code) => shortPlaceName(context, { department: code })),
          ),
        ],
      };
    }
    case 'obstacle': {
      const { record } = found;
      return {
        stage: obstacleStage(context, record),
        facts: [
          ...fact('export.column.obstacleKind', t(`obstacle.kind.${record.kind}`)),
          ...fact('export.column.department', shortPlaceName(context, record)),
          ...people,
          ...fact('export.column.doneBy', day(record.until)),
        ],
      };
    }
    case 'undertaking': {
      const { record } = found;
      return {
        stage: activityStage(context, record),
        facts: [
          ...fact('export.column.department', shortPlaceName(context, record)),
          ...fact('export.column.year', record.year),
          ...fact('export.column.doneBy', day(record.until)),
        ],
      };
    }
  }
}

const roleNames = {
  publisher: { challenge: 'challenge.role.publisher', obstacle: 'challenge.role.publisher' },
  owner: { challenge: 'challenge.role.owner', obstacle: 'obstacle.role.owner' },
  namer: { challenge: 'obstacle.role.namer', obstacle: 'obstacle.role.namer' },
} as const;

function whatHappened({ t }: CardContext, event: NeighbourLine['event']): string {
  switch (event.type) {
    case 'outsideAnswered':
    case 'outsideCorrected':
      return t(`record.event.${event.type}`);
    default:
      return t(`export.event.${event.type}`);
  }
}

/** By name; whoever has left by name where they decided it; else by the part that they had in it. */
function whoDid(
  { t }: CardContext,
  { kind, record, names }: NeighbourRecord,
  { by, type }: NeighbourLine['event'],
): string {
  if (by === 'clock') return t('record.clock');
  const named = names.get(by);
  if (named && (!named.left || decided.includes(type))) return named.name;
  const part = Object.entries(personsOf(record)).find(([, ref]) => ref === by)?.[0];
  const role = part && roleNames[part as keyof typeof roleNames][kind === 'obstacle' ? 'obstacle' : 'challenge'];
  return capitalised(t(role || 'export.colleague'));
}

const writtenIn = ({ t }: CardContext, words: Partial<Record<NeighbourWordKey, string>>): NeighbourText[] =>
  (Object.keys(labels) as NeighbourWordKey[]).flatMap((name) => {
    const text = words[name];
    return text ? [{ name, label: t(labels[name]), text }] : [];
  });
