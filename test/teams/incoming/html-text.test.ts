import fc from 'fast-check';
import { decoded, textOfHtml } from '../../../src/teams/incoming/html-text';

const read = (html: string) => textOfHtml(html, { quotes: false, mentions: new Set(['idélotsen']) });

it.each([
  ['<div>Vi borde ha fler bänkar</div>', 'Vi borde ha fler bänkar'],
  ['<p>Ett</p><p>Två</p>', 'Ett\nTvå'],
  ['<p>Ett</p>\r\n<p>&nbsp;</p>\r\n<p>Två</p>', 'Ett\n\nTvå'],
  ['Ett<br>Två<br/>Tre', 'Ett\nTvå\nTre'],
  ['<ul><li>bänkar</li><li>bord</li></ul>', 'bänkar\nbord'],
  ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ['<p>fler <strong>b&auml;nkar</strong>  vid\n sjön</p>', 'fler bänkar vid sjön'],
  ['<p>a &lt; b &amp;amp; c</p>', 'a < b &amp; c'],
  ['<p>&#229;&#xE4;&ouml;&nbsp;&unknown;</p>', 'åäö &unknown;'],
  ['<p><at id="0">Idélotsen</at>&nbsp;hjälp</p>', 'hjälp'],
  ['<p><at id="0">Anna Berg</at> har en idé</p>', 'Anna Berg har en idé'],
  ['<p title="a>b">c</p>', 'c'],
  ["<p title='a>b'>c</p>", 'c'],
  ['<p ">c</p>', 'c'],
  ['<p>hej <img itemtype="http://schema.skype.com/Emoji" alt="👍" src="x"></p>', 'hej 👍'],
  ['<p>hej <img src="x" alt="bild"></p>', 'hej'],
  ['a<!-- b --><!---->c', 'ac'],
  ['a<!-- b', 'a'],
  ['a<script>b()</script><style>c{}</style>d', 'ad'],
  ['a<SCRIPT>if (a < b) c("</p>")</SCRIPT >d', 'ad'],
  ['a<script>b', 'a'],
  ['5 < 6 och 7 <8', '5 < 6 och 7 <8'],
  ['<p>inte slut', 'inte slut'],
  ['inte <b slut', 'inte <b slut'],
  ['</p></at></blockquote>ord', 'ord'],
  ['<at>Idélotsen</p>ord', 'Idélotsen\nord'],
  ['', ''],
  ['<', '<'],
  ['<>', '<>'],
])('%j says %j', (html, words) => {
  expect(read(html)).toBe(words);
});

it('leaves out what is quoted, also in each other and where it never ends', () => {
  const own = (html: string) => textOfHtml(html, { quotes: true, mentions: new Set() });
  expect(own('<blockquote itemid="1"><b>Anna</b><p>Varför?</p></blockquote><p>Därför</p>')).toBe('Därför');
  expect(own('<blockquote>a<blockquote>b</blockquote>c</blockquote>d')).toBe('d');
  expect(own('a<blockquote>b')).toBe('a');
  expect(read('<blockquote>mina egna ord</blockquote>')).toBe('mina egna ord');
});

it('reads entities once, and leaves what is none', () => {
  expect(decoded('&amp;lt; &lt;b&gt; &#0; &#x110000; &#xD800; & &; &constructor; &AMP;')).toBe(
    '&lt; <b> &#0; &#x110000; \uFFFD & &; &constructor; &AMP;',
  );
});

it.each([
  ['open tags', '<p>'],
  ['signs', '<'],
  ['tags that never end', '<a '],
  ['quotes that never end', '<a b="'],
  ['quotes of both kinds', '<a b="\'<a b=\'"'],
  ['comments that never end', '<!--'],
  ['scripts that never end', '<script>'],
  ['scripts', '<script></script>'],
  ['ends of scripts', '</script'],
  ['mentions', '<at>'],
  ['entities that never end', '&#'],
  ['entities', '&amp;'],
  ['white space', ' \n'],
])('100 kB of %s take no longer than a moment', (_what, piece) => {
  const html = piece.repeat(Math.ceil(100_000 / piece.length));
  const before = performance.now();
  read(html);
  expect(performance.now() - before).toBeLessThan(500);
});

it('whatever the HTML, no words of a paragraph are lost, and no tag comes through', () => {
  const piece = fc.constantFrom('<p>', '</p>', '<br>', '<b x="1">', '</b>', '<li>', '&amp;', '&lt;', ' ', 'ord', 'å');
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const letters = pieces.filter((one) => one === 'ord' || one === 'å').join('');
      const words = read(pieces.join(''));
      expect(words.replace(/[\s&<]/g, '')).toBe(letters);
      expect(words).not.toContain('<p>');
    }),
  );
});
