const whole = require('../../jest.config.js');

/**
 * `npm run test:fast`: rules, texts, cards and one turn, in less than a minute. What looks at everything there is (every
 * command in every standing, every card with every text) is for `npm test`.
 */
module.exports = {
  ...whole,
  rootDir: '../..',
  roots: ['domain', 'text', 'cards', 'bot'].map((folder) => `<rootDir>/test/${folder}`),
  testMatch: ['**/test/{domain,text,cards}/**/*.test.ts', '**/test/bot/bot.test.ts'],
  testPathIgnorePatterns: [
    'properties',
    'soundness',
    'hostile-texts',
    'form-errors',
    'largest-organisation',
    'decide-table',
    'next-steps',
    'calendar',
  ],
};
