import type { IdeaEvent } from '../domain/idea.js';
import type { PartName } from '../domain/needs.js';
import { decisions } from './decisions.js';
import { mayFill } from './needs.js';
import { backButton, historySteps, panelSteps, partSteps, type Steps } from './next-steps.js';
import { askedIn } from './offers.js';
import { type OpenPanel, openPanel, type PanelView } from './panels.js';
import { partForm, partToRead } from './part-form.js';
import type { Reading } from './reading.js';
import { olderEvents, timeline } from './timeline.js';
import type { Button, Panel } from './verbs.js';

/** What is open on an idea card beside the idea itself, as data for cards/idea.json: a form, the other choices, or the record. */
export interface Opened {
  panel: OpenPanel[];
  menu: ReturnType<typeof menuOf>[];
  history: ReturnType<typeof historyOf>[];
  why: ReturnType<typeof whyOf>[];
  buttons: Button[];
}

interface View extends PanelView {
  panel?: Panel | undefined;
  part?: PartName | undefined;
  history?: readonly IdeaEvent[] | undefined;
}

/** Undefined where nothing is open, or what was to be opened is not open to this reader: then the card is as it first was. */
export function openedIn(reading: Reading, view: View, { more }: Steps): Opened | undefined {
  const nothing = { panel: [], menu: [], history: [], why: [] };
  const { part, history = [] } = view;
  const panel = panelIn(view);
  const asking = askedIn(reading, panel);
  if (asking) {
    return { ...nothing, panel: [openPanel(reading, asking, view)], buttons: panelSteps(reading, asking) };
  }
  if (panel === 'part' && part && mayFill(reading, part)) {
    return { ...nothing, panel: [partForm(reading, part, view)], buttons: partSteps(reading, part) };
  }
  if (panel === 'part' && part) {
    return { ...nothing, panel: [partToRead(reading, part)], buttons: [backButton(reading)] };
  }
  if (panel === 'more' && more.length > 0) {
    return { ...nothing, menu: [menuOf(reading, more)], buttons: [backButton(reading)] };
  }
  if (panel === 'history') {
    return { ...nothing, history: [historyOf(reading, history)], buttons: historySteps(reading, panel) };
  }
  if (panel === 'why') return { ...nothing, why: [whyOf(reading, history)], buttons: historySteps(reading, panel) };
  return undefined;
}

/** Taking an idea in to test it has a panel of its own; a refusal comes back to the one of taking it in. */
const panelIn = ({ panel, kept }: View): Panel | undefined =>
  panel === 'adopt' && kept?.status === 'testing' ? 'tryFirst' : panel;

const menuOf = ({ kit }: Reading, choices: readonly Button[]) => ({
  heading: kit.say('panel.more.title'),
  choices: choices.map((press) => ({ press })),
});

const historyOf = (reading: Reading, events: readonly IdeaEvent[]) => ({
  heading: reading.kit.say('panel.history.title'),
  events: timeline(reading, events),
  older: olderEvents(reading, events),
});

const whyOf = (reading: Reading, record: readonly IdeaEvent[]) => ({
  heading: reading.kit.say('panel.why.title'),
  ...decisions(reading, record),
});
