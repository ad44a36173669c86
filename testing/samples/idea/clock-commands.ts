import type { Command, CommandData } from '../../../src/domain/idea/commands.js';
import { make } from './make-command.js';

/** What time brings, and what is left to do for somebody, each in its simplest accepted form. */
export const remind: Command = make('remind', {});
export const escalate: Command = make('escalate', { tier: 'deputy' });
export const remindAgain = (tier: CommandData['remindAgain']['tier'] = 'office'): Command =>
  make('remindAgain', { tier });
export const tellDelay: Command = make('tellDelay', {});
export const askProgress: Command = make('askProgress', {});
export const identify = (formerly = 'pSUBMITTER', person = 'pFRIEND'): Command =>
  make('identify', { formerly, person });
export const moveOn = (data: CommandData['moveOn'] = { tier: 'office' }): Command => make('moveOn', data);
export const moveWithUnit = (data: Partial<CommandData['moveWithUnit']> = {}): Command =>
  make('moveWithUnit', { department: 'MIL', tier: 'leader', ...data });
export const lookHalfWay: Command = make('lookHalfWay', {});
export const wake: Command = make('wake', { challenge: 'CHA123', until: '2027-07-01' });
export const endWaking: Command = make('endWaking', {});
export const comeBack: Command = make('comeBack', { tier: 'leader' });
export const pause = (until = '2026-12-20', leader = 'pLEADER'): Command => make('pause', { until, leader });
export const endRest: Command = make('endRest', {});
export const checkAdoption: Command = make('checkAdoption', { department: 'SBK' });
export const remindBetter: Command = make('remindBetter', { department: 'SBK' });
export const askFollowUp: Command = make('askFollowUp', { to: ['owner', 'leader'] });
export const askImprovement = (data: CommandData['askImprovement'] = { shared: true }): Command =>
  make('askImprovement', data);
export const remindFollowUp: Command = make('remindFollowUp', { to: ['owner', 'leader'] });
export const leave = (leaver = 'pSUBMITTER', more: Partial<CommandData['leave']> = {}): Command =>
  make('leave', { leaver, words: 'kept', contacts: [], pictures: [], ...more });
export const handBack = (person = 'pDRIVER'): Command => make('handBack', { person });
