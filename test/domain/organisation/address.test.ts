import fc from 'fast-check';
import { addressIn } from '../../../src/domain/organisation/address';

const ANNA = 'anna.berg@soderhamra.example';

it.each([
  ['as it is', ANNA],
  ['in capitals', 'Anna.Berg@Soderhamra.EXAMPLE'],
  ['as a link', `mailto:${ANNA}`],
  ['as a link in capitals', `MAILTO:${ANNA}`],
  ['as a link with a subject', `mailto:${ANNA}?subject=Hej%20p%C3%A5%20dig&cc=bo@soderhamra.example`],
  ['as an encoded link', 'mailto:anna.berg%40soderhamra.example'],
  ['as a link in Markdown', `[${ANNA}](mailto:${ANNA})`],
  ['with a name', `Anna Berg <${ANNA}>`],
  ['with a name that has a comma', `"Berg, Anna (VOO)" <${ANNA}>;`],
  ['in single guillemets', `‹${ANNA}›`],
  ['in guillemets', `»${ANNA}«`],
  ['in quotation marks', `”${ANNA}”`],
  ['in apostrophes', `'${ANNA}'`],
  ['in brackets', `(${ANNA})`],
  ['at the end of a sentence', `${ANNA}.`],
  ['before a comma', `${ANNA},`],
  ['before a semicolon', `${ANNA};`],
  ['with white space', `  ${ANNA}\n`],
  ['with what cannot be seen', `\u200b${ANNA}\u2060\u00ad`],
  ['with a hard space', `\u00a0${ANNA}\u00a0`],
  ['twice the same', `${ANNA}; ${ANNA}`],
  ['after a word', `E-post: ${ANNA}`],
])('an address is read %s', (_how, text) => {
  expect(addressIn(text)).toBe(ANNA);
});

it.each(["o'brien@x.example", 'å.ö@kommun.example', 'a+b@x.example', 'anna_berg@sub.x.example', '_a@x.example'])(
  '%s is one',
  (address) => {
    expect(addressIn(address)).toBe(address);
  },
);

it.each([
  '',
  'Bo Ek',
  'bo.ek',
  '@',
  'bo@',
  '@soderhamra.example',
  'bo@soderhamra',
  'bo@soderhamra.',
  'bo@@soderhamra.example',
  'bo@ek@soderhamra.example',
  `${ANNA} bo.ek@soderhamra.example`,
  `${ANNA}, bo@`,
  'https://soderhamra.example',
  `${'a'.repeat(250)}@x.example`,
  `${' '.repeat(500)}${ANNA}`,
])('%j is none', (text) => {
  expect(addressIn(text)).toBeUndefined();
});

it('whatever the text, what is read is an address in lower case that reads as itself', () => {
  const part = fc.constantFrom(
    'anna',
    '@',
    '.',
    'x.example',
    '<',
    '>',
    ';',
    ',',
    ' ',
    'mailto:',
    '?',
    '%40',
    '‹',
    '"',
    'å',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const address = addressIn(parts.join(''));
      if (address === undefined) return;
      expect(address).toMatch(/^[^\s@|<>;,]+@[^\s@|<>;,]+\.[^\s@|<>;,]+$/);
      expect(addressIn(address)).toBe(address);
    }),
  );
});
