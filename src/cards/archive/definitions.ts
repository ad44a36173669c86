import type { CardContext } from '../card-context.js';

/** Words of a record that somebody from outside may not know, each with what it means. */
const terms = ['number', 'time', 'who', 'decision', 'money', 'adoption', 'erased'] as const;

export const definitions = ({ t, timeZone, settings }: CardContext): { term: string; means: string }[] =>
  terms.map((term) => {
    const namesGo = term === 'erased' && settings.retention.deciders?.names === 'remove';
    const key = namesGo ? 'record.means.erased.names' : (`record.means.${term}` as const);
    return { term: t(`record.term.${term}`), means: t(key, { zone: timeZone }) };
  });
