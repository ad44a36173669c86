import type { DaySection } from './day-section.js';
import { cameFromSection } from './digest/came-from-section.js';
import { weekSection } from './digest/week-section.js';

/** Every room that speaks through the day card without an event; events do through their kind of record (subjects.ts). */
export const daySections: readonly DaySection[] = [cameFromSection, weekSection];
