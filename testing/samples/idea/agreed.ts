import type { Command } from '../../../src/domain/idea/commands.js';
import { make } from './make-command.js';
import {
  approvePlan,
  askedSuccessor,
  driver,
  driverOnly,
  fill,
  otherLeader,
  planned,
  type Step,
  standings,
  submitPlan,
} from './story.js';

/** When a test stops, and which decision is needed if it works. */
export const agreement = {
  nextDecision: 'Chefen beslutar om fler cyklar.',
  stopMeasure: 'Sena besök i veckan',
  stopFigure: 'under 10',
  stopOn: '2027-02-15',
};

/** A test for which it was agreed when to stop. */
export const agreedTest: Step[] = [
  ...standings.planning,
  ...planned(),
  [driver, fill('agreement', agreement)],
  [driverOnly, submitPlan],
  [otherLeader, approvePlan()],
];

/** Who takes over if it works, and what they say to that. */
export const nameSuccessor = (person = 'pFRIEND'): Command => make('nameSuccessor', { person });
export const acceptTakingOver: Command = make('acceptTakingOver', {});
export const declineTakingOver = (reason = 'Vi byter system i vår.'): Command =>
  make('declineTakingOver', {}, { reason });
export const lapseTakingOver: Command = make('lapseTakingOver', {});

/** Somebody is asked to take over, of a test that runs. */
export const takingOverAsked: Step[] = [...agreedTest, [driver, nameSuccessor()]];
export const takingOver: Step[] = [...takingOverAsked, [askedSuccessor, acceptTakingOver]];

/** What the test touches: one of it is somebody's matter, the other is for those who decide. */
export const askChecks = (checker = 'pSOMEBODY'): Command =>
  make('askChecks', { checks: ['personalData', 'workplace'], asked: ['personalData'], checkers: [checker] });
export const noChecks: Command = make('askChecks', { checks: [], asked: [], checkers: [] });
export const answerCheck = (inOrder = true, reason = ''): Command => make('answerCheck', { inOrder }, { reason });
export const remindChecks: Command = make('remindChecks', {});

/** A plan that could be handed in, of which somebody has to say first that it is in order. */
export const checking: Step[] = [...standings.planning, ...planned(), [driver, askChecks()]];
