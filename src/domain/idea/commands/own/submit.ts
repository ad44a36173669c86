import type { PersonRef } from '../../../person/person.js';
import { defineCommand } from '../../command.js';
import { isMessageLink } from '../../content/source.js';
import { defineEvent } from '../../event.js';
import type { Tier } from '../../idea.js';
import { forDeciders, happens } from '../../standing.js';
import { onceBack, pausedOn, type UntilBack } from '../../waiting/paused.js';
import { begin } from '../begin.js';
import { ideaWords, inIdeaWords, peopleOf } from './idea-words.js';

interface Submitted extends UntilBack {
  submitter: PersonRef;
  coSubmitters: PersonRef[];
  department: string;
  unit?: string;
  confidential: boolean;
  tier: Tier;
  /** The department reads ideas before others do. */
  readFirst?: true;
  /** The challenge that it answers. */
  challenge?: string;
}

/** An idea is sent in: the only command that needs none. */
export const submit = defineCommand('submit')<Submitted & { id: string }>({
  from: [],
  by: [],
  words: { ...inIdeaWords, workplace: 'optional', source: 'optional' },
  sameVersion: false,
  leadsTo: (context) => {
    const { id: _, ...data } = context.data;
    return happens(submitted, forDeciders(onceBack(context, data), 'submitted'), data);
  },
});

export const submitted = defineEvent('submitted')<Submitted>({
  persons: { submitter: 'traced', coSubmitters: 'traced' },
  begins: (id, { data, to, at }) => {
    const { submitter, coSubmitters, confidential } = data;
    const begun = begin(id, data, { stage: to.stage, at });
    return { ...begun, confidential, ...(confidential && { keptNames: [submitter, ...coSubmitters] }) };
  },
  changes: (idea, { by, day, data, words }) => ({
    ...idea,
    ...pausedOn(day, data),
    words: ideaWords(words),
    ...(words.workplace && { workplace: words.workplace }),
    // Among the words, for it holds ids of a chat: it goes with them.
    ...(words.source && isMessageLink(words.source) && { source: words.source }),
    authors: peopleOf([by, data.submitter, ...data.coSubmitters]),
    ...(data.readFirst && { unread: true }),
    ...(data.challenge !== undefined && { challenge: data.challenge }),
  }),
  // The submitter too, where a colleague has written the idea down for them.
  hears: ['deciders', 'submitter'],
  atOnce: ['deciders'],
  bringsIdea: true,
  wordsOf: 'idea',
  writers: ({ data }) => [data.submitter, ...data.coSubmitters],
});
