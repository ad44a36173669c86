/** What people may write: everything here must be shown as it was typed. */
export const hostile = [
  '${title} $root ${`x`}',
  '**fet** _kursiv_ [x](javascript:alert(1)) # rubrik',
  '<at>Alla</at> <b>x</b> &amp; {{x}} {{DATE(2026-01-01)}}',
  'مرحبا بالعالم',
  '"citat" \'apostrof\' C:\\mapp\\n {count, plural, one {#} other {#}}',
].join(' ');

/** A word that no line can break, and Swedish ones. */
export const longWord = (length: number): string =>
  'Äldreomsorgsförvaltningsövergripande'.repeat(Math.ceil(length / 36)).slice(0, length);
