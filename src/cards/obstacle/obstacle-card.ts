import type { ObstacleAct } from '../../app/obstacle/act-on-obstacle.js';
import type { ObstacleView } from '../../app/obstacle/obstacle-view.js';
import { FARTHEST_MONTHS } from '../../domain/obstacle/days.js';
import { isObstacleOpenTo } from '../../domain/obstacle/decide.js';
import { obstacleLimits } from '../../domain/obstacle/words.js';
import { addDays, addMonths } from '../../domain/time.js';
import { buttonRows } from '../button-rows.js';
import type { CardContext, Drawn } from '../card-context.js';
import { dateField, type Field, textField } from '../fields.js';
import { type Fact, section } from '../paragraphs.js';
import { type Button, button } from '../verbs.js';
import { type ObstaclePanel, obstacleSends } from './obstacle-verbs.js';
import { dateText, lineOf, stageText, stopsText } from './obstacle-words.js';

export interface ObstacleCardView extends ObstacleView {
  panel?: ObstaclePanel | undefined;
  /** What has happened, in one line. */
  told?: string | undefined;
  fault?: string | undefined;
  /** What was written in the panel that is open. */
  kept?: { how?: string | undefined; until?: string | undefined };
}

const plain = { inputs: 'none' } as const;

/** An obstacle as one reader sees it, with what they can do. */
export function obstacleCard(context: CardContext, view: ObstacleCardView): Drawn {
  const { t } = context;
  const { obstacle, told, fault, panel, roles } = view;
  const open = panel && isObstacleOpenTo(obstacleSends[panel], obstacle, roles) ? panel : undefined;
  const title = roles.has('keeper') ? lineOf(context, { words: obstacle.words }) : lineOf(context, obstacle);
  const { id, seq } = obstacle;
  const stage = stageText(context, obstacle);
  const card = context.draw('obstacle', {
    ...{ stageLine: `${t('obstacle.id', { id })} · ${stage}`, title, titleSize: 'Large' },
    told: told ? [{ text: told }] : [],
    fault: fault ? [{ text: fault }] : [],
    words: open ? [] : section(t('obstacle.section.how'), obstacle.words.how),
    facts: open ? [] : facts(context, view),
    fields: open ? panelFields(context, view, open) : [],
    buttonRows: buttonRows(open ? panelButtons(context, view, open) : buttons(context, view)),
  });
  return {
    card,
    summary: told ? `${told} ${title}` : `${stage}: ${title}`,
    gist: [title],
    about: { card: `obstacle.${id}`, records: [{ record: 'obstacle', id, seq }] },
  };
}

function facts(context: CardContext, { obstacle, names, stops, roles }: ObstacleView): Fact[] {
  const { t } = context;
  const fact = (label: string, value: string | undefined): Fact[] =>
    value ? [{ label, values: [{ text: value }] }] : [];
  const { kind, owner, until, stage } = obstacle;
  return [
    ...fact(t('obstacle.fact.kind'), t(`obstacle.kind.${kind}`)),
    ...fact(
      t('obstacle.fact.stops'),
      roles.has('keeper') && stops.ideas > 0 && stage !== 'removed' ? stopsText(context, stops) : undefined,
    ),
    ...(stage === 'taken'
      ? [
          ...fact(t('obstacle.fact.owner'), owner && names.get(owner)),
          ...fact(t('obstacle.fact.until'), dateText(context, until)),
        ]
      : []),
  ];
}

/** What the reader can do, the most wanted first. */
function buttons(context: CardContext, view: ObstacleCardView): Button[] {
  const { t } = context;
  const { obstacle, roles } = view;
  const can = (type: ObstacleAct) => isObstacleOpenTo(type, obstacle, roles);
  const opens = (title: string, panel: ObstaclePanel, style: Button['style'] = 'default') =>
    button(title, 'obstacle', { obstacle: obstacle.id, panel }, { ...plain, style });
  const isTaken = obstacle.stage === 'taken';
  const take = t(isTaken ? 'obstacle.button.day' : 'obstacle.button.take');
  return [
    ...(can('takeObstacle') && !isTaken ? [opens(take, 'take', 'positive')] : []),
    ...(can('removeObstacle') ? [opens(t('obstacle.button.remove'), 'remove', isTaken ? 'positive' : 'default')] : []),
    ...(can('takeObstacle') && isTaken ? [opens(take, 'take')] : []),
    ...(can('releaseObstacle') ? [act(context, view, 'releaseObstacle', t('obstacle.button.release'))] : []),
    ...(can('hideObstacle') ? [act(context, view, 'hideObstacle', t('obstacle.button.hide'))] : []),
    ...(can('showObstacle') ? [act(context, view, 'showObstacle', t('obstacle.button.show'))] : []),
    ...(roles.has('keeper') ? [button(t('obstacle.button.list'), 'obstacles', {}, plain)] : []),
  ];
}

function panelFields(
  { t, today }: CardContext,
  { kept = {}, obstacle }: ObstacleCardView,
  open: ObstaclePanel,
): Field[] {
  if (open === 'take') {
    return [
      dateField('until', t('obstacle.field.until'), {
        value: kept.until ?? obstacle.until ?? '',
        ...{ min: addDays(today, 1), max: addMonths(today, FARTHEST_MONTHS) },
        missing: t('obstacle.field.until.missing'),
      }),
    ];
  }
  return [
    textField(
      t,
      { id: 'how', label: 'obstacle.field.how', limit: obstacleLimits.how },
      { value: kept.how, optional: true },
    ),
  ];
}

/** What a panel sends is called as the button that opened it. */
function panelButtons(context: CardContext, view: ObstacleCardView, open: ObstaclePanel): Button[] {
  const { t } = context;
  const title = t(
    open === 'take' && view.obstacle.stage === 'taken' ? 'obstacle.button.day' : `obstacle.button.${open}`,
  );
  return [
    act(context, view, obstacleSends[open], title, 'positive'),
    button(t('button.back'), 'obstacle', { obstacle: view.obstacle.id }, plain),
  ];
}

const act = (
  context: CardContext,
  { obstacle: { id, decisionVersion } }: ObstacleView,
  type: ObstacleAct,
  title: string,
  style: Button['style'] = 'default',
): Button =>
  button(
    title,
    'actOnObstacle',
    { obstacle: id, decisionVersion, idempotencyKey: context.mintIdempotencyKey(), obstacleAct: type },
    { style },
  );
