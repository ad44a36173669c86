import type { CommandContext } from '../../command.js';
import type { AskedColleague, Idea, Standing, Who } from '../../idea.js';
import { stays, waitsFor } from '../../standing.js';

/** The colleague's question whether the idea is theirs too, as it stands. */
export const askedAs = ({ askedColleagues = [] }: Idea, person: Who): AskedColleague | undefined =>
  askedColleagues.find((asked) => asked.person === person);

export const someAsked = ({ askedColleagues }: Idea): boolean => askedColleagues !== undefined;

/** Where the idea stands when an open question to the submitter becomes one to somebody else. */
export function askedInstead(context: CommandContext, person: AskedColleague['person']): Standing {
  const { idea } = context;
  if (idea.waiting?.for !== 'submitter') return stays(context);
  return waitsFor(context, idea.stage, { for: 'submitter', person }, idea.answerBy);
}
