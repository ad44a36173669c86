import fc from 'fast-check';
import { absorbed } from '../../../../src/domain/idea/commands/merging/absorb.js';
import { comingAlong, MOST_TAKING_PART, type TakingPart } from '../../../../src/domain/idea/use/taking-part.js';
import * as story from '../../../../testing/samples/idea/story.js';
import { given, standings } from '../../../../testing/samples/idea/story.js';

const codes = Array.from({ length: 20 }, (_, n) => `D${n}`);
const parts = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...codes), fc.integer({ min: 10, max: 28 })), {
    selector: ([code]) => code,
    maxLength: MOST_TAKING_PART,
  })
  .map(
    (some): Record<string, TakingPart> =>
      Object.fromEntries(some.map(([code, day]) => [code, { since: `2026-11-${day}` }])),
  );

describe('departments of an idea that becomes a part of another one', () => {
  it('come along or are told that there is no room, each of them, and the other one’s stay: eight at most', () => {
    fc.assert(
      fc.property(parts, parts, fc.constantFrom(...codes), (there, here, department) => {
        const from = { id: 'K7M4QX', takingPart: there };
        const { come, left } = comingAlong(from, { department, takingPart: here });
        const asked = Object.keys(there).filter((code) => code !== department && !here[code]);
        expect([...come, ...left].map((one) => one.department).sort()).toEqual(asked.sort());
        expect(Object.keys(here).length + come.length).toBeLessThanOrEqual(MOST_TAKING_PART);
        // Nobody is left while there is room, and who has taken part longest comes first.
        if (left.length > 0) expect(Object.keys(here).length + come.length).toBe(MOST_TAKING_PART);
        for (const one of come) for (const other of left) expect(one.since <= other.since).toBe(true);
        // The same again finds nothing to do.
        const together = { ...here, ...Object.fromEntries(come.map((one) => [one.department, { since: one.since }])) };
        expect(comingAlong(from, { department, takingPart: together }).come).toEqual([]);
      }),
    );
  });

  it('brings no department that has the other idea, or takes part there, by another of its codes', () => {
    const from = { id: 'A2A2A2', takingPart: { MIL: { since: '2026-11-10' }, SBK: { since: '2026-11-11' } } };
    const codeNow = (code: string) => (code === 'MIL' ? 'SBF' : code);
    const come = (into: Parameters<typeof comingAlong>[1]) =>
      comingAlong(from, into, codeNow).come.map(({ department }) => department);
    expect(come({ department: 'SBF' })).toEqual(['SBK']);
    expect(come({ department: 'VOO', takingPart: { SBF: { since: '2026-11-01' } } })).toEqual(['SBK']);
  });

  it('stand with the other idea by whoever had said so, and say with which idea they came', () => {
    const { event, idea } = given(...standings.exploring, [story.partner, story.takePart()]).when(story.merger, {
      type: 'absorb',
      data: {
        ...{ from: 'Q4X7MK', submitters: [] },
        parts: [
          { department: 'MIL', since: '2026-11-10', cameWith: 'Q4X7MK' },
          { department: 'UTB', since: '2026-11-11', cameWith: 'A2A2A2' },
          { department: 'SBK', since: '2026-11-11', cameWith: 'Q4X7MK' },
          { department: 'VOO', since: '2026-11-11', cameWith: 'Q4X7MK' },
        ],
        partsBy: ['pMILMANAGER'],
      },
      words: {},
    });
    expect(event.type).toBe(absorbed.type);
    expect(idea.takingPart).toMatchObject({
      SBK: { contact: 'Enhetschef Gata' },
      MIL: { since: '2026-11-10', cameWith: 'Q4X7MK' },
      UTB: { cameWith: 'A2A2A2' },
    });
    expect(Object.keys(idea.takingPart ?? {}).sort()).toEqual(['MIL', 'SBK', 'UTB']);
    expect(idea.tookPartBy).toEqual({ SBK: 'pADOPTER', MIL: 'pMILMANAGER' });
  });
});
