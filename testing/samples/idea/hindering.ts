import type { Command, CommandData } from '../../../src/domain/idea/commands.js';
import { make } from './make-command.js';

/** What keeps an idea from going on, and that it is gone. */
export const hinder = (obstacle = '0BSTAC'): Command => make('hinder', { obstacle });
export const liftObstacle = (data: Partial<CommandData['liftObstacle']> = { tier: 'leader' }): Command =>
  make('liftObstacle', { obstacle: '0BSTAC', ...data });
/** The same of a department that has answered “Inte nu”. */
export const hinderThere = (obstacle = '0BSTAC', department = 'SBK'): Command =>
  make('hinderThere', { department, obstacle });
export const liftThere = (data: Partial<CommandData['liftThere']> = {}): Command =>
  make('liftThere', { department: 'SBK', obstacle: '0BSTAC', ...data });
