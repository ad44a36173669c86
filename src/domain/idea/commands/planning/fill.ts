import { refuse } from '../../../result.js';
import { defineCommand } from '../../command.js';
import { type GoalJudgement, goalJudgements } from '../../deciding/measured-goal.js';
import { grantedIn, isSmallTest, takenBy } from '../../deciding/resources.js';
import { defineEvent, type Happened } from '../../event.js';
import type { Answers, PartName } from '../../fields.js';
import type { Idea } from '../../idea.js';
import { canBeFilled, formFields, mayAsk, needsOf, partRow } from '../../needs.js';
import { happens, stays } from '../../standing.js';
import { acceptedBy, driven } from '../conditions.js';
import { withoutBuyer } from './buyer.js';
import { readAnswers } from './read-answers.js';

/** More than was granted is asked about once, and may be true. */
const usesMore = ({ used = '0', usedHours = '0' }: Answers, { money }: Idea): boolean => {
  const granted = money && grantedIn(money);
  return granted !== undefined && (Number(used) > granted.amount || Number(usedHours) > granted.hours);
};

/** Fills in a part of what is needed. `sure`: what is asked about in it has been confirmed. */
export const fill = defineCommand('fill')<{ part: PartName; sure?: true }>({
  from: driven,
  by: ['driver', 'decider', 'member'],
  words: {},
  sameVersion: false,
  when: (idea, roles) => acceptedBy('driver')(idea, roles) && needsOf(idea).some(({ part }) => canBeFilled(idea, part)),
  answers: ({ part }) => mayAsk(part),
  leadsTo: (context) => {
    const { idea, data, setting, today } = context;
    const { part } = data;
    if (!canBeFilled(idea, part)) return refuse({ code: 'notNow' });
    const asked = formFields(part, idea);
    const answers = readAnswers(asked, context);
    if (!answers.ok) return answers;
    const [first] = asked;
    // Emptying what was there is a change; saving nothing where nothing was is none.
    const nothing = Object.keys(answers.value).length === 0 && asked.every((name) => idea.answers[name] === undefined);
    if (nothing && first) return refuse({ code: 'wordsMissing', field: first });
    const { start, end } = answers.value;
    if (start && end && end < start) return refuse({ code: 'endBeforeStart' });
    if (!data.sure && usesMore(answers.value, idea)) return refuse({ code: 'usedMore' });
    const small = isSmallTest(takenBy({ answers: answers.value }), setting.smallTestLimit);
    const begun = start !== undefined && start < today;
    const reached = goalJudgements.find((one) => one === answers.value.reached);
    const more = { ...(small && { small }), ...(begun && { begun }), ...(reached && { reached }) };
    return happens(filled, stays(context), { part, ...more }, answers.value);
  },
});

/** `small`: the cost that it says makes a small test. `begun`: the first day that it says had come. `reached`: how its goal is judged, which is counted whatever becomes of the words. */
interface Filled {
  part: PartName;
  small?: true;
  begun?: true;
  reached?: GoalJudgement;
}

export const filled = defineEvent('filled')<Filled>({
  changes: withAnswers,
  hears: [],
  leavesRights: true,
  wordsOf: 'record',
});

/** The idea with what was filled in of a part: a field that was left empty is emptied. */
function withAnswers(idea: Idea, { by, data, words }: Happened<'filled', Filled>): Idea {
  const answers = { ...idea.answers };
  for (const field of partRow(data.part).fields) {
    const value = words[field];
    if (value === undefined) delete answers[field];
    else answers[field] = value;
  }
  // A form of an earlier version did not ask for what goes along, and so does not empty it.
  for (const field of mayAsk(data.part)) {
    const value = words[field];
    if (value !== undefined) answers[field] = value;
  }
  const { part, small, begun } = data;
  const { smallTest, testBegun, ...rest } = { ...idea, answers };
  const isSmall = part === 'cost' ? small : smallTest;
  const hasBegun = part === 'time' ? begun : testBegun;
  const given = Object.keys(words).filter((field) => field in answers);
  const kept = Object.entries(idea.answeredBy ?? {}).filter(([field]) => field in answers);
  return withoutBuyer({
    ...rest,
    ...(isSmall && { smallTest: isSmall }),
    ...(hasBegun && { testBegun: hasBegun }),
    answeredBy: Object.fromEntries([...kept, ...given.map((field) => [field, by])]),
  });
}
