const { default: Sequencer } = require('@jest/test-sequencer');

/** Kinds of tests that take long, the longest first; each file is named by a part of its path. */
const LONG = [
  'test/faults/digest-run',
  'test/dev/gallery/drawn',
  'test/faults/kill',
  'test/bot/rights',
  'test/e2e/',
  'test/main/refusals',
  'test/dev/gallery/',
  'test/faults/',
  'test/bot/stories/',
  'test/bot/hostile-input',
  'test/domain/idea/idea-properties',
  'test/cards/idea/idea-card-soundness',
  'test/cards/hostile-texts',
  'test/main/',
  'test/store-check/',
];

/** On a clean checkout Jest knows no times, and what takes long would begin when everything else has ended. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const at = LONG.findIndex((part) => path.includes(part));
      return at < 0 ? LONG.length : at;
    };
    return [...super.sort(tests)].sort((one, other) => rank(one) - rank(other));
  }
};
