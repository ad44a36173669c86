import { alikeTo } from '../../../src/domain/obstacle/alike';
import type { ObstacleKind } from '../../../src/domain/obstacle/obstacle';

const stems = (line: string): string[] =>
  line
    .toLowerCase()
    .split(' ')
    .filter((word) => word.length > 3);
const obstacle = (id: string, line: string, kind: ObstacleKind = 'system') => ({ id, kind, words: { line } });
const alike = (line: string, ...others: ReturnType<typeof obstacle>[]) =>
  alikeTo(obstacle('0WN000', line), others, stems).map(({ id }) => id);

describe('obstacles that resemble one', () => {
  const near = obstacle('NEAR00', 'planeringssystem saknar koppling');

  it('say the same in the same words, whatever else they say', () => {
    expect(
      alike('hemtjänstens planeringssystem saknar larm', near, obstacle('FAR000', 'avtalet gäller till våren')),
    ).toEqual(['NEAR00']);
  });

  it('are at most three, those of the same kind first, and never the one itself', () => {
    const others = [
      obstacle('C00000', 'planeringssystem saknar koppling', 'money'),
      ...['D00000', 'B00000', 'A00000'].map((id) => obstacle(id, 'planeringssystem saknar koppling')),
      obstacle('0WN000', 'planeringssystem saknar koppling'),
    ];
    expect(alike('planeringssystem saknar koppling', ...others)).toEqual(['A00000', 'B00000', 'D00000']);
  });

  it('are none where nothing is said', () => {
    expect(alike('', near)).toEqual([]);
  });
});
