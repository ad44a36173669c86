import { actOnIdea, type Outcome } from '../../app/act-on-idea.js';
import { queueIds } from '../../app/my-turn.js';
import { openIdea } from '../../app/open-idea.js';
import { submitIdea } from '../../app/submit-idea.js';
import { type IdeaView, ideaCard } from '../../cards/idea-card.js';
import { ideaForm } from '../../cards/idea-form.js';
import type { VerbData } from '../../cards/verbs.js';
import { denial } from '../../domain/decide.js';
import type { IdeaEvent } from '../../domain/idea.js';
import { accept } from '../../domain/result.js';
import { titleFrom } from '../../domain/words.js';
import { type Answer, below, here, tell } from '../answer.js';
import type { Turn } from '../turn.js';
import { prepare } from './idea-commands.js';
import { settleIn } from './people.js';

/** How many of the newest events an idea card shows until somebody asks for all. */
const NEWEST = 3;

/** One idea, as its own message. */
export const open = async (turn: Turn, { idea: id }: { idea: string }): Promise<Answer> => {
  const view = await pageFor(turn, id);
  return view ? below(ideaCard(turn.kit, view)) : tell(turn.kit.say('refusal.notFound', { id }));
};

/** The same card again, in place, with another part of it open. */
export const panel = async (turn: Turn, { idea: id, panel }: VerbData<'panel'>): Promise<Answer> => {
  const view = await pageFor(turn, id, panel);
  return view ? here(ideaCard(turn.kit, view)) : tell(turn.kit.say('refusal.notFound', { id }));
};

/** The idea that somebody is to answer first of all that waits for them. */
export const next = async (turn: Turn): Promise<Answer> => {
  const [first] = await queueIds(turn.deps, turn.person);
  return first ? open(turn, { idea: first }) : tell(turn.kit.say('queue.nothing'));
};

export const form = async (turn: Turn, { text }: VerbData<'form'>): Promise<Answer> =>
  below(formWith(turn, text ? { problem: text, title: titleFrom(text) } : {}));

const formWith = (turn: Turn, draft: { problem?: string; title?: string }) =>
  ideaForm(turn.kit, { draft, ...(turn.person.department && { department: turn.person.department }) });

/** "Skicka idén": the form turns into the receipt. A refusal keeps what was written. */
export const submit = async (turn: Turn, data: VerbData<'submit'>): Promise<Answer> => {
  const { op, department, confidential } = data;
  const words = pickWords(data);
  const result = await submitIdea(turn.deps, turn.person, { op, words, confidential, department });
  if (!result.ok) {
    const known = department ?? turn.person.department;
    const view = { draft: { ...words, confidential }, fault: result.refusal, ...(known && { department: known }) };
    return here(ideaForm(turn.kit, view));
  }
  turn.changed();
  if (!turn.person.department) await settleIn(turn, department);
  return here(receipt(turn, result.value));
};

/** Typed text becomes an idea at once: its first sentence is the name. Without a known department the form asks for it. */
export const submitText = async (turn: Turn, { op, text }: VerbData<'submitText'>): Promise<Answer> => {
  if (!turn.person.department) return here(formWith(turn, { problem: text, title: titleFrom(text) }));
  return submit(turn, { op, confidential: false, problem: text, title: titleFrom(text) });
};

const receipt = (turn: Turn, idea: IdeaView['idea']) =>
  ideaCard(turn.kit, {
    idea,
    reader: { ref: turn.person.ref, roles: new Set(['submitter']) },
    names: new Map([[turn.person.ref, turn.person.name]]),
    receipt: { officeInstead: idea.tier === 'office' },
  });

/** The idea's words in the form, as long as they may be changed; after that, how the idea stands now. */
export const editForm = async (turn: Turn, { idea: id }: VerbData<'editForm'>): Promise<Answer> => {
  const { deps, person, kit } = turn;
  const stored = await deps.ideas.load(id);
  if (!stored) return tell(kit.say('refusal.notFound', { id }));
  const { idea } = stored;
  if (idea.submitter !== person.ref) return tell(kit.say('refusal.notAllowed'));
  const fault = denial('edit', undefined, idea, { ref: person.ref, roles: new Set(['submitter']) });
  const view = fault && (await pageFor(turn, id));
  if (view) return here(ideaCard(kit, { ...view, fault }));
  return here(ideaForm(kit, { idea, draft: { ...idea.words, confidential: idea.confidential } }));
};

export const edit = async (turn: Turn, data: VerbData<'edit'>): Promise<Answer> => {
  const { op, idea: id, confidential } = data;
  const words = pickWords(data);
  const command = { type: 'edit', data: { confidential }, words } as const;
  const request = { id, op, type: command.type, prepare: async () => accept(command), ...shownIn(turn) };
  const outcome = await actOnIdea(turn.deps, turn.person, request);
  if (!outcome.ok && outcome.seen && 'field' in outcome.refusal) {
    const view = { idea: outcome.seen.idea, draft: { ...words, confidential }, fault: outcome.refusal };
    return here(ideaForm(turn.kit, view));
  }
  return outcomeCard(turn, id, outcome);
};

/** A button on an idea card that does something: the card turns into the outcome, or into the present state with why not. */
export const act = async (turn: Turn, data: VerbData<'act'>): Promise<Answer> => {
  const { idea: id, op, do: type } = data;
  const request = { id, op, type, turn: data.turn, prepare: prepare(turn, data), ...shownIn(turn) };
  const outcome = await actOnIdea(turn.deps, turn.person, request);
  if (!outcome.ok && PANEL_REFUSALS.has(outcome.refusal.code)) return refusedInPanel(turn, data, outcome.refusal);
  return outcomeCard(turn, id, outcome);
};

/** A typed message that turned out to be the answer to a question. */
export const answerTyped = async (turn: Turn, data: VerbData<'answerTyped'>): Promise<Answer> =>
  act(turn, { ...data, do: 'answer', answer: data.text });

/** What the person can mend in the panel that they have open; for everything else the card shows the present state. */
const PANEL_REFUSALS: ReadonlySet<string> = new Set([
  'wordsMissing',
  'wordsTooLong',
  'dateNotAhead',
  'unknownColleague',
  'unknownDepartment',
  'unknownChannel',
  'sameDepartment',
]);

const panels = {
  ask: 'ask',
  answer: 'answer',
  doNow: 'doNow',
  passOn: 'passOn',
  close: 'close',
  reportDone: 'done',
  declineDoing: 'decline',
  hide: 'hide',
  withdraw: 'withdraw',
} as const;

async function refusedInPanel(
  turn: Turn,
  data: VerbData<'act'>,
  fault: NonNullable<IdeaView['fault']>,
): Promise<Answer> {
  const open = data.do in panels ? panels[data.do as keyof typeof panels] : undefined;
  const view = await pageFor(turn, data.idea, open);
  if (!view) return tell(turn.kit.say('refusal.notFound', { id: data.idea }));
  const { department, channel, doer, doerEmail, until } = data;
  const kept = { ...pickWords(data), department, channel, doer, doerEmail, until };
  return here(ideaCard(turn.kit, { ...view, fault, kept }));
}

function outcomeCard(turn: Turn, id: string, outcome: Outcome): Answer {
  if (outcome.ok) turn.changed();
  const seen = outcome.ok ? outcome : outcome.seen;
  if (!seen) return tell(turn.kit.say('refusal.notFound', { id }));
  const { idea, roles, names, event, others } = seen;
  return here(
    ideaCard(turn.kit, {
      idea,
      reader: { ref: turn.person.ref, roles },
      names,
      ...(event && { happened: { event, as: event.by === turn.person.ref ? 'actor' : 'onlooker' } }),
      ...(!outcome.ok && { fault: outcome.refusal }),
      ...(others > 0 && { queue: others }),
    }),
  );
}

/** What the idea card is drawn from. */
async function pageFor(turn: Turn, id: string, panel?: IdeaView['panel']): Promise<IdeaView | undefined> {
  const page = await openIdea(turn.deps, turn.person, id);
  if (!page) return undefined;
  const { idea, roles, names, history } = page;
  return {
    idea,
    reader: { ref: turn.person.ref, roles },
    names,
    history: panel === 'history' ? history : newest(history),
    ...(panel && { panel }),
    ...(panel === 'doNow' && { colleagues: colleaguesIn(turn, idea.department) }),
  };
}

const newest = (history: readonly IdeaEvent[]): IdeaEvent[] => history.slice(-NEWEST);

/** Whom "Gör direkt" offers: oneself first, then those whom the organisation file names in the department. */
function colleaguesIn({ deps, person }: Turn, code: string): { value: string; title: string }[] {
  const department = deps.directory.department(code);
  const named = [
    ...deps.directory.leadersOf(code),
    ...deps.directory.deputiesOf(code),
    ...(department?.managers ?? []),
    ...(department?.units.flatMap((unit) => unit.managers) ?? []),
  ];
  const others = named.filter(({ email }) => !person.emails.includes(email));
  const unique = [...new Map(others.map(({ email, name }) => [email, { value: email, title: name }])).values()];
  return [{ value: 'me', title: person.name }, ...unique];
}

const shownIn = ({ pressed }: Turn) => (pressed ? { shownIn: pressed } : {});

function pickWords(data: object): NonNullable<IdeaView['kept']> {
  const keys = [
    'title',
    'problem',
    'solution',
    'evidence',
    'question',
    'answer',
    'reason',
    'tryAgain',
    'done',
  ] as const;
  const entries = keys.flatMap((key) => {
    const value = (data as Record<string, unknown>)[key];
    return typeof value === 'string' ? [[key, value]] : [];
  });
  return Object.fromEntries(entries);
}
