import { sharingIdea } from '../../app/sharing/share-idea.js';
import type { Share } from '../../store/sharing/shares.js';
import { dayText } from '../../text/dates.js';
import type { CardContext } from '../card-context.js';
import { backButton } from '../idea/actions/next-steps.js';
import type { IdeaPanel } from '../idea/actions/opened.js';
import { officeName } from '../places.js';
import { button } from '../verbs.js';

/** How it works, how it stands, and the way to what leaves. */
export const sharePanel: IdeaPanel = (reading) => {
  const { context, foundOf, idea } = reading;
  const { t } = context;
  const found = foundOf(sharingIdea);
  if (!found) return undefined;
  return {
    panel: [
      {
        title: t('button.shareOut'),
        text: [
          ...(found.share ? standsAs(context, found.share) : []),
          t('sharing.panel', { office: officeName(context) }),
          t('sharing.copies'),
        ].map((text) => ({ text })),
        quotes: [],
        fields: [],
        fault: [],
      },
    ],
    buttons: [
      button(
        t('sharing.look'),
        'shareIdea',
        { idea: idea.id, sharingAct: 'look' },
        { style: 'positive', inputs: 'none' },
      ),
      backButton(reading),
    ],
  };
};

/** Since when it is shared, and whether a question waits. */
export function standsAs(context: CardContext, { asked, sharedAt, sheet }: Share): string[] {
  const { t, language, today } = context;
  const day = (at: string) => dayText(at.slice(0, 10), language, today);
  return [
    ...(sheet && sharedAt ? [t('sharing.since', { date: day(sharedAt) })] : []),
    ...(asked ? [t('sharing.askedSince', { date: day(asked), office: officeName(context) })] : []),
  ];
}
