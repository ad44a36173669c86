import { byLanguage, firstLanguage, type Language } from '../languages.js';
import {
  type MethodFill,
  type MethodStage,
  type MethodText,
  methodStages,
  type OwnMethods,
  type WrittenMethod,
} from './method-schema.js';

export type { MethodFill, MethodStage, MethodText } from './method-schema.js';

/** A way to find an answer that an idea needs. */
export interface Method {
  id: string;
  /** The usual one first. */
  stages: readonly MethodStage[];
  fills: MethodFill;
  text: Readonly<Record<Language, MethodText>>;
}

/** As it is read; the first language stands for a later one in which it is not written. */
export const readMethod = ({ id, stages, fills, family: _, ...texts }: WrittenMethod): Method => ({
  ...{ id, stages, fills },
  text: byLanguage((language) => texts[language] ?? texts[firstLanguage]),
});

/** How many screens of a phone one method is: what it is, its first steps, its last ones. */
export const SCREENS = 3;

/** The methods of a municipality: those that the product comes with, without hidden ones, replaced and added to as it has decided. */
export function methodsOf(shipped: readonly Method[], { hidden, own: written }: OwnMethods): readonly Method[] {
  const own = written.map(readMethod);
  const replaced = shipped.map((one) => own.find(({ id }) => id === one.id) ?? one);
  const added = own.filter(({ id }) => !shipped.some((one) => one.id === id));
  return [...replaced, ...added].filter(({ id }) => !hidden.includes(id));
}

/** The methods by the stage at which each usually helps, in the order of the idea's way; none for a stage without any. */
export const byStage = (methods: readonly Method[]): { stage: MethodStage; methods: Method[] }[] =>
  methodStages
    .map((stage) => ({ stage, methods: methods.filter(({ stages: [first] }) => first === stage) }))
    .filter(({ methods: some }) => some.length > 0);

/** What is told of at the end of a test, and a method for it, is a part of its result. */
const alsoFills: Readonly<Record<string, readonly MethodFill[]>> = { result: ['result', 'lesson'] };

/** The methods by which somebody can find an answer to this part of what is needed, at this stage. */
export const methodsFor = (methods: readonly Method[], part: string, stage: string): Method[] =>
  methods.filter(
    ({ fills, stages }) =>
      (alsoFills[part] ?? [part]).some((one) => one === fills) && stages.some((one) => one === stage),
  );

/** The steps of a screen, with the number of the first: the first half of them, then the rest. */
export function stepsOn(steps: readonly string[], screen: number): { from: number; steps: readonly string[] } {
  const half = Math.ceil(steps.length / 2);
  if (screen === 1) return { from: 1, steps: steps.slice(0, half) };
  return screen === 2 ? { from: half + 1, steps: steps.slice(half) } : { from: 1, steps: [] };
}
