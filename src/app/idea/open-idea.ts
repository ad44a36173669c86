import type { IdeaEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { rolesOn } from '../../domain/idea/policy.js';
import { isOpenToEverybody, mayReadWords } from '../../domain/idea/reading/visibility.js';
import { stageNames, stages } from '../../domain/idea/stages.js';
import type { Person } from '../../domain/person/person.js';
import { postsOf } from '../../domain/person/posts.js';
import type { Deps } from '../deps.js';
import { type IdeaView, viewBeside, viewIdea } from './idea-view.js';
import { askedBefore } from './record/asked-before.js';
import { linesFor } from './record/lines.js';
import { type RecordShown, recordPart } from './record/record-shown.js';
import { rolesNow } from './roles.js';

export interface OpenOptions {
  /** The department that a button named, of several that the reader answers for. */
  department?: string | undefined;
  /** They have asked for what is out of sight, and the record says so. */
  disclosed?: true | undefined;
  /** Which part of its record is shown; default: the newest of all that happened. */
  shown?: RecordShown | undefined;
  /** Whether it is asked which ideas it may become a part of. */
  withTargets?: boolean | undefined;
  /** Whether it is asked what others have written of its problem. */
  withLines?: boolean | undefined;
}

/**
 * One idea with a part of its record; undefined where there is none. Two round trips, one more for a deputy of its department, and
 * two for those who decide on a proposal that is open; up to four more `withTargets`, two `withLines`. As many requests whatever has happened to it.
 */
export async function openIdea(
  deps: Deps,
  person: Person,
  id: string,
  { department, disclosed, withTargets, withLines, shown = { of: 'all' } }: OpenOptions = {},
): Promise<(IdeaView & { history: readonly IdeaEvent[] }) | undefined> {
  const loading = deps.ideas.load(id);
  const decides = async () => {
    const idea = (await loading)?.idea;
    return idea !== undefined && (await rolesNow(deps, person, idea)).has('decider');
  };
  const [stored, part] = await Promise.all([loading, recordPart(deps, id, shown, { person, decides })]);
  if (!stored) return undefined;
  const { idea } = stored;
  const [view, record, before, follows, targets] = await Promise.all([
    viewIdea(deps, person, idea, rolesNow(deps, person, idea), { events: part.events, department, disclosed }),
    part.whole(),
    isNewest(shown) ? askedBefore(deps, person, idea, part.events) : [],
    deps.follows.follows(id, person.ref),
    withTargets ? mergeTargets(deps, person, idea) : undefined,
  ]);
  const { events, decided, earlier } = record;
  const needLines = withLines ? await linesFor(deps, idea, view.reader) : undefined;
  return { ...view, history: [...before, ...events], decided, earlier, follows, needLines, ...targets };
}

const isNewest = (shown: RecordShown): boolean =>
  shown.of === 'all' && shown.below === undefined && shown.before === undefined;

/** So many titles fit into a list on a card. */
const MOST_TARGETS = 40;

/**
 * Open ideas that an idea may become a part of, of those that this person may read: first those that are so much like it that
 * they may be the same, wherever they are, and then the department's own, the newest first. Two round trips' time, two more where
 * one may be the same, and a request for each of forty.
 */
async function mergeTargets(
  deps: Deps,
  person: Person,
  idea: Idea,
): Promise<Pick<IdeaView, 'mergeTargets' | 'likelyTwin'>> {
  const { ideas, directory } = deps;
  const { id, department } = idea;
  const { leads, deputises, office } = postsOf(person.emails, directory());
  const { codeNow, everyCode } = directory();
  if (!office && ![...leads, ...deputises].includes(codeNow(department))) return { mergeTargets: [] };
  const [rows, twins] = await Promise.all([
    ideas.newestOpen(everyCode([department]), MOST_TARGETS + 1),
    likelyTwins(deps, idea),
  ]);
  const all = [...new Set([...twins, ...rows.map((row) => row.id)])].filter((other) => other !== id);
  const ids = all.slice(0, MOST_TARGETS);
  const found = new Map((await ideas.loadAll(ids)).map((one) => [one.id, one]));
  const mayRead = (one: Idea) =>
    mayReadWords({ ref: person.ref, roles: rolesOn(person, one, directory(), false) }, one);
  // An index may know a state of before: what has ended meanwhile takes nothing in.
  const isTarget = (one: Idea) => stages[one.stage].open && mayRead(one);
  const targets = ids.flatMap((one) => found.get(one) ?? []).filter(isTarget);
  const [first] = targets;
  const isTwin = first !== undefined && twins.includes(first.id);
  return { mergeTargets: targets, ...(isTwin && { likelyTwin: await viewBeside(deps, person, first, false) }) };
}

/** Ids of the open ideas that are most like it, the likeliest first. What not everybody may read is compared with nothing. */
async function likelyTwins({ searching }: Pick<Deps, 'searching'>, idea: Idea): Promise<string[]> {
  if (!isOpenToEverybody(idea)) return [];
  try {
    const alike = await searching.similar(idea.words, { filter: { stages: openStages, except: [idea.id] } });
    return alike.map(({ id }) => id);
  } catch {
    // They come first where they are known; the list is there without.
    return [];
  }
}

const openStages = stageNames.filter((stage) => stages[stage].open);
