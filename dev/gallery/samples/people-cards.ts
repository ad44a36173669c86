import type { ClaimSeen } from '../../../src/app/identity/claims';
import type { DepartmentLeaders } from '../../../src/app/person/find-leaders';
import type { MyData } from '../../../src/app/privacy/my-data';
import type { Kit } from '../../../src/cards/kit';
import { departmentPicker } from '../../../src/cards/person/department-picker';
import { leaderChoice, leaderNotFound, leaders } from '../../../src/cards/person/leaders';
import {
  accountAnswered,
  accountMoved,
  accountQuestion,
  ideasMovedOn,
  thinChain,
} from '../../../src/cards/person/notes';
import { postDisowned, postWelcome } from '../../../src/cards/person/post-welcome';
import { settings } from '../../../src/cards/person/settings';
import { welcome } from '../../../src/cards/person/welcome';
import { erased, erasing } from '../../../src/cards/privacy/erasing';
import { myData, myDataPage } from '../../../src/cards/privacy/my-data';
import type { Department } from '../../../src/domain/organisation/organisation';
import type { ThinChain } from '../../../src/domain/organisation/organisation-rules';
import { defaultPreferences, type Person } from '../../../src/domain/person/person';
import type { Post } from '../../../src/domain/person/posts';
import { postsOf } from '../../../src/domain/person/posts';
import { given, submitted } from '../../../testing/samples/idea/story';
import { without } from '../../../testing/samples/organisation/organisations';
import { type Content, typicalContent, unknownPlace } from '../../../testing/samples/text/content';
import { type CardRow, inOrganisation, samplesOf } from '../card-row';

const departmentOf = ({ directory }: Kit, code: string): Department => {
  const department = directory.department(code);
  if (!department) throw new Error(`The example organisation has no ${code}`);
  return department;
};

/** The leaders of a department, the first of them away. */
function found(kit: Kit, code: string): DepartmentLeaders {
  const department = departmentOf(kit, code);
  const [first, ...others] = department.leaders;
  const away = first ? [{ contact: first, awayUntil: '2026-12-01' }] : [];
  return {
    department,
    leaders: [...away, ...others.map((contact) => ({ contact }))],
    deputies: department.deputies,
  };
}

const leadersHere = (kit: Kit, code: string): DepartmentLeaders => {
  const department = departmentOf(kit, code);
  return { department, leaders: department.leaders.map((contact) => ({ contact })), deputies: department.deputies };
};

const person = ({ language }: Kit): Person => ({
  ...{ ref: 'pLEADER', name: 'Innovationsledare Vård', emails: ['innovationsledare.vard@soderhamra.example'] },
  ...{ language, languageChosen: true, preferences: defaultPreferences, welcomed: [], disowned: [] },
  ...{ department: 'VOO', unit: 'HTS', awayUntil: '2026-12-01' },
});
const newcomer = (kit: Kit): Person => {
  const { department: _d, unit: _u, awayUntil: _a, ...rest } = person(kit);
  return rest;
};

const leader: Post = { role: 'leader', department: 'VOO' };
const everyPost: Post[] = [
  leader,
  { role: 'deputy', department: 'MIL' },
  { role: 'manager', department: 'VOO', unit: 'HTS' },
  { role: 'office' },
];

/** No word, and so none that is misspelt. */
const REFERENCE = '0123456789';

/** What is stored of somebody who has submitted so many ideas. */
function dataOf(kit: Kit, { title, problem }: Content, ideas: number): MyData {
  const { idea, events } = given(submitted);
  const words = { title, problem };
  const part = {
    idea: { ...idea, words, submitter: REFERENCE },
    roles: new Set(['submitter'] as const),
    events: events.map((event) => ({ ...event, by: REFERENCE, words })),
    follows: false,
    reported: false,
  };
  return {
    at: '2026-11-26T09:00:00.000Z',
    stored: { person: { ...person(kit), ref: REFERENCE } },
    posts: postsOf(person(kit).emails, kit.directory),
    parts: Array.from({ length: ideas }, () => part),
    deliveries: [],
  };
}

const thin = (on: ThinChain['on'], count: number): ThinChain => ({
  ...{ index: 0, department: 'VOO', on },
  able: Array.from({ length: count }, (_, n) => `${n}@soderhamra.example`),
});

/** Somebody with a new account, as the office is asked about them. */
function claimed(kit: Kit, name: string): ClaimSeen {
  const as = (ref: string, objectId: string) => ({
    person: { ...person(kit), ref, name, identity: { tenant: 'tenant', objectId } },
    from: { rowKey: '', etag: '' },
  });
  const claim = { by: 'pNEW', of: 'pOLD', at: '2026-11-26T09:00:00.000Z', told: true, etag: '' };
  return { claim, by: as('pNEW', '0000-1204'), of: as('pOLD', '0000-9816') };
}

/** What the bot knows of people, and whom they turn to. */
export const peopleCards = {
  welcome: {
    view: 'welcome',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (kit) => welcome(kit, { department: 'VOO', unit: 'HTS' }),
      (kit) => welcome(inOrganisation(kit, without('VOO', 'leaders', 'deputies')), { department: 'VOO' }),
    ),
  },
  'welcome-newcomer': {
    view: 'welcome',
    command: 'settings',
    written: { sv: 'inställningar', en: 'settings' },
    samples: samplesOf(
      (kit) => welcome(kit, undefined),
      (kit) => welcome(kit, undefined),
    ),
  },
  'department-picker': {
    view: 'departmentPicker',
    command: 'settings',
    written: { sv: 'inställningar', en: 'settings' },
    samples: samplesOf(
      (kit) => departmentPicker(kit),
      (kit) => departmentPicker(kit),
    ),
  },
  'post-welcome': {
    view: 'postWelcome',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (kit) => postWelcome(kit, [leader]),
      (kit) => postWelcome(kit, [{ role: 'office' }]),
    ),
  },
  'post-welcome-several': {
    view: 'postWelcome',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (kit) => postWelcome(kit, everyPost),
      (kit) => postWelcome(kit, everyPost.slice(0, 2)),
    ),
  },
  'post-disowned': {
    view: 'postDisowned',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (kit) => postDisowned(kit, leader),
      (kit) => postDisowned(kit, { role: 'office' }),
    ),
  },
  'note-thin-chain': {
    view: 'thinChain',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (kit) => thinChain(kit, thin('ideas', 1), postsOf(['chef.vard@soderhamra.example'], kit.directory)),
      (kit) => thinChain(kit, thin('money', 0), postsOf([], kit.directory)),
    ),
  },
  'note-moved-on': {
    view: 'ideasMovedOn',
    command: 'queue',
    written: { sv: 'min tur', en: 'my turn' },
    samples: samplesOf(
      (kit) => ideasMovedOn(kit, 12),
      (kit) => ideasMovedOn(kit, 1),
    ),
  },
  'note-account': {
    view: 'accountQuestion',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (kit, { names }) => accountQuestion(kit, claimed(kit, names.get('pSUBMITTER') ?? ''), '2026-12-26'),
      (kit) => accountQuestion(kit, claimed(kit, '?'), '2026-12-26'),
    ),
  },
  'note-account-answered': {
    view: 'accountAnswered',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (kit, { names }) => accountAnswered(kit, { kind: 'moved', name: names.get('pSUBMITTER') ?? '' }),
      (kit) => accountAnswered(kit, { kind: 'gone', name: '' }),
    ),
  },
  'note-account-moved': {
    view: 'accountMoved',
    command: 'mine',
    written: { sv: 'mina idéer', en: 'my ideas' },
    samples: samplesOf(
      (kit) => accountMoved(kit),
      (kit) => accountMoved(kit),
    ),
  },
  settings: {
    view: 'settings',
    command: 'settings',
    written: { sv: 'inställningar', en: 'settings' },
    samples: samplesOf(
      (kit) => settings(kit, person(kit), [leader, { role: 'manager', department: 'VOO' }]),
      (kit) => settings(kit, newcomer(kit), []),
    ),
  },
  'settings-saved': {
    view: 'settings',
    command: 'settings',
    written: { sv: 'inställningar', en: 'settings' },
    samples: samplesOf(
      (kit) => settings(kit, person(kit), [], 'saved'),
      (kit) => settings(kit, newcomer(kit), [leader], 'dateNotAhead'),
    ),
  },
  'my-data': {
    view: 'myData',
    command: 'myData',
    written: { sv: 'mina uppgifter', en: 'my data' },
    samples: samplesOf(
      (kit, { content }) => myData(kit, dataOf(kit, content, 2)),
      (kit) => myData(kit, dataOf(kit, typicalContent(kit.language), 0)),
    ),
  },
  'my-data-page': {
    view: 'myDataPage',
    command: 'myData',
    written: { sv: 'mina uppgifter', en: 'my data' },
    samples: samplesOf(
      (kit, { content }) => myDataPage(kit, dataOf(kit, content, 2), 0),
      (kit) => myDataPage(kit, dataOf(kit, typicalContent(kit.language), 0), 0),
    ),
  },
  'erase-me': {
    view: 'erasing',
    command: 'eraseMe',
    written: { sv: 'ta bort mina uppgifter', en: 'erase my data' },
    samples: samplesOf(
      (kit) => erasing(kit, []),
      (kit) => erasing(kit, everyPost),
    ),
  },
  'erase-me-done': {
    view: 'erased',
    command: 'eraseMe',
    written: { sv: 'ta bort mina uppgifter', en: 'erase my data' },
    samples: samplesOf(
      (kit) => erased(kit, true),
      (kit) => erased(kit, false),
    ),
  },
  leaders: {
    view: 'leaders',
    command: 'leader',
    written: { sv: 'ledare vård', en: 'leader care' },
    samples: samplesOf(
      (kit) => leaders(kit, leadersHere(kit, 'VOO')),
      (kit) => leaders(kit, { department: departmentOf(kit, 'VOO'), leaders: [], deputies: [] }),
    ),
  },
  'leaders-away': {
    view: 'leaders',
    command: 'leader',
    written: { sv: 'innovationsledare', en: 'leader' },
    samples: samplesOf(
      (kit) => leaders(kit, found(kit, 'VOO')),
      (kit) => leaders(kit, { department: departmentOf(kit, 'MIL'), leaders: [], deputies: [] }),
    ),
  },
  'leader-choice': {
    view: 'leaderChoice',
    command: 'leader',
    written: { sv: 'ledare skola', en: 'leader school' },
    samples: samplesOf(
      (kit) =>
        leaderChoice(
          kit,
          ['UTB', 'MIL', 'SBK'].map((code) => ({ department: departmentOf(kit, code), nearness: 'word' })),
        ),
      (kit) =>
        leaderChoice(
          kit,
          kit.directory.departments.map((department) => ({ department, nearness: 'word' })),
        ),
    ),
  },
  'leader-not-found': {
    view: 'leaderNotFound',
    command: 'leader',
    written: { sv: 'ledare rymden', en: 'leader space' },
    samples: samplesOf(
      (kit, { content }) =>
        leaderNotFound(kit, content.title.length > 40 ? content.title : unknownPlace[kit.language], [
          departmentOf(kit, 'MIL'),
          departmentOf(kit, 'UTB'),
        ]),
      (kit) => leaderNotFound(kit, '?', []),
    ),
  },
} satisfies Record<string, CardRow>;
