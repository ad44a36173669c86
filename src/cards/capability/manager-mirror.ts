import type { ManagerMirror } from '../../app/capability/manager-mirror.js';
import type { FigureTold } from '../../domain/figures/figures.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { button } from '../verbs.js';

/** "Min spegel": what a manager has done in their own posts, as words. Nobody else can open it. */
export function managerMirror(context: CardContext, view: ManagerMirror, department?: string): Drawn {
  const { t } = context;
  const { decided, days, tried, lessons, carried } = view;
  const share = (name: 'tried' | 'lessons', told: FigureTold): string[] => {
    if (told.few) return [t('capability.mirror.few', { what: t(`capability.mirror.${name}.short`) })];
    return told.cases > 0 ? [t(`capability.mirror.${name}`, { count: told.hits, all: told.cases })] : [];
  };
  const lines = [
    ...(decided > 0 ? [t('capability.mirror.decided', { count: decided })] : []),
    ...(days !== undefined ? [t('capability.mirror.days', { days: Math.round(days) })] : []),
    ...share('tried', tried),
    ...share('lessons', lessons),
    ...(carried > 0 ? [t('capability.mirror.carried', { count: carried })] : []),
  ];
  const drawn = note(context, {
    heading: t('capability.mirror.heading'),
    lines: [t('capability.mirror.about'), ...(lines.length > 0 ? lines : [t('capability.mirror.none')])],
    buttons: [button(t('button.back'), 'followUp', department === undefined ? {} : { department }, { inputs: 'none' })],
  });
  return { ...drawn, summary: t('capability.mirror.heading') };
}
