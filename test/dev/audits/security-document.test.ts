import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..', '..');

it('docs/SECURITY.md names tests and files that exist, and a test for each control', () => {
  const text = readFileSync(join(ROOT, 'docs', 'SECURITY.md'), 'utf8');
  const named = [...text.matchAll(/`((?:test|src)\/[\w./-]+)`/g)].map((match) => match[1] ?? '');
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  const controls = text
    .split('\n')
    .filter((line) => /^\| [^*]/.test(line) && !line.startsWith('| Control |') && line !== '| | |');
  expect(controls.filter((line) => !line.includes('`test/'))).toEqual([]);
});
