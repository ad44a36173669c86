import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { defineEvent } from '../../event.js';
import { answersForRecord, learnsFromWhole, mayDisclose } from '../../reading/visibility.js';
import { stageNames } from '../../stages.js';
import { happens, stays } from '../../standing.js';

/**
 * Whoever may read what is out of sight asks for it, and the record says that they did. `whole`: in a whole copy of the record,
 * which tells more than a card does.
 */
export const readHidden = defineCommand('readHidden')<{ whole?: true }>({
  from: stageNames,
  by: ['decider', 'registrar'],
  words: {},
  sameVersion: false,
  when: (idea, roles) => mayDisclose(idea, roles) || learnsFromWhole(idea, roles),
  leadsTo: (context) => {
    const { idea, actor, data } = context;
    const whole = data.whole === true && learnsFromWhole(idea, actor.roles);
    if (!whole && !mayDisclose(idea, actor.roles)) return refuse({ code: 'notNow' });
    return happens(hiddenRead, stays(context), whole ? { whole } : {});
  },
});

/** `whole`: they got a whole copy of the record, which told them more than a card does. */
export const hiddenRead = defineEvent('hiddenRead')<{ whole?: true }>({
  hears: [],
  wordsOf: 'record',
  seenBy: (reader, { by }) => answersForRecord(reader, by) || reader.roles.has('submitter'),
  inPost: true,
});
