import type { IdeaEvent } from '../../../domain/idea/events.js';
import type { PartName } from '../../../domain/idea/fields.js';
import type { TextKey } from '../../../text/index.js';
import { type Button, button } from '../../verbs.js';
import { mayFill } from '../filling.js';
import { commentList, handled, openComment } from '../parts/comments.js';
import { decisions } from '../parts/decisions.js';
import { olderEvents, timeline } from '../parts/timeline.js';
import type { Reading } from '../reading.js';
import { menuOf } from './menu.js';
import { backButton, disclosing, historySteps, panelSteps, partSteps, type Steps } from './next-steps.js';
import { askedIn } from './offers.js';
import { type OpenPanel, openPanel, type PanelView } from './panels.js';
import { partForm, partToRead } from './part-form.js';
import type { PanelName } from './tables.js';

/** What is open on an idea card beside the idea itself, as data for cards/idea.json: a form, the other choices, or the record. */
export interface Opened {
  panel: OpenPanel[];
  menu: ReturnType<typeof menuOf>[];
  history: ReturnType<typeof historyOf>[];
  why: ReturnType<typeof whyOf>[];
  comments: ReturnType<typeof commentList>['list'][];
  buttons: Button[];
}

interface View extends PanelView {
  panel?: PanelName | undefined;
  part?: PartName | undefined;
  said?: number | undefined;
  page?: number | undefined;
  history?: readonly IdeaEvent[] | undefined;
}

/** Undefined where nothing is open, or what was to be opened is not open to this reader: then the card is as it first was. */
export function openedIn(reading: Reading, view: View, { more }: Steps): Opened | undefined {
  const nothing = { panel: [], menu: [], history: [], why: [], comments: [] };
  const { part, said, page = 0, history = [] } = view;
  const panel = panelIn(view);
  const asking = askedIn(reading, panel);
  if (asking) {
    return { ...nothing, panel: [openPanel(reading, asking, view)], buttons: panelSteps(reading, asking) };
  }
  if (panel === 'part' && part && mayFill(reading, part)) {
    return { ...nothing, panel: [partForm(reading, part, view)], buttons: partSteps(reading, part, view.fault) };
  }
  if (panel === 'part' && part) {
    return {
      ...nothing,
      panel: [partToRead(reading, part)],
      buttons: [...disclosing(reading, { open: panel, part }), backButton(reading)],
    };
  }
  if (panel === 'more' && more.length > 0) {
    return { ...nothing, menu: [menuOf(reading.context, more)], buttons: [backButton(reading)] };
  }
  if (panel === 'history') {
    const buttons = [...commentsButton(reading, history), ...historySteps(reading, panel)];
    return { ...nothing, history: [historyOf(reading, history)], buttons };
  }
  if (panel === 'why') return { ...nothing, why: [whyOf(reading, history)], buttons: historySteps(reading, panel) };
  if (panel === 'comments') {
    const { list, turns } = commentList(reading, history, page);
    return { ...nothing, comments: [list], buttons: [...turns, historyButton(reading)] };
  }
  const comment = panel === 'said' && history.find(({ seq }) => seq === said);
  const open = comment && openComment(reading, comment, view);
  if (open) return { ...nothing, panel: [open.panel], buttons: [...open.buttons, historyButton(reading)] };
  return undefined;
}

/** To the comments with which the reader can do something. One or none. */
const commentsButton = (reading: Reading, history: readonly IdeaEvent[]): Button[] =>
  handled(reading, history).length > 0 ? [panelButton(reading, 'button.comments', 'comments')] : [];

const historyButton = (reading: Reading): Button => panelButton(reading, 'button.history', 'history');

const panelButton = ({ context, idea }: Reading, title: TextKey, panel: PanelName): Button =>
  button(context.t(title), 'panel', { idea: idea.id, panel }, { inputs: 'none' });

/** Taking an idea in to test it has a panel of its own; a refusal comes back to the one of taking it in. */
const panelIn = ({ panel, kept }: View): PanelName | undefined =>
  panel === 'adopt' && kept?.status === 'testing' ? 'tryFirst' : panel;

const historyOf = (reading: Reading, events: readonly IdeaEvent[]) => ({
  heading: reading.context.t('panel.history.title'),
  events: timeline(reading, events),
  older: olderEvents(reading, events),
});

const whyOf = (reading: Reading, record: readonly IdeaEvent[]) => ({
  heading: reading.context.t('panel.why.title'),
  ...decisions(reading, record),
});
