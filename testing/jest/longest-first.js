const { default: Sequencer } = require('@jest/test-sequencer');

/** Kinds of tests that take long, the longest first; each file is named by a part of its path. */
const LONG = [
  'test/faults/digest-run',
  'test/dev/gallery/drawn',
  'test/bot/hidden-everywhere',
  'test/faults/kill',
  'test/bot/rights',
  'test/bot/turns/every-turn',
  'test/delivery/messages-a-week',
  'test/main/refusals',
  'test/e2e/',
  'test/faults/storm',
  'test/bot/answers-in-a-storm',
  'test/bot/install-in-a-storm',
  'test/delivery/pacing/halt',
  'test/bot/handlers/idea/confidential',
  'test/main/',
  'test/store-check/',
  'test/faults/',
  'test/dev/gallery/',
  'test/dev/benchmarks/',
  'test/bot/stories/',
  'test/bot/hostile-input',
  'test/programs/show-deliveries',
  'test/app/silence',
  'test/cards/idea/idea-card-soundness',
  'test/cards/hostile-texts',
  'test/domain/idea/idea-properties',
  'test/bot/person/',
  'test/bot/handlers/',
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
