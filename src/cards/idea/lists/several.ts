import type { StillChosen, ToChoose } from '../../../app/idea/lists/choose-several.js';
import type { ShownPile } from '../../../app/idea/lists/pile.js';
import { newestEvent } from '../../../domain/idea/events.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { onlyDepartment } from '../../../domain/organisation/place.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { TextKey } from '../../../text/index.js';
import { buttonRows, pageButtons } from '../../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../../card-context.js';
import { type Field, wordField } from '../../fields.js';
import { unmarked } from '../../language/unmarked.js';
import { oneDepartmentField } from '../../organisation/place-field.js';
import { button } from '../../verbs.js';
import { actionOf, type FormValues } from '../actions/tables.js';
import { openingField } from '../ending/openings.js';
import { type LinesPressed, lineNames, linesIn, ownLineField, pressedLines, quotedFrom } from '../ending/own-lines.js';
import { type Reader, readingOf, titleFor } from '../reading.js';
import { ideaRow } from './idea-row.js';
import { inCalendar } from './in-calendar.js';
import { proposed, unitManager } from './pile-proposal.js';
import { aboutIdea } from './queue-row.js';
import { type SeveralDone, severalDone } from './several-done.js';

/** What hinders them all, as it was written. */
type HinderedDraft = Pick<FormValues, 'obstacleKind' | 'obstacleLine'>;

/** What the leader has chosen and written so far; all of it is kept when they turn the page, and when a press is refused. */
export interface SeveralDraft extends LinesPressed, HinderedDraft {
  /** Each `id.decisionVersion`, with commas between, on whatever page it stands. */
  chosen?: string | undefined;
  reason?: string | undefined;
  /** With what it begins. */
  opening?: string | undefined;
  department?: string | undefined;
  refusal?: string | undefined;
}

/** Whoever decides on an idea is not one of those who had it. */
const decider: Reader = { ref: '', roles: new Set(['decider']) };

const listOf = (chosen = ''): string[] => chosen.split(',').filter(Boolean);

/** What stands on the card beside the ideas: with what the reader begins a reason, and what has just been done with others. */
interface SeveralLook {
  phrases?: readonly string[];
  outcome?: SeveralDone | undefined;
}

/** A page of ideas to be closed or passed on with one reason that every submitter reads. */
export function several(
  context: CardContext,
  { ideas, names, filter, page, more, pile }: ToChoose,
  draft: SeveralDraft = {},
  { phrases = [], outcome }: SeveralLook = {},
): Drawn {
  const { t } = context;
  const proposal = pile && proposed(context, pile, page);
  const { refusal, reason } = draft;
  const choices = ideas.map((idea) => ({
    title: unmarked(titleWithName(context, idea, names)),
    value: `${idea.id}.${idea.decisionVersion}`,
  }));
  const here = new Set(choices.map(({ value }) => value));
  const chosen = draft.chosen ?? (proposal?.all ? choices.map(({ value }) => value).join(',') : '');
  const elsewhere = listOf(chosen).filter((one) => !here.has(one));
  const department = draft.department ?? (elsewhere.length > 0 ? undefined : proposal?.department);
  const idempotencyKey = context.mintIdempotencyKey();
  const can = choices.length > 0 || elsewhere.length > 0;
  const passesOn = canPassOn(context);
  const asksManagers = pile?.name === 'direct' && ideas.some((idea) => unitManager(context, idea) !== undefined);
  const { heading, what } = proposal ?? {};
  // Where a page of another time is carried along, this one's place is not theirs.
  const channel = elsewhere.length > 0 ? undefined : proposal?.channel;
  const carried = { filter, page, chosen: elsewhere.join(','), pile: pile?.name, channel };
  const none = passesOn ? 'queue.several.none' : 'queue.several.noneToClose';
  const card = context.draw('several', {
    heading: heading ?? t(severalName(context)),
    what: can ? (what ?? t('queue.several.what')) : t(none),
    outcome: outcome ? [{ text: severalDone(context, outcome) }] : [],
    rows: pile && proposal?.rows ? ideas.map((idea) => pileRow(context, idea, names, pile)) : [],
    calendar: pile?.name === 'think' && ideas.length > 0 ? [{ links: [inCalendar(context, ideas)] }] : [],
    refusal: refusal ? [{ text: refusal }] : [],
    choice:
      choices.length > 0
        ? [
            {
              label: t('queue.several.ideas', { page: page + 1 }),
              choices,
              value: listOf(chosen)
                .filter((one) => here.has(one))
                .join(','),
            },
          ]
        : [],
    elsewhere: elsewhere.length > 0 ? [{ text: t('queue.several.elsewhere', { count: elsewhere.length }) }] : [],
    fields: can
      ? [
          openingField(t, phrases, draft.opening),
          reasonField(context, 'queue.several.reason', reason),
          ...departmentFields(context, department),
        ]
      : [],
    buttonRows: buttonRows([
      ...(can
        ? [
            ...(asksManagers
              ? [
                  button(
                    t('button.askManagers'),
                    'several',
                    { do: 'doNow', idempotencyKey, ...carried },
                    { style: 'positive' },
                  ),
                ]
              : []),
            ...(passesOn
              ? [
                  button(
                    t('button.passOn'),
                    'several',
                    { do: 'passOn', idempotencyKey, ...carried },
                    { style: asksManagers ? 'default' : 'positive' },
                  ),
                ]
              : []),
            // What has been said to some of them alone stands in no field here.
            button(
              t('button.close'),
              'several',
              { do: 'close', idempotencyKey, ...carried, ...linesOf(draft), ...hinderedOf(draft) },
              { style: 'destructive' },
            ),
          ]
        : []),
      // Each part of a pile is answered by itself: nothing of it is taken along to the next.
      ...pageButtons(context, { page, more }, (title, to) =>
        pile
          ? button(title, 'queue', { pile: pile.name, page: to }, { inputs: 'none' })
          : button(title, 'queue', { ...carried, page: to, several: true }),
      ),
      button(t('button.back'), 'queue', pile ? { page: 0 } : { filter, page }, { inputs: 'none' }),
    ]),
  });
  return { card, summary: what ?? t('queue.several.what'), ...showsRecords('titles', ideas.map(newestEvent)) };
}

/** What is to be closed, before it is: which ideas, and what those who sent them in will read. */
export interface Closing extends StillChosen, LinesPressed, HinderedDraft {
  /** Who closes them, by name, as the submitters read it. */
  who: string;
  /** The press that was made, to be made again. */
  idempotencyKey: string;
  filter: ToChoose['filter'];
  page: number;
  chosen: string;
  reason: string;
  /** Where they were to be passed on, had that been pressed: kept for whoever goes back. */
  department?: string | undefined;
  /** Where they belong, and the pile that they lie in. */
  channel?: string | undefined;
  pile?: ShownPile['name'] | undefined;
  /** Why it has not been done. */
  refusal?: string | undefined;
}

/**
 * Asks once whether several ideas are to be closed. The reason stands in a field, just as it will be sent; of a pile each
 * idea stands with its own words and a field for what is said to it alone.
 */
export function closing(context: CardContext, asked: Closing): Drawn {
  const { t } = context;
  const { ideas, names, moved, who, reason, idempotencyKey, refusal, ...rest } = asked;
  const { filter, page, chosen, department, channel, pile } = rest;
  const carried = { filter, page, chosen, department, channel, pile };
  const lines = linesIn(rest);
  const lined = pile ? ideas.slice(0, lineNames.length) : [];
  const { lined: order } = pressedLines(
    lines,
    lined.map(({ id }) => id),
  );
  const question = t('queue.closing.heading', { count: ideas.length });
  const card = context.draw('closing', {
    heading: question,
    moved: [
      ...(refusal ? [{ text: refusal }] : []),
      ...(moved > 0 ? [{ text: t('queue.closing.moved', { count: moved }) }] : []),
    ],
    what: t('queue.closing.what', { count: ideas.length }),
    notice: t('notice.closed.submitter', { who, ended: carried.channel ? 'elsewhere' : 'early' }),
    fields: [
      reasonField(context, 'queue.closing.reason', reason),
      // What goes on elsewhere is hindered by nothing.
      ...(channel ? [] : (actionOf('close').together?.(context, hinderedOf(asked)) ?? [])),
    ],
    which: t('queue.closing.which'),
    titles: ideas.slice(lined.length).map((idea) => ({ text: titleWithName(context, idea, names) })),
    rows: lined.map((idea, at) => linedRow(context, idea, names, at, lines.get(idea.id))),
    buttonRows: buttonRows([
      button(
        t('button.closeSeveral', { count: ideas.length }),
        'several',
        { do: 'close', idempotencyKey, confirmed: true, ...carried, lined: order || undefined },
        { style: 'destructive' },
      ),
      button(t('button.back'), 'queue', { several: true, ...carried, lined: order || undefined }),
    ]),
  });
  return { card, summary: question, ...showsRecords('titles', ideas.map(newestEvent)) };
}

/** One of those that end together: whose it is, how it begins, and what is said to it alone. */
function linedRow(
  context: CardContext,
  idea: Idea,
  names: ReadonlyMap<PersonRef, string>,
  at: number,
  line: string | undefined,
) {
  const reading = readingOf(context, { idea, reader: decider, names });
  const quote = quotedFrom(reading.idea);
  return {
    title: titleWithName(context, idea, names),
    quote: quote && reading.seesWords ? [{ text: quote }] : [],
    fields: ownLineField(context.t, at, titleFor(reading), line),
  };
}

/** An idea of a pile, to be opened: who would be asked whether it is done at once, or that it is unlike the others. */
function pileRow(context: CardContext, idea: Idea, names: ReadonlyMap<PersonRef, string>, pile: ShownPile) {
  const manager = pile.name === 'direct' ? unitManager(context, idea) : undefined;
  const unlike = pile.unlike.has(idea.id) ? context.t('queue.pile.unlike') : '';
  const line = { text: manager ? context.t('queue.pile.manager', { name: manager.name }) : unlike, bold: !manager };
  return ideaRow(context, idea, decider, line, aboutIdea(context, idea, decider, names));
}

const hinderedOf = ({ obstacleKind, obstacleLine }: HinderedDraft): HinderedDraft => ({ obstacleKind, obstacleLine });

/** What has been said to ideas alone, as it goes along with a button. */
const linesOf = (draft: SeveralDraft): LinesPressed => {
  const lines = linesIn(draft);
  return lines.size > 0 ? pressedLines(lines, [...lines.keys()]) : {};
};

function titleWithName(context: CardContext, idea: Idea, names: ReadonlyMap<PersonRef, string>): string {
  const reading = readingOf(context, { idea, reader: decider, names });
  const { text, known } = reading.nameOf(idea.submitter);
  const title = titleFor(reading);
  return known ? `${title} · ${text}` : title;
}

/** Never required by the client: whoever turns the page has not written it yet. */
const reasonField = ({ t }: CardContext, label: 'queue.several.reason' | 'queue.closing.reason', value?: string) =>
  wordField(t, 'reason', { label, value, placeholder: 'queue.several.reasonPlaceholder' });

/** Where there is one department alone, ideas can be passed on to nobody. */
const canPassOn = ({ directory }: CardContext): boolean => onlyDepartment(directory) === undefined;

/** What it is called that one does with several ideas. */
export const severalName = (context: CardContext): TextKey =>
  canPassOn(context) ? 'button.several' : 'button.severalToClose';

/** Ideas are passed on to departments, never to one of their units. Never required: whoever closes ideas needs none. */
const departmentFields = (context: CardContext, value: string | undefined): Field[] =>
  canPassOn(context)
    ? [
        oneDepartmentField(context, {
          label: context.t('queue.several.department'),
          value,
          placeholder: context.t('department.placeholder'),
        }),
      ]
    : [];
