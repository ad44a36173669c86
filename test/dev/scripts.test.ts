import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scripts } from '../../package.json';

const guide = readFileSync(join(__dirname, '../../CONTRIBUTING.md'), 'utf8');
const [, section = ''] = guide.split('## The scripts\n');
const rows = [...section.matchAll(/^\| `([^`]+)` \| (.+) \|$/gm)].map(([, name = '', what = '']) => ({ name, what }));

test('CONTRIBUTING.md says what each script is for, and of none that there is not', () => {
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(scripts).sort());
  expect(rows.filter(({ what }) => what.length < 10)).toEqual([]);
});
