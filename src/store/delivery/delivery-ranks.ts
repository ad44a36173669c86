import type { Rank } from '../../domain/rank.js';
import { type RunName, readRun } from '../keys.js';
import type { Delivery, Subject } from './deliveries.js';

/** How soon a message goes out of which nothing else is said: by its kind. */
const rankOfKind: { readonly [K in Subject['kind']]: Rank } = {
  notice: 'answer',
  receipt: 'answer',
  welcome: 'answer',
  arrival: 'answer',
  catchUp: 'answer',
  note: 'answer',
  file: 'answer',
  reactions: 'news',
  // Nobody is told by a card that is drawn anew.
  update: 'news',
  daily: 'news',
  digest: 'digest',
};

/** Runs are named by the kind of their messages, but for those that tell of events. */
const rankOfWord = { ...rankOfKind, event: rankOfKind.notice, news: 'news' } as const;

/** How soon a delivery goes out. Rows of older versions do not say it. */
export const rankOfDelivery = ({ rank, kind }: Pick<Delivery, 'rank' | 'kind'>): Rank => rank ?? rankOfKind[kind];

/** The same of one of which only its name is known. What a newer version alone knows is somebody's to wait for. */
export const rankOfRun = (run: RunName): Rank =>
  (rankOfWord as Readonly<Record<string, Rank | undefined>>)[readRun(run).word] ?? 'answer';
