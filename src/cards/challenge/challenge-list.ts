import { partnersNow } from '../../domain/challenge/policy.js';
import type { ListedChallenge, ListedChallenges } from '../../domain/challenge/reading.js';
import { newestEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { PersonRef } from '../../domain/person/person.js';
import { buttonRows, pageButtons } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { ideaRow } from '../idea/lists/idea-row.js';
import type { IdeaRowPart } from '../layouts/parts.js';
import { button } from '../verbs.js';
import { dateText, titleOf, whoseName } from './challenge-words.js';

/** As many rows of each kind as a phone shows without getting lost. */
const MOST_ROWS = 8;
const plain = { inputs: 'none' } as const;

/** What can be answered, what is awaited, and how it turned out: of each kind a page, counted from 0. */
export function challengeList(
  context: CardContext,
  listed: ListedChallenges & { publishes: boolean },
  wanted = 0,
): Drawn {
  const { t } = context;
  const parts = (['proposed', 'open', 'awaited', 'results'] as const).flatMap((part) =>
    listed[part].length > 0 ? [{ part, all: listed[part] }] : [],
  );
  const most = Math.max(0, ...parts.map(({ all }) => all.length));
  // There may be fewer by now than when the button was drawn.
  const page = Math.min(wanted, Math.max(0, Math.ceil(most / MOST_ROWS) - 1));
  const from = page * MOST_ROWS;
  const onPage = parts.filter(({ all }) => all.length > from);
  const shown = onPage.flatMap(({ all }) => all.slice(from, from + MOST_ROWS));
  const heading = t('challenge.list.heading');
  const isEmpty = parts.length === 0;
  const card = context.draw('sections', {
    heading,
    about: isEmpty ? t('challenge.empty') : t('challenge.about'),
    sections: onPage.map(({ part, all }) => ({
      heading: t(`challenge.list.${part}`),
      rows: all.slice(from, from + MOST_ROWS).map((one) => challengeRow(context, one)),
      more:
        all.length > from + MOST_ROWS
          ? [{ text: t('challenge.list.more', { count: all.length - from - MOST_ROWS }) }]
          : [],
    })),
    buttonRows: buttonRows([
      ...pageButtons(context, { page, more: most > from + MOST_ROWS }, (title, to) =>
        button(title, 'challenges', { page: to, inPlace: true }, plain),
      ),
      ...(listed.publishes
        ? [
            button(
              t('challenge.button.new'),
              'challengeForm',
              {},
              { ...plain, style: isEmpty ? 'positive' : 'default' },
            ),
          ]
        : []),
      ...(isEmpty ? [button(t('button.idea'), 'form', {}, plain)] : []),
    ]),
  });
  return {
    ...{ card, summary: isEmpty ? t('challenge.empty') : heading },
    ...showsRecords(
      'titles',
      shown.map(({ id, seq }) => ({ record: 'challenge' as const, id, seq })),
    ),
  };
}

/** One as a row; the whole row opens it. */
export function challengeRow(context: CardContext, one: ListedChallenge): IdeaRowPart {
  const { t } = context;
  const id = t('challenge.id', { id: one.id });
  const title = titleOf(context, one);
  const parts = partnersNow(one, context.directory).length;
  const about = [lineOf(context, one), ...(parts > 0 ? [t('challenge.row.parts', { count: parts })] : [])].join(' · ');
  return {
    ...{ id, title, stage: '', about: about ? [{ text: about }] : [], waits: [] },
    open: button(
      t('challenge.open', { row: [id, title, about].filter(Boolean).join(', ') }),
      'challenge',
      { challenge: one.id, below: true },
      plain,
    ),
  };
}

function lineOf(context: CardContext, one: ListedChallenge): string {
  const place = whoseName(context, one);
  switch (one.stage) {
    case 'proposed':
      return context.t('challenge.row.waits', { place, date: dateText(context, one.proposedOn) });
    case 'open':
      return context.t('challenge.row.answerBy', { place, date: dateText(context, one.answerBy) });
    case 'answered':
      return context.t('challenge.row.resultBy', { place, date: dateText(context, one.resultBy) });
    default:
      return place;
  }
}

/** The ideas that answer a challenge, a page of them. */
export function challengeAnswers(
  context: CardContext,
  view: { id: string; ideas: readonly Idea[]; page: number; more: boolean; reader: PersonRef },
): Drawn {
  const { t } = context;
  const { id, ideas, page, more, reader } = view;
  const heading = t('challenge.answers.heading');
  const card = context.draw('sections', {
    heading,
    about: ideas.length > 0 ? t('challenge.id', { id }) : t('challenge.answers.none'),
    sections: [
      { heading: '', rows: ideas.map((idea) => ideaRow(context, idea, readerOf(idea, reader))), more: [] },
    ].filter(({ rows }) => rows.length > 0),
    buttonRows: buttonRows([
      ...pageButtons(context, { page, more }, (title, to) =>
        button(title, 'challengeAnswers', { challenge: id, page: to }, plain),
      ),
      button(t('challenge.back'), 'challenge', { challenge: id }, plain),
    ]),
  });
  return { ...{ card, summary: heading }, ...showsRecords('titles', ideas.map(newestEvent)) };
}

const readerOf = ({ submitter, coSubmitters }: Idea, ref: PersonRef) => ({
  ref,
  roles: new Set([submitter, ...coSubmitters].includes(ref) ? (['submitter'] as const) : []),
});
