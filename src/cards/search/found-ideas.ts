import { lessonOf } from '../../app/search/document.js';
import { type SearchTab, type SoughtIdeas, searchTabs } from '../../app/search/search-ideas.js';
import type { Askable } from '../../app/search/whom-to-ask.js';
import { newestEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import { onlyDepartment } from '../../domain/organisation/place.js';
import type { PersonRef } from '../../domain/person/person.js';
import { buttonRows, pageButtons } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import type { Field } from '../fields.js';
import { ideaRow } from '../idea/lists/idea-row.js';
import type { Color, Weight } from '../layouts/parts.js';
import { goalFilter } from '../organisation/goals.js';
import { oneDepartmentField } from '../organisation/place-field.js';
import { shortPlaceName } from '../places.js';
import { shortened } from '../shortened.js';
import { type Button, button } from '../verbs.js';
import { askLine, askLink } from './whom-to-ask.js';

/** So much of a lesson stands in a row. */
const LONGEST_LESSON = 90;

/**
 * `written`: what somebody wrote as the department, which names none. `mayEnter`: they may enter what their department does
 * already. `news`: what they meet of other departments where they look for nothing. `asked`: whom to ask about each, by its id.
 */
interface FoundFor {
  asked?: ReadonlyMap<string, Askable>;
  news?: readonly Idea[];
  written?: string | undefined;
  mayEnter?: boolean;
}

/** What somebody who searches sees: the field with their words, the lists that it can be, a page of ideas, and a filter. */
export function foundIdeas(
  context: CardContext,
  found: SoughtIdeas,
  reader: PersonRef,
  { news = [], written, mayEnter = false, asked = new Map() }: FoundFor = {},
): Drawn {
  const { t } = context;
  const { sought, ideas } = found;
  const asks = sought.query.trim() !== '';
  const about = asks ? aboutFound(context, found) : t('search.how');
  const { department, goal } = sought;
  const card = context.draw('search', {
    heading: t('search.heading'),
    field: [{ label: t('search.label'), query: sought.query, placeholder: t('search.placeholder') }],
    filters: asks ? [{ tabs: searchTabs.map((it) => tab(context, found, it)) }] : [],
    about,
    building: found.building ? [{ text: t('search.building') }] : [],
    news: news.length > 0 ? [{ text: t('search.news') }] : [],
    rows: [...news, ...ideas].map((idea) =>
      row(context, idea, reader, { askable: asked.get(idea.id), forLesson: sought.tab === 'lessons' }),
    ),
    fields: asks ? [...departmentFilter(context, department ?? written), ...goalFilter(context, goal)] : [],
    buttonRows: buttonRows(buttonsFor(context, found, mayEnter)),
  });
  const summary = news.length > 0 ? t('search.news') : about;
  return { card, summary, ...showsRecords('titles', [...news, ...ideas].map(newestEvent)) };
}

/** Where there is one department alone, everything is in it. */
function departmentFilter(context: CardContext, value: string | undefined): Field[] {
  if (onlyDepartment(context.directory)) return [];
  const { t } = context;
  return [
    oneDepartmentField(context, {
      label: t('search.department'),
      value,
      placeholder: t('search.allDepartments'),
    }),
  ];
}

function aboutFound({ t }: CardContext, { total, sought: { page } }: SoughtIdeas): string {
  if (total === 0) return t('search.none');
  const count = t('search.count', { count: total });
  return page > 0 ? `${count} ${t('mine.page', { page: page + 1 })}` : count;
}

interface RowLook {
  askable: Askable | undefined;
  /** It is looked for because of what it taught. */
  forLesson: boolean;
}

/**
 * An idea with its department or whom to ask about it, a press on whom opens a chat with them; with what it taught where it has ended, and
 * among lessons.
 */
function row(context: CardContext, idea: Idea, reader: PersonRef, { askable, forLesson }: RowLook) {
  const { t } = context;
  const ask = askable && askLine(context, askable);
  const url = askable && askLink(context, askable, idea);
  const place = askable?.department === idea.department ? '' : shortPlaceName(context, { department: idea.department });
  // Whoever can be asked how it goes knows more than what was written of it so far.
  const lesson = ask && idea.stage !== 'closed' && !forLesson ? undefined : lessonOf(idea)?.split('\n', 1)[0];
  const says = lesson ? t('search.lesson', { lesson: shortened(lesson, LONGEST_LESSON) }) : '';
  const line = { text: says, bold: false };
  const also = ask && !url ? ask : '';
  const shown = ideaRow(context, idea, { ref: reader, roles: new Set() }, line, place, also);
  return {
    row: [shown],
    // Several rows may have the same whom to ask: who hears the card hears also about which idea.
    asks: ask && url ? [{ title: t('button.ofIdea', { button: ask, title: shown.title }), text: ask, url }] : [],
  };
}

const openLook: { color: Color; weight: Weight } = { color: 'Accent', weight: 'Bolder' };
const closedLook: typeof openLook = { color: 'Default', weight: 'Default' };

function tab({ t }: CardContext, { sought }: SoughtIdeas, name: SearchTab) {
  const word = t(`search.tab.${name}`);
  const open = name === sought.tab;
  return {
    ...button(t('search.tabTitle', { tab: word, open: String(open) }), 'search', { tab: name }),
    word,
    ...(open ? openLook : closedLook),
  };
}

function buttonsFor(context: CardContext, { sought, total, more }: SoughtIdeas, mayEnter: boolean): Button[] {
  const { t } = context;
  const { query, tab: open, page } = sought;
  const asks = query.trim() !== '';
  const none = asks && total === 0;
  return [
    ...(none ? [button(t('search.sendAsIdea'), 'form', { text: query }, { inputs: 'none', style: 'positive' })] : []),
    button(t('button.search'), 'search', { tab: open }, none || total > 0 ? {} : { style: 'positive' }),
    ...(none && mayEnter ? [button(t('button.existing'), 'existing', {}, { inputs: 'none' })] : []),
    ...pageButtons(context, { page, more }, (title, to) =>
      button(title, 'search', { tab: open, asked: query, page: to }),
    ),
  ];
}
