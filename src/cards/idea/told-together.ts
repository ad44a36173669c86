import type { EventType, IdeaEvent } from '../../domain/idea/events.js';
import type { TextKey } from '../../text/index.js';
import { listText } from '../../text/lists.js';
import type { Reading } from './reading.js';

/** What there are several of, by the kind of event. */
const countedAs: { readonly [T in EventType]?: TextKey } = {
  commented: 'notice.together.comments',
  thanked: 'notice.together.thanks',
  needed: 'notice.together.needs',
  progressReported: 'notice.together.progress',
  adopted: 'notice.together.departments',
  notNow: 'notice.together.departments',
  stoppedUsing: 'notice.together.departments',
  adapted: 'notice.together.departments',
  betterTold: 'notice.together.departments',
};

/** Several pieces of news of one idea in one sentence: how much of what; `more`: so many more of the same type. */
export function headlineTogether(
  { context, reader }: Reading,
  told: readonly { event: IdeaEvent; more?: number }[],
): string {
  const counts = new Map<TextKey, number>();
  for (const { event, more = 0 } of told) {
    const key = countedAs[event.type] ?? 'notice.together.other';
    const others = event.type === 'thanked' || event.type === 'needed' ? (event.data.others ?? 0) : 0;
    counts.set(key, (counts.get(key) ?? 0) + 1 + others + more);
  }
  const what = listText(
    [...counts].map(([key, count]) => context.t(key, { count })),
    context.language,
  );
  return context.t('notice.together', { own: String(reader.roles.has('submitter')), what });
}
