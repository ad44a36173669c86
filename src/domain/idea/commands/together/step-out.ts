import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { withFormer, withoutHolder } from '../../people/together.js';
import { isSubmitter } from '../../policy.js';
import { stageNames } from '../../stages.js';
import { forDeciders, happens, stays } from '../../standing.js';
import { askedInstead } from './asked.js';

/** "Ta bort mig från idén". Whoever is the only one to have it withdraws it instead. */
export const stepOut = defineCommand('stepOut')({
  from: stageNames,
  by: ['submitter', 'joined'],
  words: {},
  sameVersion: false,
  when: (idea, roles) => roles.has('joined') || (roles.has('submitter') && idea.coSubmitters.length > 0),
  leadsTo: (context) => {
    const { idea, actor } = context;
    const next = idea.coSubmitters.find((person) => person !== actor.ref);
    const { waiting } = idea;
    const theirs = waiting?.for === 'submitter' && waiting.person === actor.ref;
    const as = isSubmitter(actor.ref, idea) ? 'submitter' : 'joined';
    if (!theirs) return happens(steppedOut, stays(context), { as });
    const to = next ? askedInstead(context, next) : forDeciders(context, idea.stage);
    return happens(steppedOut, to, { as });
  },
});

export const steppedOut = defineEvent('steppedOut')<{ as: 'submitter' | 'joined' }>({
  changes: (idea, { by }) => withFormer(withoutHolder(idea, by), [by]),
  hears: ['submitter'],
  // Who was only with it is not missed by those whose it is.
  tells: (_, { data }) => data.as !== 'joined',
  submittersOnly: true,
  wordsOf: 'record',
});
