/** What people may write where words, a sum or hours, or a day are asked for: some of it fits. */
export const TEXTS = [
  'Cyklar',
  'Därför.',
  ' Sex\r\npersoner ',
  'a\u0000b\u202Ec\uD83D',
  '👩🏽‍🚒',
  '',
  ' \u200B',
  'å'.repeat(4001),
];
export const SUMS = ['0', '50 000 kr', '200000', '', 'mycket', '-1'];
export const NO_NUMBERS = [0, -1, 0.5, Number.NaN];
export const DATES = ['', 'snart', '2026-02-30', '9999-12-31'];
