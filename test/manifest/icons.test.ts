import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';

const ROOT = join(__dirname, '..', '..');
const MANIFEST = join(ROOT, 'manifest');

const load = (file: string) => PNG.sync.read(readFileSync(join(MANIFEST, file)));
const pixels = ({ width, height, data }: PNG) =>
  Array.from({ length: width * height }, (_, i) => [...data.subarray(i * 4, i * 4 + 4)]);

describe('the colour icon', () => {
  const icon = load('color.png');

  it('is 192 × 192 pixels and opaque everywhere', () => {
    expect([icon.width, icon.height]).toEqual([192, 192]);
    expect(pixels(icon).filter(([, , , opacity]) => opacity !== 255)).toEqual([]);
  });

  it('has the accent colour as its ground outside the 120 × 120 pixels in the middle', () => {
    const { accentColor } = JSON.parse(readFileSync(join(MANIFEST, 'manifest.json'), 'utf8'));
    const isInTheMiddle = (i: number) => [i % 192, Math.floor(i / 192)].every((at) => at >= 36 && at < 156);
    const ground = pixels(icon).filter((_, i) => !isInTheMiddle(i));
    const colours = new Set(ground.map((pixel) => `#${Buffer.from(pixel.slice(0, 3)).toString('hex').toUpperCase()}`));
    expect([...colours]).toEqual([accentColor]);
  });
});

describe('the outline icon', () => {
  const icon = load('outline.png');

  it('is 32 × 32 pixels, white on a transparent ground', () => {
    expect([icon.width, icon.height]).toEqual([32, 32]);
    const visible = pixels(icon).filter(([, , , opacity]) => opacity !== 0);
    expect(visible.length).toBeGreaterThan(100);
    expect(visible.length).toBeLessThan(32 * 32);
    expect(visible.filter(([red, green, blue]) => red !== 255 || green !== 255 || blue !== 255)).toEqual([]);
  });
});

describe('dev/packaging/icons.ts', () => {
  it('draws exactly these icons', () => {
    const scratch = mkdtempSync(join(tmpdir(), 'idelotsen-icons-'));
    const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'dev/packaging/icons.ts', scratch], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    for (const file of ['color.png', 'outline.png']) {
      const drawn = PNG.sync.read(readFileSync(join(scratch, file)));
      expect(drawn.data.equals(load(file).data)).toBe(true);
    }
    rmSync(scratch, { recursive: true });
  });
});
