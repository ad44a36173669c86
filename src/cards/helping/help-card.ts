import type { HelpContact, HelpView } from '../../app/helping/help-view.js';
import { type Help, LONGEST_LINE } from '../../domain/helping/help.js';
import { dayText } from '../../text/dates.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { textField } from '../fields.js';
import { note } from '../note.js';
import { chatLink } from '../person/deep-links.js';
import { officeName, shortPlaceName } from '../places.js';
import { type Button, button } from '../verbs.js';
import { areaText } from './help-words.js';
import { shortForm } from './short-form.js';

export interface HelpCardView extends HelpView {
  /** What stood in it. */
  kept?: { thanksFor?: string | undefined };
  fault?: string | undefined;
}

const plain = { inputs: 'none' } as const;

/** A question for help as one of those in it has it. */
export function helpCard(context: CardContext, view: HelpCardView): Drawn {
  const { t } = context;
  const { help, idea, as, canThank, kept = {}, fault } = view;
  const heading = headingOf(context, view);
  const card = shortForm(context, {
    heading,
    lines: [t('helping.of', { area: areaText(context, help.area) }), help.line, ...linesOf(context, view)],
    fault,
    fields: canThank
      ? [
          textField(
            t,
            { id: 'thanksFor', label: 'helping.field.thanks', limit: LONGEST_LINE },
            { value: kept.thanksFor, required: 'helping.noLine', lines: 'one' },
          ),
        ]
      : [],
    buttons: [
      ...answers(context, help, as),
      ...(canThank ? [button(t('helping.button.thank'), 'thankHelp', named(help), { style: 'positive' })] : []),
      button(t('telling.open'), 'open', { idea: help.idea }, plain),
    ],
    links: linksOf(context, view),
  });
  return {
    ...{ card, summary: fault ?? `${heading}: ${idea.words.title}` },
    ...showsRecords('quotes', [{ record: 'idea', id: idea.id, seq: idea.seq }]),
  };
}

const named = ({ idea, name }: Help) => ({ idea, help: name });

/** "Jag hjälper till" and "Inte nu". */
function answers({ t }: CardContext, help: Help, as: HelpView['as']): Button[] {
  if (as !== 'asked' && as !== 'desk') return [];
  return [
    button(t('helping.button.yes'), 'answerHelp', { ...named(help), yes: true }, { ...plain, style: 'positive' }),
    button(t('helping.button.no'), 'answerHelp', { ...named(help), yes: false }, plain),
  ];
}

function headingOf({ t }: CardContext, { help, as }: HelpView): string {
  if (as === 'asker') return t(`helping.state.${help.state}`);
  if (as === 'helper')
    return t(
      help.state === 'thanked' ? 'helping.told.thanks' : `helping.helper.${help.state === 'helped' ? 'now' : 'over'}`,
    );
  return t(`helping.heading.${as}`);
}

function linesOf(context: CardContext, view: HelpView): string[] {
  const { t, language, today } = context;
  const { help, idea, as, asker, helper } = view;
  const title = t('helping.idea', { title: idea.words.title, id: idea.id });
  const until = dayText(help.until, language, today);
  const asks = asker ? [whoAsks(context, asker)] : [];
  const thanked = help.thanks !== undefined ? [t('helping.thanks', { thanks: help.thanks })] : [];
  switch (as) {
    case 'asked':
      return [title, ...asks, t('helping.until', { date: until })];
    case 'desk':
      return [title, ...asks, t('helping.desk.text', { date: until })];
    case 'helper':
      return [title, ...asks, ...(help.state === 'helped' ? [t('helping.helper.text')] : []), ...thanked];
    case 'asker':
      return [
        title,
        ...(helper ? [t('helping.helps', { name: helper.name })] : []),
        ...stateText(context, help, until),
        ...thanked,
      ];
    default:
      return [title];
  }
}

/** What whoever asked waits for. */
function stateText(context: CardContext, { state }: Help, date: string): string[] {
  const { t, directory } = context;
  if (state === 'desk')
    return [
      t(`helping.state.desk.${directory.office.length > 0 ? 'office' : 'leader'}`, { office: officeName(context) }),
    ];
  if (state === 'new' || state === 'asked' || state === 'helped') return [t(`helping.state.${state}.text`, { date })];
  return [];
}

const whoAsks = (context: CardContext, { name, department }: HelpContact): string =>
  department === undefined
    ? context.t('helping.asks', { name })
    : context.t('helping.asksFrom', { name, place: shortPlaceName(context, { department }) });

/** The chat with the other one, once somebody has said yes. */
function linksOf({ t }: CardContext, { help, as, asker, helper, idea }: HelpView) {
  const other = as === 'helper' ? asker : as === 'asker' ? helper : undefined;
  if (help.state !== 'helped' || other?.email === undefined) return [];
  return [
    {
      title: t('button.chat'),
      url: chatLink(other.email, t('helping.chat', { title: idea.words.title, id: idea.id })),
    },
  ];
}

/** That the question is sent, or answered, and what comes next. */
export function helpSent(
  context: CardContext,
  idea: string,
  said: 'asked' | 'no' | 'solved' | 'over' | 'thanked',
): Drawn {
  return note(context, {
    heading: context.t(`helping.said.${said}`),
    lines: [context.t(`helping.said.${said}.text`)],
    buttons: [button(context.t('telling.open'), 'open', { idea }, plain)],
  });
}
