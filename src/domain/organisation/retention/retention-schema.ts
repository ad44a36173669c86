import { z } from 'zod';
import { text } from '../schema-fields.js';

/** What becomes of the words of those who have their data erased. */
const wordsRules = ['keep', 'erase'] as const;
export type WordsRule = (typeof wordsRules)[number];

/**
 * What becomes of ideas that have ended in one way. Nothing is destroyed without a decision that allows it (arkivlagen 10 §),
 * nor before it is archived where it is to be.
 */
const endedRule = z
  .strictObject({
    archive: z.boolean().default(true).meta({
      description: 'Whether npm run archive writes their records, before which nothing of them is destroyed.',
    }),
    destroyAfterYears: z.int().min(1).max(100).optional().meta({
      description: 'How many years after they ended they are destroyed (gallring). Left out: they are kept.',
    }),
    decision: text.optional().meta({
      description: 'The decision that allows it to be destroyed, as people can find it: "KS 2026/123 § 45".',
    }),
  })
  .refine(({ destroyAfterYears, decision }) => destroyAfterYears === undefined || decision !== undefined, {
    path: ['decision'],
    message: 'Write the decision that allows these ideas to be destroyed, or leave out "destroyAfterYears".',
  });

/**
 * Whoever has their data erased takes the words along that are their own, where the municipality has decided so: texts that
 * have come in are public documents, which nobody may destroy without such a decision.
 */
export const retention = z
  .strictObject({
    words: z.enum(wordsRules).default('keep').meta({
      description:
        'What becomes of the ideas, answers and comments of somebody who has their data erased. Reasons for decisions are always kept.',
    }),
    decision: text.optional().meta({
      description:
        'The decision on destroying public documents that allows "erase", as people can find it: "KS 2026/123 § 45".',
    }),
    deciders: z
      .strictObject({
        names: z.enum(['keep', 'remove']).default('keep').meta({
          description:
            'Whether name and post of whoever has decided something stay with the decision when they have their data erased.',
        }),
        decision: text.optional().meta({ description: 'The decision that allows "remove", as people can find it.' }),
      })
      .refine(({ names, decision }) => names === 'keep' || decision !== undefined, {
        path: ['decision'],
        message: 'Write the decision that allows names of deciders to be removed, or "names": "keep".',
      })
      .optional()
      .meta({ description: 'Who decided: kept unless a decision allows its removal.' }),
    ideas: z
      .strictObject({ withdrawn: endedRule, merged: endedRule, closed: endedRule, tested: endedRule })
      .partial()
      .optional()
      .meta({
        description:
          'What becomes of ideas that have ended, by how they did: taken back, become a part of another one, closed before a test, closed after one. Those that go on or are in use are kept.',
      }),
    challenges: endedRule.optional().meta({
      description: 'What becomes of challenges that have ended, with what organisations outside have answered.',
    }),
    obstacles: endedRule.optional().meta({ description: 'What becomes of obstacles that are gone or forgotten.' }),
    undertakings: endedRule.optional().meta({
      description: 'What becomes of activities of departments that are done, dropped, or whose year has ended.',
    }),
  })
  .refine(({ words, decision }) => words === 'keep' || decision !== undefined, {
    path: ['decision'],
    message: 'Write the decision that allows texts to be destroyed, or "words": "keep".',
  });
