import type { HelpArea } from '../../domain/helping/help.js';
import type { CardContext } from '../card-context.js';

/** With what help is asked for or offered. */
export const areaText = ({ t }: Pick<CardContext, 't'>, area: HelpArea): string => t(`helping.area.${area}`);
