import type { Language } from '../../domain/languages.js';
import type { OutwardText } from './outward-text.js';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replace(/[&<>"']/g, (letter) => escapes[letter] ?? letter);

/** For screen and paper; nothing is fetched, so that it reads the same wherever it is kept. */
const STYLE = `
body { font-family: "Segoe UI", Arial, sans-serif; line-height: 1.5; color: #1b1b1b; background: #fff; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 1.4rem 0 .2rem; break-after: avoid; }
h3 { font-size: 1rem; margin: .8rem 0 0; break-after: avoid; }
p { margin: .2rem 0 .6rem; }
.lead { font-size: 1.1rem; }
footer { margin-top: 2rem; border-top: 1px solid #6b6b6b; padding-top: .5rem; font-size: .9rem; }
@media print { body { margin: 0; max-width: none; } @page { margin: 2cm; } }
`.trim();

const paragraphsOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => `<p>${escaped(line)}</p>`)
    .join('\n');

const page = (language: Language, title: string, body: string, end: string): string =>
  `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
<footer>
${paragraphsOf(end)}
</footer>
</body>
</html>
`;

/** A told text as one page that opens in every browser, and prints as it is. */
export const printed = (language: Language, { title, lead, parts, end }: OutwardText): string =>
  page(
    language,
    title,
    [
      `<p class="lead">${escaped(lead)}</p>`,
      ...parts.map(({ heading, text }) => `<h2>${escaped(heading)}</h2>\n${paragraphsOf(text)}`),
    ].join('\n'),
    end,
  );

/** Several of them under one title: a booklet. */
export const printedTogether = (
  language: Language,
  { title, lead, end, all }: Pick<OutwardText, 'title' | 'lead' | 'end'> & { all: readonly OutwardText[] },
): string =>
  page(
    language,
    title,
    [
      `<p class="lead">${escaped(lead)}</p>`,
      ...all.map((one) =>
        [
          `<section>\n<h2>${escaped(one.title)}</h2>`,
          ...paragraphsOf(one.lead).split('\n'),
          ...one.parts.map(({ heading, text }) => `<h3>${escaped(heading)}</h3>\n${paragraphsOf(text)}`),
          '</section>',
        ].join('\n'),
      ),
    ].join('\n'),
    end,
  );
