/**
 * `npm run test:node24`: tests on the newest Node LTS, with Jest's own arguments. npx goes on with this machine's own Node,
 * without a word, where it could not install the other one: that is an error here.
 */
const [major] = process.versions.node.split('.');
if (major !== '24') {
  console.error(`These tests are for Node 24, and this is ${process.version}: see why npx did not install node@24.`);
  process.exit(1);
}
require('jest/bin/jest');
