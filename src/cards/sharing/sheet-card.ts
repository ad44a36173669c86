import { markOf, type SharingOutcome, type SharingView } from '../../app/sharing/share-idea.js';
import type { Idea } from '../../domain/idea/idea.js';
import { type SharingSheet, sheetTexts } from '../../domain/sharing/sheet.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { amountText } from '../idea/parts/answers.js';
import { note } from '../note.js';
import { officeName } from '../places.js';
import { type Button, button } from '../verbs.js';
import { standsAs } from './share-panel.js';
import type { sharingActs } from './sharing-verbs.js';

const plain = { inputs: 'none' } as const;

/** What leaves, word by word: what it is, and what it says. */
function sheetLines(context: CardContext, sheet: SharingSheet, mailbox: string): string[] {
  const { t } = context;
  const part = (name: Exclude<keyof SharingSheet, 'kind'> | 'contact', text: string | undefined): string[] =>
    text ? [t(`sharing.part.${name}`, { text })] : [];
  const { money } = sheet;
  return [
    ...part('title', sheet.title),
    ...sheetTexts.flatMap((name) => part(name, sheet[name])),
    ...(money
      ? part(
          'money',
          [
            amountText(context, money.value),
            ...(money.hours === undefined ? [] : [t('sharing.hours', { hours: money.hours })]),
          ].join(', '),
        )
      : []),
    ...part('contact', mailbox),
  ];
}

const shows = ({ id, seq }: Idea) => showsRecords('quotes', [{ record: 'idea' as const, id, seq }]);

/** Exactly what leaves, for those who ask and for the innovation office, who decides on it here. */
export function sharingSheet(context: CardContext, view: SharingView): Drawn {
  const { t } = context;
  const { idea, share, sheet, mark, mailbox, office } = view;
  const isShared = share?.sheet !== undefined;
  const isSame = share?.sheet && markOf(share.sheet) === mark;
  const press = (title: string, act: (typeof sharingActs)[number], style?: Button['style']) =>
    button(title, 'shareIdea', { idea: idea.id, sharingAct: act, sheet: mark }, { ...plain, ...(style && { style }) });
  const decides = share?.asked !== undefined && office;
  const drawn = note(context, {
    heading: t('sharing.heading'),
    lines: [
      ...(share ? standsAs(context, share) : []),
      t(isShared && isSame ? 'sharing.leaves.now' : isShared ? 'sharing.leaves.anew' : 'sharing.leaves'),
      ...sheetLines(context, sheet, mailbox),
      t('sharing.nothingElse'),
      t('sharing.copies'),
    ],
    buttons: [
      ...(decides ? [press(t('sharing.yes'), 'yes', 'positive'), press(t('sharing.no'), 'no')] : []),
      ...(!share?.asked && !isSame
        ? [press(t('sharing.ask', { office: officeName(context) }), 'ask', 'positive')]
        : []),
      ...(isShared ? [press(t('sharing.takeBack'), 'takeBack', 'destructive')] : []),
      ...(share?.asked && !decides && !isShared ? [press(t('sharing.askNoMore'), 'takeBack')] : []),
      button(t('telling.open'), 'open', { idea: idea.id }, plain),
    ],
  });
  return { ...drawn, summary: t('sharing.heading'), ...shows(idea) };
}

/** Whoever had the idea is told before it is shared, with what leaves of it. */
export function sharingTold(context: CardContext, idea: Idea, sheet: SharingSheet, mailbox: string): Drawn {
  const { t } = context;
  const drawn = note(context, {
    heading: t('sharing.told.heading'),
    lines: [
      t('sharing.told.text', { office: officeName(context) }),
      ...sheetLines(context, sheet, mailbox),
      t('sharing.nothingElse'),
    ],
    buttons: [button(t('telling.open'), 'open', { idea: idea.id }, plain)],
  });
  return { ...drawn, summary: t('sharing.told.heading'), ...shows(idea) };
}

/** For those who lead where it belongs: what the innovation office has answered. */
export function sharingAnswer(context: CardContext, idea: Idea, answer: 'yes' | 'no'): Drawn {
  const { t } = context;
  const drawn = note(context, {
    heading: t('sharing.heading'),
    lines: [
      idea.words.title,
      t(`sharing.answered.${answer}`, { office: officeName(context) }),
      ...(answer === 'yes' ? [t('sharing.copies')] : []),
    ],
    buttons: [button(t('telling.open'), 'open', { idea: idea.id }, plain)],
  });
  return { ...drawn, summary: t('sharing.heading'), ...shows(idea) };
}

/** What a press led to, in its place. */
export const sharingDone = (context: CardContext, idea: string, came: Exclude<SharingOutcome, 'changed'>): Drawn =>
  note(context, {
    heading: context.t('sharing.heading'),
    lines: [context.t(`sharing.came.${came}`, { office: officeName(context) })],
    buttons: [button(context.t('telling.open'), 'open', { idea }, plain)],
  });
