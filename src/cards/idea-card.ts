import type { Refusal } from '../domain/decide.js';
import type { Idea, IdeaEvent } from '../domain/idea.js';
import type { PersonRef } from '../domain/person.js';
import { buttonRows } from './button-rows.js';
import type { Choice } from './fields.js';
import { type Hearer, happening, receipt, whyTold } from './happened.js';
import { details } from './idea-details.js';
import { elsewhere, endingOf, openQuestion } from './idea-ending.js';
import type { Drawn, Kit } from './kit.js';
import { askedIn, backButton, nextSteps, panelSteps, receiptSteps } from './next-steps.js';
import { type Kept, openPanel } from './panels.js';
import type { Section } from './paragraphs.js';
import { type Reader, type Reading, readingOf, titleFor } from './reading.js';
import { refusalText } from './refusal-text.js';
import { progress, stageBadge } from './stage-badge.js';
import { olderEvents, timeline } from './timeline.js';
import { turnBand, turnWords } from './turn-band.js';
import { type Button, button, type Panel } from './verbs.js';

/** What an idea card is drawn from: `idea`, `reader` and `names` for one that is opened to read, the rest as it applies. */
export interface IdeaView {
  idea: Idea;
  reader: Reader;
  /** The persons named on the card; one who is missing is told of by role. */
  names: ReadonlyMap<PersonRef, string>;
  /** What has just happened, told on top, and as what the reader hears of it. */
  happened?: { event: IdeaEvent; as: Hearer } | undefined;
  panel?: Panel | undefined;
  /** Why the last try was refused: shown in the open panel, or on top where none is open. */
  fault?: Refusal | undefined;
  kept?: Kept | undefined;
  /** What is known of its events: the card shows the newest few, and the panel `history` all. */
  history?: readonly IdeaEvent[] | undefined;
  /** How many more ideas wait for the reader. */
  queue?: number | undefined;
  /** The answer to "Skicka idén"; `officeInstead`: nobody in the department can be reached yet. */
  receipt?: { officeInstead: boolean } | undefined;
  /** For "Gör direkt": `value` is an e-mail address, the first the reader's own. */
  colleagues?: readonly Choice[] | undefined;
}

/** The idea card: one idea as one reader may see it, with what they can do. Receipts and notices are cuts of it. */
export function ideaCard(kit: Kit, view: IdeaView): Drawn {
  const { idea, happened, fault, history = [] } = view;
  const reading = readingOf(kit, idea, view.reader, view.names);
  const asking = askedIn(reading, view.panel);
  const told = toldOf(reading, view);
  const folded = isFolded(reading, view);
  const wholeHistory = view.panel === 'history';
  const card = kit.draw('idea', {
    fault: fault && !asking ? [{ text: refusalText(kit.say, fault) }] : [],
    happened: told,
    id: kit.say('idea.id', { id: idea.id }),
    title: titleFor(reading),
    // Of what happened and the idea itself, the one that matters more to this reader is the heading.
    headlineSize: folded ? 'Large' : 'Default',
    titleSize: folded ? 'Default' : 'Large',
    told: told.length > 0,
    badge: stageBadge(kit, idea.stage),
    progress: progress(kit, idea.stage),
    band: turnBand(reading),
    standing: wholeHistory ? [] : standing(reading, view),
    elsewhere: elsewhere(reading),
    details: wholeHistory ? [] : [details(reading, history, folded)],
    panel: asking ? [openPanel(reading, asking, view)] : [],
    history: wholeHistory
      ? [
          {
            heading: kit.say('panel.history.title'),
            events: timeline(reading, history),
            older: olderEvents(reading, history),
          },
        ]
      : [],
    why: happened && !view.receipt && !fault ? whyTold(reading, happened.event, happened.as) : [],
    buttonRows: buttonRows(buttons(reading, view)),
  });
  return { card, summary: told[0]?.headline ?? summary(reading) };
}

/** The open question and the ending, each unless the card says it elsewhere. */
function standing(reading: Reading, { happened, panel }: IdeaView): Section[] {
  const told = happened?.event.type;
  return [
    ...(told === 'asked' || panel === 'answer' ? [] : openQuestion(reading)),
    ...(told === 'done' || told === 'closed' ? [] : endingOf(reading)),
  ];
}

function toldOf(reading: Reading, { happened, receipt: received }: IdeaView) {
  if (received) return [receipt(reading, received.officeInstead)];
  return happened ? [happening(reading, happened.event, happened.as)] : [];
}

/** A message that tells of something is short where the reader knows the idea or need not act: the rest opens on a press. */
function isFolded({ reader, theirTurn }: Reading, { happened, receipt: received, panel }: IdeaView): boolean {
  if (panel) return false;
  if (received || happened?.as === 'actor') return true;
  return happened !== undefined && (reader.roles.has('submitter') || !theirTurn);
}

function buttons(reading: Reading, view: IdeaView): Button[] {
  const asking = askedIn(reading, view.panel);
  if (asking) return panelSteps(reading, asking);
  if (view.panel === 'history') return [backButton(reading)];
  if (view.receipt) return receiptSteps(reading);
  const { seen, more } = nextSteps(reading, nextInQueue(reading, view));
  return view.panel === 'more' && more.length > 0 ? [...more, backButton(reading)] : seen;
}

/** After an outcome, what else waits for the one who gave it. */
function nextInQueue({ kit }: Reading, { happened, queue = 0 }: IdeaView): Button[] {
  if (happened?.as !== 'actor' || queue === 0) return [];
  return [button(kit.say('button.next', { count: queue }), 'next', {}, { style: 'positive', inputs: 'none' })];
}

function summary(reading: Reading): string {
  const { kit, idea } = reading;
  const parts = [titleFor(reading), kit.say(`stage.${idea.stage}`), ...(idea.waiting ? [turnWords(reading)] : [])];
  return parts.join(' · ');
}
