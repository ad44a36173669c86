import type { z } from 'zod';
import type { LookUpsAsked, LookUpsFound } from '../../../app/look-ups.js';
import type { CommandData, CommandType } from '../../../domain/idea/commands.js';
import type { None } from '../../../domain/idea/event.js';
import type { PartName } from '../../../domain/idea/fields.js';
import type { Idea } from '../../../domain/idea/idea.js';
import type { Refusal } from '../../../domain/idea/refusal.js';
import type { Words } from '../../../domain/idea/words.js';
import type { TextKey } from '../../../text/index.js';
import type { CardContext } from '../../card-context.js';
import type { Field } from '../../fields.js';
import type { Choice } from '../../layouts/parts.js';
import type { Section } from '../../paragraphs.js';
import type { Reading } from '../reading.js';

/**
 * The card half of a command on an idea: where it is offered, what its form asks, how its press is read, and which data the
 * domain gets. One module each, of whatever room, named in the floor's register (cards/idea-actions.ts); everything else
 * about buttons and presses is made from there.
 */

/** What a press holds beside the words that people write: the inputs of a form, and what the button itself says. */
export type Inputs = Readonly<Record<string, z.ZodType>>;
export type InputValues<F extends Inputs> = { readonly [K in keyof F]?: z.infer<F[K]> | undefined };
/** What had been filled in when a form was refused; shown again, for nothing typed is lost. */
export type FormValuesOf<F extends Inputs> = { readonly [K in keyof Words]?: string | undefined } & InputValues<F>;

type KeyedName<Part extends string> =
  Extract<TextKey, `panel.${string}.${Part}`> extends `panel.${infer N}.${Part}` ? N : never;
/** Names the text keys `panel.{name}.title` and `panel.{name}.text`. */
export type PanelTexts = KeyedName<'title'> & KeyedName<'text'>;

/** What a form offers beside the organisation's own: colleagues for a task, ideas to become a part of. */
export interface Choices {
  colleagues: readonly Choice[];
  targets: readonly Choice[];
  /** With what the reader begins a reason, in their own words. */
  phrases: readonly string[];
  /** The one of those that stands beside the form, for it may be the same. */
  likely?: string | undefined;
}

/** The form in which a command is given, or what it says before that is done. */
export interface PanelSpec<F extends Inputs> {
  /** Its name in presses, where it is not the offer's. */
  opens?: string;
  /** Its texts, where they are not named like the offer. */
  texts?: PanelTexts | ((reading: Reading, choices: Choices) => PanelTexts);
  /** What its sending button is called, where it is not called like the offer. */
  sends?: TextKey;
  /** What its sending button says besides. */
  says?: InputValues<F>;
  quotes?(reading: Reading): Section[];
  fields?(reading: Reading, kept: FormValuesOf<F>, choices: Choices): Field[];
}

/** One button of a card that gives a command; it is there while the command is open to the reader. */
export interface Offer<F extends Inputs = Inputs> {
  /** What must hold besides. */
  when?(reading: Reading): boolean;
  /** It takes the idea on: the positive button where it comes first, and the idea waits for the reader or they are `asked` otherwise. */
  forward?: true;
  asked?(reading: Reading): boolean;
  /** Of what a reader may do who has no part in it: whether it stands before the rest. Absent: always. */
  leads?(reading: Reading): boolean;
  /** What the button is called, where it is not `button.{name}`. */
  title?(reading: Reading): string;
  /** It is done for the reader's own department: the one that takes the idea in, one that could take part in solving it, or one that does. */
  inDepartment?: true | 'takingPart' | 'leavingPart';
  /** What the button says besides. */
  says?: InputValues<F>;
  /** It opens the form of this part of what is needed. */
  part?(reading: Reading): PartName | undefined;
  /** It opens the panel of this name, which changes nothing; of an offer that gives no command. */
  shows?: string;
  panel?: PanelSpec<F>;
}
export type Offers<F extends Inputs = Inputs> = Readonly<Record<string, Offer<F>>>;

/** A command that is offered on a card, and given by a press of whatever verb. */
export interface Offered<T extends CommandType, F extends Inputs, O extends Offers<F>> {
  readonly type: T;
  readonly inputs: F;
  readonly offers: O;
}

/** What a press lacks that only people can give. */
export interface RefusedPress {
  ok: false;
  refusal: Refusal;
}

/** A command that is given by a press of `act`. */
export interface Action<
  T extends CommandType = CommandType,
  F extends Inputs = Inputs,
  A extends LookUpsAsked = LookUpsAsked,
  O extends Offers<F> = Offers<F>,
> extends Offered<T, F, O> {
  /** What the card itself writes of its inputs, and without which a press is none of ours. */
  readonly needs?: readonly (keyof F & string)[];
  /** The panel to which a refused press comes back, where no offer opens it. */
  readonly again?: 'part' | 'said';
  /** The panel of the card that stands open once it is done, of the idea as it then is; none where nothing does. */
  leaves?(idea: Idea, press: InputValues<F>): string | undefined;
  /** What is asked once for all where several ideas are chosen. */
  together?(context: CardContext, kept: FormValuesOf<F>): Field[];
  /** What has to be looked up before the command is whole (app/look-ups.ts); `operation`: that of the press, for what is made on the way. */
  asks?(press: InputValues<F>, operation: string): A;
  /** The command's data of its press and what was looked up; nothing where it needs none. */
  data?(press: InputValues<F>, found: LookUpsFound<A>): CommandData[T] | RefusedPress;
}

/** Whatever a command's data need has to be given by its module. */
type Needed<T extends CommandType> = None extends CommandData[T] ? unknown : { data: unknown };

/** The card half of a command that a press of `act` gives. The compiler asks for `data` where the domain needs any. */
export function action<
  const T extends CommandType,
  F extends Inputs = None,
  A extends LookUpsAsked = None,
  const O extends Offers<F> = None,
>(
  type: T,
  spec: Partial<Pick<Action<T, F, A, O>, 'inputs' | 'needs' | 'again' | 'leaves' | 'together' | 'asks' | 'data'>> & {
    offers?: O & Offers<F>;
  } & Needed<T>,
): Action<T, F, A, O> {
  return { inputs: {} as F, offers: {} as O, ...spec, type };
}

/** A command whose press has a verb of its own. */
export const offered = <const T extends CommandType, F extends Inputs = None, const O extends Offers<F> = None>(
  type: T,
  { inputs, offers }: { inputs?: F; offers: O & Offers<F> },
): Offered<T, F, O> => ({ type, inputs: inputs ?? ({} as F), offers });
