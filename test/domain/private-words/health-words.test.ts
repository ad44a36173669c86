import { figures } from '../../../dev/audits/health-words/figures.js';
import { freshOfNobody, freshOfOnePerson, ofNobody, ofOnePerson } from '../../../dev/audits/health-words/sentences.js';
import { suspectsHealth } from '../../../src/domain/private-words/health-words.js';

describe('health words', () => {
  it('are labelled in two hundred sentences, each once', () => {
    const all = [...ofOnePerson, ...ofNobody, ...freshOfOnePerson, ...freshOfNobody];
    expect(all.length).toBeGreaterThanOrEqual(200);
    expect(new Set(all).size).toBe(all.length);
  });

  it('are asked about seldom without cause, and mostly where there is one', () => {
    const known = figures({ ofOnePerson, ofNobody });
    expect(known.precision).toBeGreaterThanOrEqual(0.97);
    expect(known.recall).toBeGreaterThanOrEqual(0.95);
    const fresh = figures({ ofOnePerson: freshOfOnePerson, ofNobody: freshOfNobody });
    expect(fresh.precision).toBeGreaterThanOrEqual(0.88);
    expect(fresh.recall).toBeGreaterThanOrEqual(0.8);
  });

  it('are found in any sentence of a text, and not across two', () => {
    expect(suspectsHealth('Vi borde ha cyklar. Min chef är utbränd. Det vore bra.')).toBe(true);
    expect(suspectsHealth('Min chef har sagt ja.\nDemens är vanligt.')).toBe(false);
  });

  it('take no time on the longest text', () => {
    expect(suspectsHealth('Anna har en idé om cykeln '.repeat(1000))).toBe(false);
  });
});
