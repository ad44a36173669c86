import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageCodes } from '../../src/domain/languages';
import { texts } from '../../src/text/index';

const folderOf = (code: string) => join(__dirname, '../../src/text', code);
const filesOf = (code: string) =>
  readdirSync(folderOf(code), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));

it.each(languageCodes)('every file of %s is read, and no key stands in two of them', (code) => {
  const keys = filesOf(code).flatMap((file) =>
    Object.keys(JSON.parse(readFileSync(join(folderOf(code), file), 'utf8'))),
  );
  expect(keys.sort()).toEqual(Object.keys(texts[code]).sort());
});

it('the files of all languages have the same names', () => {
  const [first = [], ...others] = languageCodes.map((code) => filesOf(code).sort());
  for (const files of others) expect(files).toEqual(first);
});

it.each(languageCodes)('the keys of each file of %s are in the order of the alphabet', (code) => {
  for (const file of filesOf(code)) {
    const keys = Object.keys(JSON.parse(readFileSync(join(folderOf(code), file), 'utf8')));
    expect({ file, keys }).toEqual({ file, keys: [...keys].sort() });
  }
});
