import { answerHelp as answers, thankHelp as thanks } from '../../../app/helping/answer-help.js';
import { askingForHelp, askForHelp as asks } from '../../../app/helping/ask-for-help.js';
import { helpOfferOf, saveHelpOffer as save } from '../../../app/helping/help-offer.js';
import { viewHelp } from '../../../app/helping/help-view.js';
import { type HelpCardView, helpCard, helpSent } from '../../../cards/helping/help-card.js';
import { helpForm as form, type HelpFormView } from '../../../cards/helping/help-form.js';
import { helpOffer as offer } from '../../../cards/helping/help-offer.js';
import type { VerbData } from '../../../cards/verbs.js';
import { LONGEST_LINE } from '../../../domain/helping/help.js';
import { type Answer, below, here, tell } from '../../turns/answer.js';
import { fitted } from '../../turns/fitted.js';
import type { Turn } from '../../turns/turn.js';

/** "Be om hjälp", in the place of the idea's card. */
export const helpForm = (turn: Turn, { idea }: VerbData<'helpForm'>): Promise<Answer> => formOf(turn, idea);

async function formOf(
  turn: Turn,
  id: string,
  kept: NonNullable<HelpFormView['kept']> = {},
  fault?: string,
): Promise<Answer> {
  const asking = await askingForHelp(turn.deps, turn.person, id);
  if (typeof asking === 'string') return tell(fault ?? refused(turn, asking));
  return here(fitted(kept, (written) => form(turn.context, { ...asking, kept: written, fault })));
}

const refused = ({ context: { t } }: Turn, why: 'notFound' | 'notYours'): string =>
  t(why === 'notFound' ? 'refusal.notFound' : 'helping.refusal.notYours');

/** Says that others are asked; else the form as it was, and why. */
export async function askForHelp(turn: Turn, data: VerbData<'askForHelp'>): Promise<Answer> {
  const { idea, idempotencyKey: name, helpArea: area, helpWith: line = '' } = data;
  const came = await asks(turn.deps, turn.person, { idea, name, area, line });
  if (came === 'notFound' || came === 'notYours') return tell(refused(turn, came));
  if (came !== 'asked')
    return askAgain(turn, data, turn.context.t(`helping.refusal.${came}`, { letters: LONGEST_LINE }));
  turn.stored();
  return here(helpSent(turn.context, idea, 'asked'));
}

/** The form as it was sent. */
export const askAgain = (
  turn: Turn,
  { idea, helpArea, helpWith }: VerbData<'askForHelp'>,
  fault?: string,
): Promise<Answer> => formOf(turn, idea, { helpArea, helpWith }, fault);

/** A question as its reader has it now. */
export async function helping(turn: Turn, { idea, help: name, below: isBelow }: VerbData<'helping'>): Promise<Answer> {
  const view = await viewHelp(turn.deps, turn.person, { idea, name });
  if (!view) return tell(turn.context.t('helping.refusal.over'));
  const drawn = helpCard(turn.context, view);
  return isBelow ? below(drawn) : here(drawn);
}

/** "Jag hjälper till" or "Inte nu", in the place of the question. */
export async function answerHelp(turn: Turn, { idea, help: name, yes }: VerbData<'answerHelp'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const came = await answers(deps, person, { idea, name, yes });
  if (came === 'full') return tell(context.t('helping.refusal.two'));
  if (came === 'yes' || came === 'no') turn.stored();
  const view = came === 'yes' ? await viewHelp(deps, person, { idea, name }) : undefined;
  return here(view ? helpCard(context, view) : helpSent(context, idea, came === 'yes' ? 'over' : came));
}

/** "Tack, det hjälpte". */
export async function thankHelp(turn: Turn, data: VerbData<'thankHelp'>): Promise<Answer> {
  const { idea, help: name, thanksFor = '' } = data;
  const came = await thanks(turn.deps, turn.person, { idea, name, thanks: thanksFor });
  if (came === 'over') return tell(turn.context.t('helping.refusal.over'));
  if (came !== 'thanked')
    return thankAgain(turn, data, turn.context.t(`helping.refusal.${came}`, { letters: LONGEST_LINE }));
  turn.stored();
  return here(helpSent(turn.context, idea, 'thanked'));
}

/** The question with what was written. */
export async function thankAgain(
  turn: Turn,
  { idea, help: name, thanksFor }: VerbData<'thankHelp'>,
  fault?: string,
): Promise<Answer> {
  const view = await viewHelp(turn.deps, turn.person, { idea, name });
  if (!view) return tell(fault ?? turn.context.t('helping.refusal.over'));
  const drawn = (kept: NonNullable<HelpCardView['kept']>) => helpCard(turn.context, { ...view, kept, fault });
  return here(fitted({ thanksFor }, drawn));
}

/** "Det här kan jag hjälpa till med". */
export const helpOffer = async ({ deps, person, context }: Turn): Promise<Answer> =>
  here(offer(context, await helpOfferOf(deps, person)));

/** The same with what was chosen, and whether it is kept. */
export async function saveHelpOffer(turn: Turn, data: VerbData<'saveHelpOffer'>): Promise<Answer> {
  const { deps, person, context } = turn;
  const { helpAreas = '', helpHours: hours, tellsManager } = data;
  const areas = helpAreas.split(',').map((one) => one.trim());
  const came = await save(deps, person, { areas, hours, tellsManager });
  if (came === 'saved' || came === 'none') turn.stored();
  return here(offer(context, await helpOfferOf(deps, person), came));
}

/** What the buttons lead to by which people ask each other for help. */
export const helpingButtons = {
  ...{ helpForm, askForHelp, helping, answerHelp, thankHelp },
  ...{ helpOffer: (turn: Turn) => helpOffer(turn), saveHelpOffer },
};
