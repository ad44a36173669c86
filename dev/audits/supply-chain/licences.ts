import { type Installed, installed, type Lock } from './tree.js';

/** Licences under which anybody may use and pass on what the running bot is made of. */
const FREE = [
  '(AFL-2.1 OR BSD-3-Clause)',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'Unlicense',
];
/** Further ones, of tools that are not passed on. */
const FREE_FOR_TOOLS = [
  ...FREE,
  '(ISC AND CC-BY-3.0)',
  '(MIT OR CC0-1.0)',
  'Apache-2.0 AND MIT',
  'CC-BY-4.0',
  'MIT OR Apache-2.0',
  'MPL-2.0',
  'Microsoft pre-release software licence',
  'PSF-2.0',
];

/** What packages say in their own texts and not in the field that npm reads, each looked up there. */
const SAID_ELSEWHERE: readonly { name: RegExp; license: string }[] = [
  { name: /^@biomejs\/cli-/, license: 'MIT OR Apache-2.0' },
  { name: /^@microsoft\/m365agentsplayground$/, license: 'Microsoft pre-release software licence' },
  { name: /^@swc\/core-/, license: 'Apache-2.0 AND MIT' },
  { name: /^@unrs\/resolver-binding-/, license: 'MIT' },
  { name: /^(cldrjs|escape-regexp-component|jspath|uri-templates)$/, license: 'MIT' },
];

const licenceOf = ({ name, license }: Installed): string =>
  SAID_ELSEWHERE.find((one) => one.name.test(name))?.license ?? license ?? 'unknown';

/** Packages whose licence is unknown, or none that we may use them under. */
export const unlicensed = (lock: Lock): string[] =>
  installed(lock)
    .filter((one) => !(one.dev ? FREE_FOR_TOOLS : FREE).includes(licenceOf(one)))
    .map((one) => `${one.name} ${one.version}: ${licenceOf(one)}`);

/** docs/LICENCES.md: every package by its licence, first what the bot runs with. */
export function licenceList(lock: Lock): string {
  const all = installed(lock);
  return [
    '# Licences of what is installed',
    '',
    'Made from package-lock.json by `npm run supply-chain -- --write`; a test fails when it is out of date.',
    ...section(
      'The running bot',
      all.filter(({ dev }) => !dev),
    ),
    ...section(
      'Tools for development and tests, no part of the running bot',
      all.filter(({ dev }) => dev),
    ),
    '',
  ].join('\n');
}

function section(title: string, packages: Installed[]): string[] {
  const licences = [...new Set(packages.map(licenceOf))].sort();
  return [
    '',
    `## ${title}`,
    ...licences.flatMap((licence) => {
      const names = packages
        .filter((one) => licenceOf(one) === licence)
        .map(({ name, version }) => `${name} ${version}`);
      return ['', `### ${licence} (${names.length})`, '', names.join(', ')];
    }),
  ];
}
