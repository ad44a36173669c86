import { isFree, takenBy } from '../../../domain/idea/deciding/resources.js';
import type { PartName } from '../../../domain/idea/fields.js';
import { alongWith, formFields, isBeside, needsOf } from '../../../domain/idea/needs.js';
import { mayDisclose } from '../../../domain/idea/reading/visibility.js';
import type { Refusal } from '../../../domain/idea/refusal.js';
import { groupOf } from '../../idea-order.js';
import { type Button, type ButtonData, button } from '../../verbs.js';
import { isInvited } from '../adopting.js';
import { partsAfter } from '../filling.js';
import { resourcesText } from '../parts/answers.js';
import type { Reading } from '../reading.js';
import type { LeadsElsewhere } from './looking.js';
import type { MenuStep } from './menu.js';
import { isAskedFor, isOffered, offersTo, withinReach } from './offers.js';
import type { Onward } from './planning/fill.js';
import { recordSteps } from './record-steps.js';
import {
  type Asking,
  departmentOf,
  type IdeaAction,
  type NamedButton,
  type OfferName,
  offers,
  type PanelName,
  panelOf,
} from './tables.js';

/** As many steps as a card shows before the rest moves behind "Fler val"; all four answers of an invited department. */
const MOST_SEEN = 3;
/** Teams hides more than these. */
export const MOST_BUTTONS = 6;
const MOST_SEEN_INVITED = 4;
const MOST_STEPS = MOST_BUTTONS - 2;

/** A reader's buttons on an idea as it stands: those seen at once, and those behind "Fler val". */
export interface Steps {
  seen: Button[];
  more: MenuStep[];
}

/**
 * The steps open to the reader. `first` are buttons that go before them (the next idea of a queue), and with such a
 * one nothing else is positive.
 */
export function nextSteps(reading: Reading, first: readonly Button[] = []): Steps {
  const { context, idea } = reading;
  const { first: own, rest } = offersTo(reading);
  const all = [...own, ...rest];
  const steps = all.map((offer, at) => ({
    offer,
    press: stepButton(reading, offer, at === 0 && first.length === 0 && isAskedFor(reading, offer)),
  }));
  // However many go before them: "Fler val" opens without those, and what was not seen has to stand there.
  const room = isInvited(reading) ? MOST_SEEN_INVITED : MOST_SEEN;
  // "Fler val" with one thing behind it would take its place; what everybody may say of a text or its problem takes nobody's.
  const counted = all.filter((offer) => offer !== 'report' && offer !== 'need').length;
  if (counted <= room + 1 && first.length + steps.length <= MOST_BUTTONS)
    return { seen: [...first, ...steps.map(({ press }) => press)], more: [] };
  const shown = shownOf(reading, own, room);
  const more = button(context.t('button.more'), 'panel', { idea: idea.id, panel: 'more' }, { inputs: 'none' });
  return {
    seen: [
      ...first,
      ...shown.flatMap((one) => steps.filter(({ offer }) => offer === one)).map(({ press }) => press),
      more,
    ],
    more: steps.filter(({ offer }) => !shown.includes(offer)),
  };
}

/** The reader's own next steps, and what those who decide always have within reach: not more than fit beside the next idea and "Fler val". */
function shownOf(reading: Reading, own: readonly OfferName[], room: number): OfferName[] {
  const [lead] = own;
  const reach = isInvited(reading) ? [] : withinReach(reading).filter((offer) => offer !== lead);
  const steps = own.filter((offer) => !reach.includes(offer)).slice(0, Math.min(room, MOST_STEPS - reach.length));
  return [...steps, ...reach];
}

/** The buttons of a receipt: what a submitter may want to do with an idea that was just sent. */
export function receiptSteps(reading: Reading): Button[] {
  const open = (['edit', 'withdraw'] as const).filter((offer) => isOffered(reading, offer));
  const mine = button(reading.context.t('button.mine'), 'mine', {}, { inputs: 'none' });
  return [mine, ...open.map((offer) => stepButton(reading, offer, false))];
}

/** The button that gives an open panel's command, and the way back. */
export function panelSteps(reading: Reading, asking: Asking): Button[] {
  const { panel } = offers[asking];
  const style = groupOf(asking) === 'end' ? 'destructive' : 'positive';
  const title = panel?.sends ? reading.context.t(panel.sends) : titleOf(reading, asking);
  const own = asking === 'record' ? recordSteps(reading) : [];
  const press = givingButton(reading, asking, title, own.length > 0 ? 'default' : style, panel?.says);
  return [...own, press, backButton(reading)];
}

/** The buttons that save one part of what is needed and go on, or save it only; and the way back. */
export function partSteps(reading: Reading, part: PartName, fault?: Refusal): Button[] {
  const onward = onwardFrom(reading, part);
  // What was written is asked about, and may be true.
  const asks = fault?.code === 'usedMore';
  const save = (title: string, style: Button['style'], to?: Onward) =>
    actButton(reading, 'fill', title, style, { part, onward: to, confirmed: asks ? 'true' : undefined });
  if (asks) return [save(reading.context.t('button.sure'), 'positive', onward), backButton(reading)];
  return [
    ...(onward ? [save(onwardTitle(reading, onward), 'positive', onward)] : []),
    save(reading.context.t('button.save'), onward ? 'default' : 'positive'),
    backButton(reading),
  ];
}

/** What saving a part leads to: the next part that is missing; with the last one, what all of them are for. */
function onwardFrom(reading: Reading, part: PartName): Onward | undefined {
  if (partsAfter(reading, part).some((other) => other !== alongWith(part))) return 'next';
  // What it may have beside leads to nothing by itself.
  if (isBeside(part)) return undefined;
  // What a test costs says what else it needs, and whom it is sent to.
  if (part === 'cost' || needsOf(reading.idea).some((need) => need.part === part && need.state === 'done'))
    return undefined;
  const given = Object.fromEntries(
    formFields(part, reading.idea).map((name) => [name, reading.idea.answers[name] ?? reading.context.today]),
  );
  const done = { ...reading, idea: { ...reading.idea, answers: { ...reading.idea.answers, ...given } } };
  return (['plan', 'submitPlan', 'submitResult'] as const).find((offer) => isOffered(done, offer));
}

function onwardTitle(reading: Reading, onward: Onward): string {
  const { context, idea, reader } = reading;
  if (onward !== 'submitPlan' || !reader.roles.has('decider')) return context.t(`button.saveAnd.${onward}`);
  return isFree(idea)
    ? context.t('button.saveAnd.startTest')
    : context.t('button.saveAnd.askForMoney', { amount: resourcesText(context, takenBy(idea)) });
}

/** From all that happened to the decisions, or the other way; and back. */
export function historySteps(reading: Reading, panel: 'history' | 'why'): Button[] {
  const { context, idea } = reading;
  const other = panel === 'history' ? 'why' : 'history';
  const turned = button(context.t(`button.${other}`), 'panel', { idea: idea.id, panel: other }, { inputs: 'none' });
  return [turned, ...disclosing(reading, { open: panel }), backButton(reading)];
}

/** "Läs dold text" in a panel where something may be out of sight: the record says that they have. */
export function disclosing(reading: Reading, where: { open: 'history' | 'why' | 'part'; part?: PartName }): Button[] {
  const { idea, reader, context } = reading;
  if (reader.disclosed || !mayDisclose(idea, reader.roles)) return [];
  return [actButton(reading, 'readHidden', context.t('button.readHidden'), 'default', where)];
}

/** The card as it first was. */
export const backButton = ({ context, idea }: Reading): Button =>
  button(context.t('button.back'), 'panel', { idea: idea.id }, { inputs: 'none' });

/** Those that no command stands behind, and the form in which an idea is written. */
const leads: { readonly [O in LeadsElsewhere | 'edit']: (reading: Reading, title: string, look: Look) => Button } = {
  edit: ({ idea }, title, look) => button(title, 'editForm', { idea: idea.id }, look),
  follow: ({ idea }, title, look) => button(title, 'follow', { idea: idea.id, on: true }, look),
  unfollow: ({ idea }, title, look) => button(title, 'follow', { idea: idea.id, on: false }, look),
  tellBack: ({ idea }, title, look) => button(title, 'textToTellBack', { idea: idea.id }, look),
  askForHelp: ({ idea }, title, look) => button(title, 'helpForm', { idea: idea.id }, look),
  workTogether: ({ idea }, title, look) => button(title, 'group', { idea: idea.id, below: true }, look),
  howItBecame: ({ idea }, title, look) => button(title, 'howItBecame', { idea: idea.id }, look),
  takeBackNeed: ({ idea }, title, look) => button(title, 'takeBackNeed', { idea: idea.id }, look),
  into: ({ idea }, title, look) => button(title, 'open', idea.ending?.into ? { idea: idea.ending.into } : {}, look),
};
type Look = Pick<Button, 'style' | 'inputs'>;
const isLead = (name: OfferName): name is keyof typeof leads => name in leads;
const isAsking = (name: OfferName): name is Asking => offers[name].panel !== undefined;

/** A step's button: opens its form or panel, or does it at once. */
function stepButton(reading: Reading, name: OfferName, positive: boolean): Button {
  const style = positive ? 'positive' : 'default';
  const look = { style, inputs: 'none' } as const;
  const title = titleOf(reading, name);
  const panel = (data: ButtonData<'panel'>) => button(title, 'panel', { idea: reading.idea.id, ...data }, look);
  if (isLead(name)) return leads[name](reading, title, look);
  const { part, shows } = offers[name];
  if (shows) return panel({ panel: shows as PanelName });
  if (part) return panel({ panel: 'part', part: part(reading) });
  if (isAsking(name)) return panel({ panel: panelOf(name), ...inDepartment(reading, name) });
  return givingButton(reading, name, title, style);
}

/** The button that gives an offer's command. */
function givingButton(
  reading: Reading,
  name: Exclude<OfferName, keyof typeof leads>,
  title: string,
  style: Button['style'],
  says: ButtonData<'act'> = {},
): Button {
  const { context, idea } = reading;
  if (name === 'merge') {
    return button(
      title,
      'merge',
      { idea: idea.id, decisionVersion: idea.decisionVersion, idempotencyKey: context.mintIdempotencyKey() },
      { style },
    );
  }
  if (name === 'acceptMerge' || name === 'declineMerge') {
    const answer = {
      idea: idea.id,
      decisionVersion: idea.decisionVersion,
      idempotencyKey: context.mintIdempotencyKey(),
      yes: name === 'acceptMerge',
    };
    return button(title, 'answerMerge', answer, { style, inputs: 'none' });
  }
  const { gives, says: always } = offers[name];
  return actButton(reading, gives as IdeaAction, title, style, { ...inDepartment(reading, name), ...always, ...says });
}

/** The department for which adoption is answered. */
const inDepartment = (reading: Reading, name: OfferName): { department?: string | undefined } =>
  offers[name].inDepartment ? { department: departmentOf(reading, name) } : {};

function actButton(
  { context, idea }: Reading,
  command: IdeaAction,
  title: string,
  style: Button['style'],
  more: ButtonData<'act'> = {},
): Button {
  const data = {
    idea: idea.id,
    decisionVersion: idea.decisionVersion,
    idempotencyKey: context.mintIdempotencyKey(),
    do: command,
    ...more,
  };
  return button(title, 'act', data, { style });
}

const titleOf = (reading: Reading, name: OfferName): string =>
  offers[name].title?.(reading) ?? reading.context.t(`button.${name as NamedButton}`, { stage: reading.idea.stage });
