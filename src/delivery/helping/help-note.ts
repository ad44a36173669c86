import type { Deps } from '../../app/deps.js';
import { type HelpView, viewHelp } from '../../app/helping/help-view.js';
import type { Drawn } from '../../cards/card-context.js';
import { helpCard } from '../../cards/helping/help-card.js';
import { type HelpNews, helpNews } from '../../domain/helping/help.js';
import type { Person } from '../../domain/person/person.js';
import type { DeliveryDeps } from '../deps.js';

/** A note's question, and what of it is told. */
export interface ToldHelp {
  view: HelpView;
  news: HelpNews;
}

/** Undefined where it is overtaken. Two round trips' time. */
export async function toldHelp(app: Deps, about: string, person: Person): Promise<ToldHelp | undefined> {
  const [idea = '', name = '', said] = about.split('.');
  const news = helpNews.find((one) => one === said);
  const view = news && (await viewHelp(app, person, { idea, name }));
  return view && isNews(view, news) ? { view, news } : undefined;
}

/** What is overtaken is told no more: nobody is asked for what somebody else has said yes to. */
function isNews({ as }: HelpView, news: HelpNews): boolean {
  if (news === 'asked' || news === 'desk') return as === 'asked' || as === 'desk';
  if (news === 'solved') return as === 'solved';
  return as === (news === 'thanks' || news === 'over' ? 'helper' : 'asker');
}

/** A card of its own, for whoever has no day card; or why it says nothing. */
export async function helpNote(
  { app, context }: Pick<DeliveryDeps, 'app' | 'context'>,
  about: string,
  person: Person,
): Promise<Drawn | string> {
  const told = await toldHelp(app, about, person);
  return told ? helpCard(context(person.language), told.view) : 'overtaken';
}
