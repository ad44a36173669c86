import { howItBecame } from '../../../src/cards/telling/how-it-became';
import { printed, printedTogether } from '../../../src/cards/telling/printed';
import type { Role } from '../../../src/domain/idea/policy';
import { contextFor } from '../../../testing/samples/card-context';
import { explore, given, leader, reportDone, submit, submitter } from '../../../testing/samples/idea/story';
import { allHostile } from '../../../testing/samples/text/hostile-texts';

const told = (text: string) => ({ title: text, lead: text, parts: [{ heading: text, text }], end: text });

describe('how an idea became', () => {
  it('is half a page, however much has been written', () => {
    const long = 'Bilarna räcker inte på morgonen. '.repeat(25);
    const { idea } = given([submitter, submit({}, { problem: long })], [leader, explore], [leader, reportDone(long)]);
    const reader = { ref: '', roles: new Set<Role>() };
    const { parts } = howItBecame(contextFor('sv'), { idea, reader, names: new Map() });
    expect(parts.length).toBeGreaterThan(1);
    for (const { text } of parts) expect(text.length).toBeLessThanOrEqual(280);
  });
});

describe('a printed text', () => {
  it('is one page with its language, its title, headings in their order, and nothing that is fetched', () => {
    const html = printed(contextFor('sv'), {
      ...{ title: 'Cykelpool', lead: 'En idé som används.', end: 'Vård och omsorg' },
      parts: [{ heading: 'Behovet', text: 'Bilarna räcker inte.\nInte på morgonen.' }],
    });
    expect(html).toContain('<html lang="sv-SE">');
    expect(html).toContain('<title>Cykelpool</title>');
    expect(html.match(/<h\d/g)).toEqual(['<h1', '<h2']);
    expect(html).toContain('<p>Bilarna räcker inte.<br>Inte på morgonen.</p>');
    expect(html).not.toMatch(/https?:|src=|<script|<link|url\(/);
  });

  it('shows as text whatever somebody has written', () => {
    for (const text of allHostile) {
      const pages = [
        printed(contextFor('sv'), told(text)),
        printedTogether(contextFor('en'), { title: text, lead: text, end: text, all: [told(text)] }),
      ];
      for (const html of pages) {
        const tags = [...html.matchAll(/<\/?([a-z0-9!]+)/gi)].map(([, name]) => name?.toLowerCase());
        expect(new Set(tags)).toEqual(new Set(tags.filter((name) => KNOWN.has(name ?? ''))));
      }
    }
  });

  it('holds several under one title, each under its own', () => {
    const html = printedTogether(contextFor('sv'), {
      ...{ title: 'Årets lärdomar', lead: 'Två.', end: '' },
      all: [told('Ett'), told('Två')],
    });
    expect(html.match(/<h\d/g)).toEqual(['<h1', '<h2', '<h3', '<h2', '<h3']);
  });
});

const KNOWN = new Set([
  ...['!doctype', 'html', 'head', 'meta', 'title', 'style', 'body', 'main', 'section', 'footer'],
  ...['h1', 'h2', 'h3', 'p', 'br'],
]);
