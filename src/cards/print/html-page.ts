import { type Language, languages } from '../../domain/languages.js';

/**
 * Pages that people save, print and keep: one file each, which asks nothing of any other place and runs nothing. Whatever is
 * text in it is escaped here, so that nobody's words are ever read as a part of the page.
 */
export interface Html {
  readonly html: string;
}
/** What stands in an element: others, and text. */
export type Content = Html | string | readonly Content[];

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** What no page may hold: control signs but for tabs and line breaks, and halves of a sign. */
const UNFIT = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
const BREAKS = '\t\n\r';

const escaped = (text: string): string =>
  text
    .replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
    .replace(UNFIT, (sign) => (BREAKS.includes(sign) ? sign : '\uFFFD'));

const written = (content: Content): string => {
  if (typeof content === 'string') return escaped(content);
  return 'html' in content ? content.html : content.map(written).join('');
};

/** An element with its attributes; a name is never somebody's words. */
export function element(name: string, attributes: Readonly<Record<string, string>>, ...content: Content[]): Html {
  const given = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`);
  return { html: `<${name}${given.join('')}>${written(content)}</${name}>` };
}

/** A picture that lies in the page itself. */
export const picture = (type: string, bytes: Uint8Array, alt: string): Html => ({
  html: `<img alt="${escaped(alt)}" src="data:${escaped(type)};base64,${Buffer.from(bytes).toString('base64')}">`,
});

/** Somebody's words with their paragraphs and line breaks. */
export const proseOf = (text: string): Html[] =>
  text
    .split(/\n\s*\n/)
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [first = '', ...rest] = part.trim().split('\n');
      return element('p', {}, first, ...rest.flatMap((line): Content[] => [{ html: '<br>' }, line]));
    });

/** A part of a page under its heading, which names it for whoever hears the page read. */
export const part = (heading: string, ...content: Content[]): Html =>
  element('section', {}, element('h2', {}, heading), ...content);

/** Labels and what stands for each, a line for each label. */
export const facts = (caption: string, rows: readonly { label: string; values: Content }[]): Html =>
  element(
    'table',
    { class: 'facts' },
    element('caption', {}, caption),
    element(
      'tbody',
      {},
      rows.map(({ label, values }) =>
        element('tr', {}, element('th', { scope: 'row' }, label), element('td', {}, values)),
      ),
    ),
  );

/** Rows under the names of their columns, which stand anew on each printed page. */
export const table = (caption: string, columns: readonly string[], rows: readonly (readonly Content[])[]): Html =>
  element(
    'table',
    {},
    element('caption', {}, caption),
    element(
      'thead',
      {},
      element(
        'tr',
        {},
        columns.map((name) => element('th', { scope: 'col' }, name)),
      ),
    ),
    element(
      'tbody',
      {},
      rows.map((cells) =>
        element(
          'tr',
          {},
          cells.map((cell) => element('td', {}, cell)),
        ),
      ),
    ),
  );

/** Black on white, for paper and for whoever sees little; colours say nothing here. */
const STYLE = `
@page { size: A4; margin: 20mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 50rem; padding: 1.5rem; font: 1rem/1.5 "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #111; background: #fff; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .5rem; overflow-wrap: anywhere; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; break-after: avoid; }
h3 { font-size: 1rem; margin: 1rem 0 .25rem; break-after: avoid; }
p { margin: 0 0 .5rem; overflow-wrap: anywhere; }
.lead { color: #333; }
table { width: 100%; border-collapse: collapse; table-layout: auto; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
th, td { text-align: left; vertical-align: top; padding: .35rem .6rem .35rem 0; border-bottom: 1px solid #bbb; overflow-wrap: anywhere; }
th { font-weight: 600; }
table:not(.facts) td:first-child { white-space: nowrap; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
table.facts th { width: 12rem; }
footer { margin-top: 2rem; padding-top: .5rem; border-top: 1px solid #bbb; font-size: .9rem; break-inside: avoid; }
img { max-width: 100%; max-height: 22rem; }
@media print { body { max-width: none; padding: 0; font-size: 10pt; } }
@media (max-width: 30rem) { body { padding: 1rem; } table { font-size: .8rem; } table.facts th { width: 8rem; } }
`;

/** What no page of ours ever needs: whatever might get into one all the same could fetch and run nothing. */
const POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";

/** A whole page. `title` is what a list of files and a screen reader call it; `about` what may be said of it in a catalogue. */
export function htmlPage(
  { language, title, about, madeAt }: { language: Language; title: string; about: string; madeAt: string },
  ...content: Content[]
): string {
  const meta = (name: string, value: string) => `<meta name="${name}" content="${escaped(value)}">\n`;
  return [
    `<!DOCTYPE html>\n<html lang="${languages[language].locale}">\n<head>\n<meta charset="utf-8">\n`,
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">\n`,
    meta('viewport', 'width=device-width, initial-scale=1'),
    meta('description', about),
    meta('date', madeAt),
    meta('robots', 'noindex'),
    `<title>${escaped(title)}</title>\n<style>${STYLE}</style>\n</head>\n<body>\n`,
    element('main', {}, ...content).html,
    '\n</body>\n</html>\n',
  ].join('');
}
