import { progress, stageBadge } from '../../src/cards/stage-badge';
import { stageNames } from '../../src/domain/stages';
import { kitFor, languages } from '../support/kit';

const way = (stage: (typeof stageNames)[number]) =>
  progress(kitFor(), stage).map(({ step, passed, here, ahead }) => `${step} · ${passed}[${here}]${ahead}`);

describe('the way', () => {
  test.each([
    ['submitted', 'Steg 1 av 6 · [Inskickad] → Utforskas'],
    ['exploring', 'Steg 2 av 6 · Inskickad → [Utforskas] → Planeras'],
    ['piloting', 'Steg 4 av 6 · Planeras → [Testas] → Införs'],
    ['inUse', 'Steg 6 av 6 · [Används]'],
  ] as const)('of an idea that is %s shows the step before and the one after', (stage, shown) => {
    expect(way(stage)).toEqual([shown]);
  });

  test('of an idea that is done at once leads straight to use', () => {
    expect(way('doing')).toEqual(['Steg 2 av 6 · Inskickad → [Görs nu] → Används']);
  });

  test('is over for an idea that has left it', () => {
    expect([...way('closed'), ...way('withdrawn')]).toEqual([]);
  });

  test.each(languages)('fits one line of a phone in %s', (language) => {
    for (const stage of stageNames) {
      for (const { step, passed, here, ahead } of progress(kitFor(language), stage)) {
        // About 6 px a letter at the small size, in 328 px.
        expect(`${step} · ${passed}${here}${ahead}`.length).toBeLessThanOrEqual(54);
      }
    }
  });
});

test('every stage has its own word', () => {
  for (const language of languages) {
    const words = stageNames.map((stage) => stageBadge(kitFor(language), stage).word);
    expect(new Set(words).size).toBe(stageNames.length);
  }
});
