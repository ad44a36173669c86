import type { WordsRule } from '../../organisation/retention/retention-schema.js';
import type { PersonRef } from '../../person/person.js';
import { type IdeaEvent, meaningOf } from '../events.js';
import type { Idea } from '../idea.js';
import type { Leaving, SaidBy } from './leaving.js';
import { asNow } from './same-person.js';

/** Every reference under which somebody stands in a record, the one that they have now first. */
function refsIn(record: readonly IdeaEvent[], person: PersonRef): PersonRef[] {
  const refs = new Set([person]);
  for (const event of record.toReversed()) {
    if (event.type === 'identified' && refs.has(event.data.person)) refs.add(event.data.formerly);
  }
  return [...refs];
}

/** Whether the words of an event go when this person leaves. `idea` is as it stands without them. */
export function wordsGo(event: IdeaEvent, leaver: PersonRef, idea: Idea, rule: WordsRule): boolean {
  const isTheirs = event.by === leaver || asNow(idea, event.by) === leaver;
  switch (meaningOf(event).wordsOf) {
    case 'idea':
      return rule === 'erase' && idea.submittersLeft === true;
    case 'person':
      return rule === 'erase' && isTheirs;
    case 'contact':
      return isTheirs;
    case 'record':
      return false;
  }
}

/** Of which departments what stands there was said last by one of these; undefined of none. */
function saidBy(events: readonly IdeaEvent[], refs: readonly PersonRef[]): SaidBy | undefined {
  const last: Record<keyof SaidBy, Map<string, string>> = { ownWay: new Map(), better: new Map() };
  for (const event of events) {
    if (event.type === 'adapted') last.ownWay.set(event.data.department, event.by);
    if (event.type === 'betterTold') last.better.set(event.data.department, event.by);
  }
  const theirs = (word: keyof SaidBy) => [...last[word]].flatMap(([code, by]) => (refs.includes(by) ? [code] : []));
  const [ownWay, better] = [theirs('ownWay'), theirs('better')];
  return ownWay.length + better.length > 0 ? { ownWay, better } : undefined;
}

/** What leaving takes out of an idea beside its words: contacts that the leaver gave, and pictures that they sent. */
export function leavingOf(events: readonly IdeaEvent[], leaver: PersonRef, rule: WordsRule): Leaving {
  const refs = refsIn(events, leaver);
  const own = events.filter(({ by }) => refs.includes(by));
  const said = saidBy(events, refs);
  return {
    leaver,
    words: rule === 'erase' ? 'erased' : 'kept',
    contacts: [
      ...new Set(
        own.flatMap((event) =>
          meaningOf(event).wordsOf === 'contact' && 'department' in event.data ? [event.data.department] : [],
        ),
      ),
    ],
    ...(rule === 'erase' && said && { said }),
    pictures: own.flatMap((event) => (event.type === 'pictureAdded' && rule === 'erase' ? [event.data.picture] : [])),
  };
}
