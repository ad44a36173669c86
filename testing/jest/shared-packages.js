const { createRequire } = require('node:module');
const { default: Runtime } = require('jest-runtime');

/**
 * Of these no test changes anything, and none of them remembers anything between two uses. Not zod: what it makes is compared with
 * what is made inside, and an object of another realm is another one to `isDeepStrictEqual`.
 */
const SHARED =
  /^(@azure\/|@microsoft\/teams-ai|botbuilder|botframework-|restify|adaptive-expressions|adaptivecards-templating|intl-messageformat|fast-check|jsonwebtoken)/;

/**
 * Jest's runtime, in which the heaviest packages are loaded once for all files that a worker runs, outside the sandbox. To
 * load them anew took two seconds of processor time for each of the 200 files that start a bot.
 */
module.exports = class SharedPackages extends Runtime {
  requireModuleOrMock(from, moduleName) {
    return SHARED.test(moduleName) ? createRequire(from)(moduleName) : super.requireModuleOrMock(from, moduleName);
  }
};
