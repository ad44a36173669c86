import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scripts } from '../../package.json';

const guide = readFileSync(join(__dirname, '../../CONTRIBUTING.md'), 'utf8');

test.each(Object.keys(scripts))('CONTRIBUTING.md says what npm run %s is for', (name) => {
  expect(guide).toContain(`\`${name}\``);
});
