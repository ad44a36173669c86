import type { Command } from '../../../src/domain/idea/commands.js';
import { make } from '../idea/make-command.js';

/** The number of an idea's matter in the municipality's diary is written down. */
export const setDiary = (diary = 'VOO 2026-0398'): Command => make('setDiary', {}, { diary });
