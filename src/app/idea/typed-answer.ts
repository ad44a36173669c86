import type { Idea } from '../../domain/idea/idea.js';
import { funderTiers, isSubmitter, mayNotDecide, mayNotFund, tiers } from '../../domain/idea/policy.js';
import { workerOf } from '../../domain/idea/waiting/silence.js';
import { limits } from '../../domain/idea/words.js';
import { type Person, refsOf } from '../../domain/person/person.js';
import { readQueue } from '../../store/keys.js';
import type { Deps } from '../deps.js';
import { queuesOf } from './lists/queues.js';

/** An idea that a written message may be about, and as what. */
export interface Conversation {
  idea: Idea;
  about: 'question' | 'comment' | 'progress' | 'money';
}

/** Of what waits in somebody's posts, so much is looked at: what is oldest in the promise is what they have in mind. */
const MOST_OF_POSTS = 5;
const money: ReadonlySet<string> = new Set(funderTiers.map((tier) => `${tier}Money`));
const deciding: ReadonlySet<string> = new Set(tiers);

/**
 * What somebody may be answering with these words, as themselves and in their posts: questions to them first, then requests
 * for money, then how their work goes, where they have been asked for a line and it is one, then comments that they have not
 * answered. Two round trips, one where there is none; one more for a deputy.
 */
export async function openConversations(deps: Deps, person: Person, text = ''): Promise<Conversation[]> {
  const { names: queues } = await queuesOf(deps, person);
  const whose = (queue: string): string => readQueue(queue)?.whose ?? '';
  const [waiting, talk, asked, told] = await Promise.all([
    deps.ideas.waiting(person.ref),
    deps.ideas.talk(person.ref),
    some(queues.filter((queue) => money.has(whose(queue))).map(deps.ideas.waiting)),
    some(queues.filter((queue) => deciding.has(whose(queue))).map(deps.ideas.talk)),
  ]);
  const ids = new Set([...waiting, ...talk, ...asked, ...told].map(({ id }) => id));
  if (ids.size === 0) return [];
  const ideas = await deps.ideas.loadAll([...ids]);
  const refs = refsOf(person);
  const isIn = (rows: readonly { id: string }[], idea: Idea): boolean => rows.some(({ id }) => id === idea.id);
  const isLine = text.length <= limits.progress;
  /** As what each may be meant: the first that holds. */
  const kinds: [Conversation['about'], (idea: Idea) => boolean][] = [
    [
      'question',
      (idea) =>
        idea.question !== undefined &&
        (idea.question.backTo === 'funder' ? idea.driver?.person === person.ref : isSubmitter(person.ref, idea)),
    ],
    [
      'money',
      (idea) => isIn(asked, idea) && idea.waiting?.for === 'funder' && !refs.some((ref) => mayNotFund(ref, idea)),
    ],
    ['progress', (idea) => isLine && idea.quiet?.asked === true && workerOf(idea)?.person === person.ref],
    [
      'comment',
      (idea) =>
        idea.talk !== undefined &&
        idea.talk.by !== person.ref &&
        (isIn(talk, idea) || (isIn(told, idea) && !refs.some((ref) => mayNotDecide(ref, idea)))),
    ],
  ];
  const found = ideas.flatMap((idea) => {
    const kind = kinds.find(([, holds]) => holds(idea));
    return kind ? [{ idea, about: kind[0] }] : [];
  });
  return kinds.flatMap(([about]) => found.filter((one) => one.about === about));
}

/** The first of several lists together. */
async function some<T>(lists: readonly Promise<T[]>[]): Promise<T[]> {
  return (await Promise.all(lists)).flat().slice(0, MOST_OF_POSTS);
}
