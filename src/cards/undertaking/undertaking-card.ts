import type { UndertakingAct } from '../../app/undertaking/act-on-undertaking.js';
import type { UndertakingView } from '../../app/undertaking/undertaking-view.js';
import { lastMove } from '../../domain/undertaking/days.js';
import { isUndertakingOpenTo } from '../../domain/undertaking/decide.js';
import { undertakingLimits } from '../../domain/undertaking/words.js';
import { dayText } from '../../text/dates.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { dateField, type Field, textField } from '../fields.js';
import { type Fact, section } from '../paragraphs.js';
import { placeName } from '../places.js';
import { type Button, button } from '../verbs.js';
import { type UndertakingPanel, undertakingSends } from './undertaking-verbs.js';
import { stageText, whatOf } from './undertaking-words.js';

export interface UndertakingCardView extends UndertakingView {
  panel?: UndertakingPanel | undefined;
  /** What has happened, in one line. */
  told?: string | undefined;
  fault?: string | undefined;
  /** What was written in the panel that is open. */
  kept?: { why?: string | undefined; result?: string | undefined; until?: string | undefined };
}

const plain = { inputs: 'none' } as const;

/** An undertaking as one reader sees it, with what they can do. */
export function undertakingCard(context: CardContext, view: UndertakingCardView): Drawn {
  const { t } = context;
  const { undertaking, told, fault, panel, roles } = view;
  const { id, seq, words, hidden } = undertaking;
  const open = panel && isUndertakingOpenTo(undertakingSends[panel], undertaking, roles) ? panel : undefined;
  const keeps = roles.has('keeper') || roles.has('office');
  const seesWords = keeps || !hidden;
  const title = whatOf(context, keeps ? { words } : undertaking);
  const stage = stageText(context, undertaking);
  const card = context.draw('undertaking', {
    ...{ stageLine: `${t('undertaking.id', { id })} · ${stage}`, title, titleSize: 'Large' },
    told: told ? [{ text: told }] : [],
    fault: fault ? [{ text: fault }] : [],
    words:
      open || !seesWords
        ? []
        : [
            ...section(t('undertaking.section.result'), words.result),
            ...section(t('undertaking.section.why'), words.why),
          ],
    facts: open ? [] : facts(context, view, seesWords),
    fields: open ? [panelField(context, view, open), ...moreFields(context, view, open)] : [],
    buttonRows: buttonRows(open ? panelButtons(context, view, open) : buttons(context, view)),
  });
  return {
    card,
    summary: told ? `${told} ${title}` : `${stage}: ${title}`,
    gist: [title],
    about: { card: `undertaking.${id}`, records: [{ record: 'undertaking', id, seq }] },
  };
}

function facts(context: CardContext, { undertaking }: UndertakingView, seesWords: boolean): Fact[] {
  const { t, language, today } = context;
  const { department, words, until } = undertaking;
  const fact = (label: string, value: string | undefined): Fact[] =>
    value ? [{ label, values: [{ text: value }] }] : [];
  return [
    ...fact(t('undertaking.fact.department'), placeName(context, { department })),
    ...fact(t('undertaking.fact.who'), seesWords ? words.who : undefined),
    ...fact(t('undertaking.fact.until'), dayText(until, language, today)),
  ];
}

/** What the reader can do, the most wanted first. */
function buttons(context: CardContext, view: UndertakingCardView): Button[] {
  const { t } = context;
  const { undertaking, roles } = view;
  const { id, department, year } = undertaking;
  const can = (type: UndertakingAct) => isUndertakingOpenTo(type, undertaking, roles);
  const opens = (panel: UndertakingPanel, style: Button['style'] = 'default') =>
    can(undertakingSends[panel])
      ? [button(t(`undertaking.button.${panel}`), 'undertaking', { undertaking: id, panel }, { ...plain, style })]
      : [];
  return [
    ...opens('finish', 'positive'),
    ...opens('move'),
    ...opens('drop'),
    ...(can('hideUndertaking') ? [act(context, view, 'hideUndertaking', t('undertaking.button.hide'))] : []),
    ...(can('showUndertaking') ? [act(context, view, 'showUndertaking', t('undertaking.button.show'))] : []),
    button(t('undertaking.button.list'), 'undertakings', { department, year }, plain),
  ];
}

const panelField = ({ t }: CardContext, { kept = {} }: UndertakingCardView, open: UndertakingPanel): Field =>
  open === 'finish'
    ? textField(
        t,
        { id: 'result', label: 'undertaking.field.result', limit: undertakingLimits.result },
        { value: kept.result, optional: true },
      )
    : textField(
        t,
        { id: 'why', label: 'undertaking.field.why', limit: undertakingLimits.why },
        { value: kept.why, required: 'undertaking.field.why.missing' },
      );

function moreFields(
  { t, today }: CardContext,
  { kept = {}, undertaking }: UndertakingCardView,
  open: UndertakingPanel,
): Field[] {
  if (open !== 'move') return [];
  const last = lastMove(undertaking.year, today);
  return [
    dateField('until', t('undertaking.field.until'), {
      value: kept.until ?? undertaking.until,
      ...{ min: today < last ? today : last, max: last, missing: t('undertaking.field.until.missing') },
    }),
  ];
}

/** What a panel sends is called as the button that opened it. */
const panelButtons = (context: CardContext, view: UndertakingCardView, open: UndertakingPanel): Button[] => [
  act(context, view, undertakingSends[open], context.t(`undertaking.button.${open}`), 'positive'),
  button(context.t('button.back'), 'undertaking', { undertaking: view.undertaking.id }, plain),
];

const act = (
  context: CardContext,
  { undertaking: { id, decisionVersion } }: UndertakingView,
  type: UndertakingAct,
  title: string,
  style: Button['style'] = 'default',
): Button =>
  button(
    title,
    'actOnUndertaking',
    { undertaking: id, decisionVersion, idempotencyKey: context.mintIdempotencyKey(), undertakingAct: type },
    { style },
  );
