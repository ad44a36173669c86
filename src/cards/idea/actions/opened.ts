import type { IdeaView } from '../../../app/idea/idea-view.js';
import type { IdeaEvent } from '../../../domain/idea/events.js';
import type { PartName } from '../../../domain/idea/fields.js';
import type { TextKey } from '../../../text/index.js';
import { type Button, button } from '../../verbs.js';
import { adopterPage } from '../adopters.js';
import { mayFill } from '../filling.js';
import { commentList, handled, openComment } from '../parts/comments.js';
import { decisions, decisionsShown } from '../parts/decisions.js';
import { wholeWords } from '../parts/idea-words.js';
import { olderEvents, timeline } from '../parts/timeline.js';
import type { Reading } from '../reading.js';
import { hasSolution } from '../use/core-lines.js';
import { solutionPage } from '../use/solution.js';
import { menuOf } from './menu.js';
import { needLines } from './needing/need-lines.js';
import { backButton, disclosing, historySteps, panelSteps, partSteps, type Steps } from './next-steps.js';
import { askedInPanel, isOffered } from './offers.js';
import { type OpenPanel, openPanel, type PanelView } from './panels.js';
import { partForm, partToRead } from './part-form.js';
import type { AddedPanel, PanelName, ViewName } from './tables.js';

/** What is open on an idea card beside the idea itself, as data for cards/idea.json: a form, the other choices, or the record. */
export interface Opened {
  panel: OpenPanel[];
  menu: ReturnType<typeof menuOf>[];
  history: ReturnType<typeof historyOf>[];
  why: ReturnType<typeof whyOf>[];
  comments: ReturnType<typeof commentList>[];
  buttons: Button[];
}

/** Which of its panels is open, and what that shows. */
export interface OpenedView extends PanelView {
  panel?: PanelName | undefined;
  part?: PartName | undefined;
  said?: number | undefined;
  page?: number | undefined;
  below?: number | undefined;
  before?: string | undefined;
  earlier?: IdeaView['earlier'];
  history?: readonly IdeaEvent[] | undefined;
  decided?: IdeaView['decided'];
  needLines?: IdeaView['needLines'];
}

/** A panel that changes nothing, as data for cards/idea.json; undefined where it is not open to this reader. */
export type IdeaPanel = (
  reading: Reading,
  view: OpenedView,
  steps: Steps,
) => (Partial<Opened> & Pick<Opened, 'buttons'>) | undefined;

/** Those of other rooms, by the names under which their offers show them. */
export type AddedPanels = { readonly [P in AddedPanel]: IdeaPanel };

const ownPanels: { readonly [V in ViewName]: IdeaPanel } = {
  part(reading, view) {
    const { part, fault } = view;
    if (!part) return undefined;
    if (mayFill(reading, part)) {
      return { panel: [partForm(reading, part, view)], buttons: partSteps(reading, part, fault) };
    }
    const buttons = [...disclosing(reading, { open: 'part', part }), backButton(reading)];
    return { panel: [partToRead(reading, part)], buttons };
  },
  more: (reading, _view, { more }) =>
    more.length > 0 ? { menu: [menuOf(reading.context, more)], buttons: [backButton(reading)] } : undefined,
  words(reading, { page = 0 }) {
    const words = wholeWords(reading, page);
    return words && { panel: [words.panel], buttons: [...words.pages, backButton(reading)] };
  },
  history(reading, view) {
    const { history = [] } = view;
    const buttons = [
      ...pagesOfRecord(reading, 'history', view),
      ...commentsButton(reading, history),
      ...historySteps(reading, 'history'),
    ];
    return { history: [historyOf(reading, history)], buttons };
  },
  adopters(reading, { page = 0 }) {
    const { panel, pages } = adopterPage(reading, page);
    return { panel: [panel], buttons: [...pages, backButton(reading)] };
  },
  solution(reading, { page = 0 }) {
    if (!hasSolution(reading)) return undefined;
    const { panel, pages } = solutionPage(reading, page);
    const tell = isOffered(reading, 'tellCore') ? [panelButton(reading, 'button.tellCore', 'tellCore')] : [];
    return { panel: [panel], buttons: [...pages, ...tell, backButton(reading)] };
  },
  needLines(reading, view) {
    if (!reading.reader.roles.has('decider')) return undefined;
    const { panel, buttons } = needLines(reading, view.needLines ?? []);
    return { panel: [panel], buttons: [...buttons, backButton(reading)] };
  },
  why: (reading, view) => ({
    why: [whyOf(reading, view)],
    buttons: [...pagesOfRecord(reading, 'why', view), ...historySteps(reading, 'why')],
  }),
  comments: (reading, view) => ({
    comments: [commentList(reading, view.history ?? [])],
    buttons: [...pagesOfRecord(reading, 'comments', view), historyButton(reading)],
  }),
  said(reading, view) {
    const comment = view.history?.find(({ seq, adoption }) => seq === view.said && adoption === undefined);
    const open = comment && openComment(reading, comment, view);
    return open && { panel: [open.panel], buttons: [...open.buttons, historyButton(reading)] };
  },
};

/** Undefined where nothing is open, or what was to be opened is not open to this reader: then the card is as it first was. */
export function openedIn(reading: Reading, view: OpenedView, steps: Steps, added: AddedPanels): Opened | undefined {
  const nothing = { panel: [], menu: [], history: [], why: [], comments: [] };
  const panels: { readonly [P in PanelName]?: IdeaPanel } = { ...added, ...ownPanels };
  const name = panelIn(view);
  const asking = askedInPanel(reading, name);
  const opened = asking
    ? { panel: [openPanel(reading, asking, view)], buttons: panelSteps(reading, asking) }
    : name && panels[name]?.(reading, view, steps);
  return opened && { ...nothing, ...opened };
}

/** To the comments with which the reader can do something. One or none. */
const commentsButton = (reading: Reading, history: readonly IdeaEvent[]): Button[] =>
  handled(reading, history).length > 0 ? [panelButton(reading, 'button.comments', 'comments')] : [];

const historyButton = (reading: Reading): Button => panelButton(reading, 'button.history', 'history');

const panelButton = (
  { context, idea }: Reading,
  title: TextKey,
  panel: PanelName,
  { below, before }: NonNullable<IdeaView['earlier']> = {},
): Button => button(context.t(title), 'panel', { idea: idea.id, panel, below, before }, { inputs: 'none' });

/** Taking an idea in to test it has a panel of its own; a refusal comes back to the one of taking it in. */
const panelIn = ({ panel, kept }: OpenedView): PanelName | undefined =>
  panel === 'adopt' && kept?.status === 'testing' ? 'tryFirst' : panel;

const historyOf = (reading: Reading, events: readonly IdeaEvent[]) => ({
  heading: reading.context.t('panel.history.title'),
  events: timeline(reading, events),
  older: olderEvents(reading, events),
});

const whyOf = (reading: Reading, { decided, history = [] }: OpenedView) => ({
  heading: reading.context.t('panel.why.title'),
  ...(decided ? decisionsShown(reading, decided) : decisions(reading, history)),
});

/** To what came before that which is shown of the record, and back to the newest. */
const pagesOfRecord = (reading: Reading, panel: PanelName, { below, before, earlier }: OpenedView): Button[] => [
  ...(earlier === undefined ? [] : [panelButton(reading, 'button.showEarlier', panel, earlier)]),
  ...(below === undefined && before === undefined ? [] : [panelButton(reading, 'button.showNewest', panel)]),
];
