import type { CardContext } from '../card-context.js';

/** Words of a record that somebody from outside may not know, each with what it means. */
const terms = ['number', 'time', 'who', 'decision', 'money', 'adoption', 'erased'] as const;

export const definitions = ({ t, timeZone }: CardContext): { term: string; means: string }[] =>
  terms.map((term) => ({ term: t(`record.term.${term}`), means: t(`record.means.${term}`, { zone: timeZone }) }));
