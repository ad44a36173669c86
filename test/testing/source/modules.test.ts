import { importCircles, importGraph, moduleOf } from '../../../testing/source/modules';

describe('a source', () => {
  it('is read without its comments', () => {
    const { code } = moduleOf(
      'a.ts',
      "const u = 'https://x.example'; // console.log\n/* from 'b' */ export type T = string;",
    );
    expect(code).toContain("'https://x.example'");
    expect(code).toContain('type T');
    expect(code).not.toMatch(/console|from/);
  });

  it('is read with every kind of import', () => {
    const { imports } = moduleOf(
      'x.ts',
      `import a from 'a'; export { b } from 'b'; export * from "c"; import 'd'; import type { E } from 'e';
       import f = require('f'); type G = import('g').G; const h = () => import('h'); const i = require('i');`,
    );
    expect(imports).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']);
  });

  it('is read with what it takes by name, and without types', () => {
    const { names } = moduleOf(
      'x.ts',
      `import a, { b as c, type D, e } from 'x'; import type { F } from 'f'; import * as g from 'g';
       export { h as i, type J } from 'h'; export * from 'k'; export { c };`,
    );
    expect(names).toEqual(['default', 'b', 'e', '*', 'h', '*']);
  });

  it('is read with what its functions take and give', () => {
    const { functions } = moduleOf(
      'x.ts',
      `export function drawn(context: CardContext, of?: readonly Idea[]): Drawn { return context.draw(of); }
       export const added = ({ card }: { card: Drawn }): Drawn => card;
       function inside(): Drawn { return {}; }
       export const many = (context: CardContext): Drawn[] => [];`,
    );
    expect(functions).toEqual([
      { name: 'drawn', takes: ['CardContext', 'Idea'], returns: 'Drawn' },
      { name: 'added', takes: ['Drawn'], returns: 'Drawn' },
      { name: 'many', takes: ['CardContext'], returns: undefined },
    ]);
  });
});

it('files that import each other are found, however far around, and others are not', () => {
  const graph = importGraph([
    moduleOf('a.ts', "import './room/b.js'; import 'node:fs';"),
    moduleOf('room/b.ts', "import type { C } from './c.js'; import './missing.js';"),
    moduleOf('room/c.ts', "type A = import('../a.js').A;"),
    moduleOf('d.ts', "import './a.js'; import './self';"),
    moduleOf('self.ts', "import './self.js'; import data from './data.json';"),
  ]);
  expect(graph.get('room/b.ts')).toEqual(['room/c.ts']);
  expect(importCircles(graph)).toEqual([['a.ts', 'room/b.ts', 'room/c.ts'], ['self.ts']]);
});
