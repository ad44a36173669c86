import { enter, entered } from './existing/enter.js';
import { ideaCommands } from './idea/commands/index.js';
import { askImprovement, improvementAsked } from './improvement/ask-improvement.js';
import { hinder, hindered, liftObstacle, obstacleForgotten, obstacleLifted } from './obstacle/hinder.js';
import {
  departmentHindered,
  hinderThere,
  liftThere,
  obstacleForgottenThere,
  obstacleGoneThere,
} from './obstacle/hinder-there.js';

/**
 * The register of commands on an idea, with what each leads to, of whatever room: the idea's own, and those of rooms after
 * it. The idea's room asks this and knows none of theirs; their modules know what a command is (idea/command.ts,
 * idea/event.ts) and no list, so nothing goes in a circle.
 */
const register = {
  ...ideaCommands,
  ...{ enter, entered },
  ...{ askImprovement, improvementAsked },
  ...{ hinder, hindered, liftObstacle, obstacleLifted, obstacleForgotten },
  ...{ hinderThere, departmentHindered, liftThere, obstacleGoneThere, obstacleForgottenThere },
};

type Register = typeof register;
type Definition = Register[keyof Register];
type OfKind<K extends Definition['kind']> = Extract<Definition, { kind: K }>;
type ByType<D extends { type: string }> = { readonly [T in D['type']]: Extract<D, { type: T }> };

/** Those of a kind by the names that they are stored and pressed by, which need not be those of their constants. */
const ofKind = <K extends Definition['kind']>(kind: K): ByType<OfKind<K>> =>
  Object.fromEntries(Object.values(register).flatMap((one) => (one.kind === kind ? [[one.type, one]] : []))) as ByType<
    OfKind<K>
  >;

export const commandDefinitions = ofKind('command');
export const eventDefinitions = ofKind('event');
