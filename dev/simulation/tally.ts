import { stageNames } from '../../src/domain/idea/stages';
import { textsOf } from '../../testing/cards/card';
import { sv } from '../../testing/scenes/everyday';
import type { Standing } from './messages';

/** What a card calls each stage. */
const stageOf = new Map<string, string>(stageNames.map((stage) => [sv(`stage.${stage}`), stage]));

/**
 * What people have seen become of their ideas, by the cards that they were shown: counted without a look at what the bot has
 * stored, to be compared with that.
 */
export class Tally {
  /** The stages that each idea was seen in, oldest first. */
  readonly #seen = new Map<string, string[]>();

  /** Somebody has sent it in and got the receipt. */
  sent(id: string): void {
    this.#seen.set(id, ['submitted']);
  }

  /** Somebody sees a card of it. */
  sees(id: string, card: unknown): void {
    const stages = this.#seen.get(id);
    const stage = shownStage(card, id);
    if (stages && stage !== undefined && stages.at(-1) !== stage) stages.push(stage);
  }

  get ideas(): string[] {
    return [...this.#seen.keys()];
  }

  stage(id: string): string | undefined {
    return this.#seen.get(id)?.at(-1);
  }

  /** How many were ever seen in a stage. */
  #everIn(stage: string): number {
    return [...this.#seen.values()].filter((stages) => stages.includes(stage)).length;
  }

  /** Where what the bot says of all ideas differs from what people have seen; nothing where it is the same. */
  differences({ figures, stages }: Standing): string[] {
    const counted = [
      ['ideas', this.#seen.size],
      ['tests', this.#everIn('piloting')],
    ] as const;
    return [
      ...counted
        .filter(([name, count]) => (figures[name] ?? 0) !== count)
        .map(([name, count]) => `${name}: people have seen ${count}, the figures say ${figures[name] ?? 0}`),
      ...this.ideas
        .filter((id) => stages[id] !== this.stage(id))
        .map((id) => `${id}: people have seen ${this.#seen.get(id)?.join(' → ')}, it is stored as ${stages[id]}`),
      ...Object.keys(stages)
        .filter((id) => !this.#seen.has(id))
        .map((id) => `${id} is stored, and nobody has got a receipt for it`),
    ];
  }
}

/** “Idé K7M4QX · Steg 3 av 6, Planeras”, and of what has ended “Idé K7M4QX · Avslutad”. */
function shownStage(card: unknown, id: string): string | undefined {
  const line = textsOf(card).find((text) => text.startsWith(`Idé ${id} ·`));
  const words = line?.split(/[·,]/).map((part) => part.trim()) ?? [];
  return words.map((word) => stageOf.get(word)).find((stage) => stage !== undefined);
}
