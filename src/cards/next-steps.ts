import { isOpenTo } from '../domain/decide.js';
import type { Stage } from '../domain/stages.js';
import type { Reading } from './reading.js';
import { type Button, button, type IdeaAction, type Panel } from './verbs.js';

type Offer = IdeaAction | 'edit';

/** What is offered in each stage, the reader's own next step first. Who is offered what, `isOpenTo` says. */
const offers: { readonly [S in Stage]: readonly Offer[] } = {
  submitted: ['answer', 'explore', 'ask', 'doNow', 'passOn', 'close', 'hide', 'edit', 'withdraw'],
  doing: ['acceptDoing', 'declineDoing', 'reportDone', 'close', 'hide', 'withdraw'],
  exploring: ['answer', 'reportDone', 'close', 'ask', 'hide', 'withdraw'],
  inUse: ['hide'],
  closed: ['hide'],
  withdrawn: ['hide'],
};

/** What takes an idea on. One of these that comes first is the positive button, while it is the reader's turn. */
const forward: readonly Offer[] = ['answer', 'acceptDoing', 'explore', 'reportDone'];

/** Each panel that asks for something before its command is given; the rest is done at once. */
const panels = {
  answer: 'answer',
  ask: 'ask',
  doNow: 'doNow',
  passOn: 'passOn',
  close: 'close',
  hide: 'hide',
  declineDoing: 'decline',
  reportDone: 'done',
  withdraw: 'withdraw',
} as const satisfies Partial<Record<IdeaAction, Panel>>;

export type Asking = keyof typeof panels;
const asksFirst = (offer: Offer): offer is Asking => offer in panels;

/** As many buttons as a card shows before the rest moves behind "Fler val". */
const MOST_SEEN = 3;

/** A reader's buttons on an idea as it stands: those seen at once, and those behind "Fler val". */
export interface Steps {
  seen: Button[];
  more: Button[];
}

/**
 * The steps open to the reader. `first` are buttons that go before them (the next idea of a queue), and with such a
 * one nothing else is positive.
 */
export function nextSteps(reading: Reading, first: readonly Button[] = []): Steps {
  const { kit, idea, reader, theirTurn } = reading;
  const open = offers[idea.stage].filter((offer) => isOpenTo(offer, idea, reader.roles));
  const steps = open.map((offer, at) =>
    stepButton(reading, offer, at === 0 && first.length === 0 && theirTurn && forward.includes(offer)),
  );
  const history = button(kit.say('button.history'), 'panel', { idea: idea.id, panel: 'history' }, { inputs: 'none' });
  const all = [...first, ...steps, history];
  if (all.length <= MOST_SEEN) return { seen: all, more: [] };
  const more = button(kit.say('button.more'), 'panel', { idea: idea.id, panel: 'more' }, { inputs: 'none' });
  return { seen: [...all.slice(0, MOST_SEEN - 1), more], more: all.slice(MOST_SEEN - 1) };
}

/** The buttons of a receipt: what a submitter may want to do with an idea that was just sent. */
export function receiptSteps(reading: Reading): Button[] {
  const { kit, idea, reader } = reading;
  const open = (['edit', 'withdraw'] as const).filter((offer) => isOpenTo(offer, idea, reader.roles));
  const mine = button(kit.say('button.mine'), 'mine', {}, { inputs: 'none' });
  return [mine, ...open.map((offer) => stepButton(reading, offer, false))];
}

/** The command that a panel asks words for, while it is open to the reader. */
export function askedIn({ idea, reader }: Reading, panel: Panel | undefined): Asking | undefined {
  const asking = (Object.keys(panels) as Asking[]).find((command) => panels[command] === panel);
  return asking && isOpenTo(asking, idea, reader.roles) ? asking : undefined;
}

const takesAway: readonly Asking[] = ['hide', 'withdraw'];

/** The button that gives an open panel's command, and the way back. */
export function panelSteps(reading: Reading, asking: Asking): Button[] {
  const style = takesAway.includes(asking) ? 'destructive' : 'positive';
  return [actButton(reading, asking, sendingTitle(reading, asking), style), backButton(reading)];
}

/** The card as it first was. */
export const backButton = ({ kit, idea }: Reading): Button =>
  button(kit.say('button.back'), 'panel', { idea: idea.id }, { inputs: 'none' });

function stepButton(reading: Reading, offer: Offer, positive: boolean): Button {
  const { idea } = reading;
  const style = positive ? 'positive' : 'default';
  const title = titleOf(reading, offer);
  if (offer === 'edit') return button(title, 'editForm', { idea: idea.id }, { style, inputs: 'none' });
  if (!asksFirst(offer)) return actButton(reading, offer, title, style);
  return button(title, 'panel', { idea: idea.id, panel: panels[offer] }, { style, inputs: 'none' });
}

function actButton({ kit, idea }: Reading, command: IdeaAction, title: string, style: Button['style']): Button {
  return button(title, 'act', { idea: idea.id, turn: idea.turn, op: kit.mintOp(), do: command }, { style });
}

const titleOf = ({ kit, idea }: Reading, offer: Offer): string =>
  kit.say(offer === 'reportDone' ? `button.done.${idea.stage === 'doing' ? 'doing' : 'exploring'}` : `button.${offer}`);

function sendingTitle(reading: Reading, asking: Asking): string {
  if (asking === 'ask') return reading.kit.say('button.sendQuestion');
  if (asking === 'answer') return reading.kit.say('button.sendAnswer');
  return titleOf(reading, asking);
}
