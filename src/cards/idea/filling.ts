import { isOpenTo } from '../../domain/idea/decide.js';
import { asksForTheSame } from '../../domain/idea/deciding/earlier-no.js';
import type { PartName } from '../../domain/idea/fields.js';
import { canBeFilled, formFields, isForm, needsOf } from '../../domain/idea/needs.js';
import { mayReadAnswer } from '../../domain/idea/reading/visibility.js';
import type { Reading } from './reading.js';

/** Whether this reader may fill in this part now. */
export const mayFill = ({ idea, reader }: Reading, part: PartName): boolean =>
  isOpenTo('fill', idea, reader.roles) &&
  canBeFilled(idea, part) &&
  // Whoever cannot read what is there would write over it.
  formFields(part, idea).every((name) => idea.answers[name] === undefined || mayReadAnswer(reader, idea, name));

/** The first part that a form can fill and that is not done; days that have passed are not, nor is a cost that was declined. */
export function nextToFill({ context, idea }: Reading): PartName | undefined {
  if (asksForTheSame(idea)) return 'cost';
  const first = needsOf(idea).find(({ part, state }) => state !== 'done' && isForm(part))?.part;
  const isOver = idea.stage === 'planning' && (idea.answers.end ?? context.today) < context.today;
  return first ?? (isOver ? 'time' : undefined);
}

/** The other parts that a form can fill and that are not done, from the one after this on. */
export function partsAfter(reading: Reading, part: PartName): PartName[] {
  const wanted = needsOf(reading.idea).filter(({ part: one }) => isForm(one));
  const at = wanted.findIndex(({ part: one }) => one === part);
  return [...wanted.slice(at + 1), ...wanted.slice(0, Math.max(at, 0))]
    .filter(({ part: one, state }) => state !== 'done' && mayFill(reading, one))
    .map(({ part: one }) => one);
}
