import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const notOurs = /^(?:node_modules|dist|\.git|test-results)(?:\/|$)/;
/** Files of packages, and a folder that a build makes. */
const elsewhere = ['Application.js', 'dist'];

const documents = ['docs', 'bench', '.'].flatMap((folder) =>
  readdirSync(join(ROOT, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name)),
);

/** Every file and folder of the repository, by its whole path and by each end of it. */
function pathEnds(): Set<string> {
  const ends = new Set<string>();
  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (notOurs.test(path)) continue;
      const parts = path.split('/');
      for (const at of parts.keys()) ends.add(parts.slice(at).join('/'));
      if (entry.isDirectory()) walk(path);
    }
  };
  walk('');
  return ends;
}

test.each(documents)('%s names no file or folder that is not there', (document) => {
  const ends = pathEnds();
  const text = readFileSync(join(ROOT, document), 'utf8');
  const named = [...text.matchAll(/`([\w.-]+(?:\/[\w.-]+)*\/?)`/g)].map(([, path = '']) => path);
  const paths = named.filter((path) => /\.(?:ts|js|json)$|\/$/.test(path)).map((path) => path.replace(/\/$/, ''));
  expect(paths.filter((path) => !ends.has(path) && !elsewhere.includes(path))).toEqual([]);
});
