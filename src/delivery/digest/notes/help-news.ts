import type { Deps } from '../../../app/deps.js';
import type { CardContext } from '../../../cards/card-context.js';
import type { DayNews } from '../../../cards/digest/day.js';
import { helpNews } from '../../../cards/digest/help-news.js';
import type { Person } from '../../../domain/person/person.js';
import { toldHelp } from '../../helping/help-note.js';

/** A row of the day card on a question for help; undefined where it says nothing any more. */
export async function helpNewsRow(
  { app, context }: { app: Deps; context: (language: Person['language']) => CardContext },
  about: string,
  person: Person,
): Promise<DayNews | undefined> {
  const told = await toldHelp(app, about, person);
  return told && helpNews(context(person.language), told.view, told.news);
}
