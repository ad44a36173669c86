import type { DepartmentLeaders } from '../../../../src/app/person/find-leaders';
import type { CardContext } from '../../../../src/cards/card-context';
import { fileFault } from '../../../../src/cards/organisation/file-fault';
import { departmentPicker } from '../../../../src/cards/person/department-picker';
import { leaderChoice, leaderNotFound, leaders } from '../../../../src/cards/person/leaders';
import { ideasMovedOn, thinChain } from '../../../../src/cards/person/notes';
import { departmentMerged, postCame, postLeft, unitsMoved } from '../../../../src/cards/person/passed-posts';
import { postDisowned, postWelcome } from '../../../../src/cards/person/post-welcome';
import { settings } from '../../../../src/cards/person/settings';
import { welcome } from '../../../../src/cards/person/welcome';
import { workplaceQuestion } from '../../../../src/cards/person/workplace-question';
import type { Department } from '../../../../src/domain/organisation/organisation';
import type { ThinChain } from '../../../../src/domain/organisation/organisation-rules';
import { defaultPreferences, type Person } from '../../../../src/domain/person/person';
import type { Post } from '../../../../src/domain/person/posts';
import { postsOf } from '../../../../src/domain/person/posts';
import { without } from '../../../../testing/samples/organisation/organisations';
import { faultyFile, unknownPlace } from '../../../../testing/samples/text/content';
import { type CardRow, inOrganisation, samplesOf } from '../../card-row';

const departmentOf = ({ directory }: CardContext, code: string): Department => {
  const department = directory.department(code);
  if (!department) throw new Error(`The example organisation has no ${code}`);
  return department;
};

/** A file that is left out for so many faults. */
const faulty = (count: number) => ({
  ...faultyFile,
  count,
  faults: Array.from({ length: Math.min(count, 3) }, (_, n) => ({
    ...faultyFile.fault,
    path: `departments[${n}].headcount`,
  })),
});

/** The leaders of a department, the first of them away. */
function found(context: CardContext, code: string): DepartmentLeaders {
  const department = departmentOf(context, code);
  const [first, ...others] = department.leaders;
  const away = first ? [{ contact: first, awayUntil: '2026-12-01' }] : [];
  return {
    department,
    leaders: [...away, ...others.map((contact) => ({ contact }))],
    deputies: department.deputies,
  };
}

const leadersHere = (context: CardContext, code: string): DepartmentLeaders => {
  const department = departmentOf(context, code);
  return { department, leaders: department.leaders.map((contact) => ({ contact })), deputies: department.deputies };
};

export const person = ({ language }: CardContext): Person => ({
  ...{ ref: 'pLEADER', name: 'Innovationsledare Vård', emails: ['innovationsledare.vard@soderhamra.example'] },
  ...{ language, languageChosen: true, preferences: defaultPreferences, welcomed: [], disowned: [] },
  ...{ department: 'VOO', unit: 'HTS', awayUntil: '2026-12-01' },
});
const newcomer = (context: CardContext): Person => {
  const { department: _d, unit: _u, awayUntil: _a, ...rest } = person(context);
  return rest;
};

const leader: Post = { role: 'leader', department: 'VOO' };
/** The environment department is a part of health and social care now. */
function mergedFor({ directory }: CardContext, own: Post | undefined) {
  const [into, from] = [directory.department('VOO'), directory.department('MIL')];
  if (!into || !from) throw new Error('The example organisation has not both departments');
  const earlier = [{ code: 'MIL', name: from.name }];
  const now = directory.leadersOf('VOO');
  return { merged: 'MIL', into: { ...into, earlier }, own, waiting: own && 12, now };
}
/** A unit of another department has come to health and social care, and several have left it. */
function movedFor({ directory }: CardContext, own: readonly Post[]) {
  const ways = [
    { from: 'UTB', into: 'VOO', unit: 'HTS' },
    { from: 'VOO', into: 'SOC' },
  ];
  return { ways, own, waiting: own.length > 0 ? 12 : undefined, now: directory.leadersOf('VOO') };
}
export const everyPost: Post[] = [
  leader,
  { role: 'deputy', department: 'MIL' },
  { role: 'manager', department: 'VOO', unit: 'HTS' },
  { role: 'office' },
];
const thin = (on: ThinChain['on'], count: number): ThinChain => ({
  ...{ index: 0, department: 'VOO', on },
  able: Array.from({ length: count }, (_, n) => `${n}@soderhamra.example`),
});

/** What the bot knows of people, and whom they turn to. */
export const peopleCards = {
  welcome: {
    view: 'welcome',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context) => welcome(context, { department: 'VOO', unit: 'HTS' }),
      (context) => welcome(inOrganisation(context, without('VOO', 'leaders', 'deputies')), { department: 'VOO' }),
    ),
  },
  'welcome-told': {
    view: 'welcome',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context) => welcome(context, { department: 'VOO', unit: 'HTS' }, { isTold: true }),
      (context) => welcome(context, { department: 'VOO' }, { isTold: true }),
    ),
  },
  'note-workplace': {
    view: 'workplaceQuestion',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context) => workplaceQuestion(context, { department: 'VOO', unit: 'HTS' }),
      (context) => workplaceQuestion(context, { department: 'SBK' }),
    ),
  },
  'welcome-newcomer': {
    view: 'welcome',
    command: 'settings',
    written: { sv: 'inställningar', en: 'settings' },
    samples: samplesOf(
      (context) => welcome(context, undefined),
      (context) => welcome(context, undefined),
    ),
  },
  'department-picker': {
    view: 'departmentPicker',
    command: 'settings',
    written: { sv: 'inställningar', en: 'settings' },
    samples: samplesOf(
      (context) => departmentPicker(context),
      (context) => departmentPicker(context),
    ),
  },
  'post-welcome': {
    view: 'postWelcome',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context) => postWelcome(context, [leader]),
      (context) => postWelcome(context, [{ role: 'office' }]),
    ),
  },
  'post-welcome-several': {
    view: 'postWelcome',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context) => postWelcome(context, everyPost),
      (context) => postWelcome(context, everyPost.slice(0, 2)),
    ),
  },
  'post-disowned': {
    view: 'postDisowned',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context) => postDisowned(context, leader),
      (context) => postDisowned(context, { role: 'office' }),
    ),
  },
  'note-thin-chain': {
    view: 'thinChain',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context) => thinChain(context, thin('ideas', 1), postsOf(['chef.vard@soderhamra.example'], context.directory)),
      (context) => thinChain(context, thin('money', 0), postsOf([], context.directory)),
    ),
  },
  'note-moved-on': {
    view: 'ideasMovedOn',
    command: 'queue',
    written: { sv: 'min tur', en: 'my turn' },
    samples: samplesOf(
      (context) => ideasMovedOn(context, 12),
      (context) => ideasMovedOn(context, 1),
    ),
  },
  'note-organisation-fault': {
    view: 'fileFault',
    command: 'help',
    written: { sv: 'hjälp', en: 'help' },
    samples: samplesOf(
      (context) => fileFault(context, faulty(1)),
      (context) => fileFault(context, faulty(12)),
    ),
  },
  'note-post-came': {
    view: 'postCame',
    command: 'queue',
    written: { sv: 'min tur', en: 'my turn' },
    samples: samplesOf(
      (context) => postCame(context, leader, 'leader.VOO', 12),
      (context) => postCame(context, leader, 'leader.VOO', 0),
    ),
  },
  'note-post-left': {
    view: 'postLeft',
    command: 'queue',
    written: { sv: 'min tur', en: 'my turn' },
    samples: samplesOf(
      (context) => postLeft(context, leader, context.directory.leadersOf('VOO')),
      (context) => postLeft(context, leader, []),
    ),
  },
  'note-department-merged': {
    view: 'departmentMerged',
    command: 'queue',
    written: { sv: 'min tur', en: 'my turn' },
    samples: samplesOf(
      (context) => departmentMerged(context, mergedFor(context, leader)),
      (context) => departmentMerged(context, mergedFor(context, undefined)),
    ),
  },
  'note-units-moved': {
    view: 'unitsMoved',
    command: 'queue',
    written: { sv: 'min tur', en: 'my turn' },
    samples: samplesOf(
      (context) => unitsMoved(context, movedFor(context, [leader])),
      (context) => unitsMoved(context, movedFor(context, [])),
    ),
  },
  settings: {
    view: 'settings',
    command: 'settings',
    written: { sv: 'inställningar', en: 'settings' },
    samples: samplesOf(
      (context) => settings(context, person(context), [leader, { role: 'manager', department: 'VOO' }]),
      (context) => settings(context, newcomer(context), []),
    ),
  },
  'settings-saved': {
    view: 'settings',
    command: 'settings',
    written: { sv: 'inställningar', en: 'settings' },
    samples: samplesOf(
      (context) => settings(context, person(context), [], 'saved'),
      (context) => settings(context, newcomer(context), [leader], 'dateNotAhead'),
    ),
  },
  leaders: {
    view: 'leaders',
    command: 'leader',
    written: { sv: 'ledare vård', en: 'leader care' },
    samples: samplesOf(
      (context) => leaders(context, leadersHere(context, 'VOO')),
      (context) => leaders(context, { department: departmentOf(context, 'VOO'), leaders: [], deputies: [] }),
    ),
  },
  'leaders-away': {
    view: 'leaders',
    command: 'leader',
    written: { sv: 'innovationsledare', en: 'leader' },
    samples: samplesOf(
      (context) => leaders(context, found(context, 'VOO')),
      (context) => leaders(context, { department: departmentOf(context, 'MIL'), leaders: [], deputies: [] }),
    ),
  },
  'leader-choice': {
    view: 'leaderChoice',
    command: 'leader',
    written: { sv: 'ledare skola', en: 'leader school' },
    samples: samplesOf(
      (context) =>
        leaderChoice(
          context,
          ['UTB', 'MIL', 'SBK'].map((code) => ({ department: departmentOf(context, code), nearness: 'word' })),
        ),
      (context) =>
        leaderChoice(
          context,
          context.directory.departments.map((department) => ({ department, nearness: 'word' })),
        ),
    ),
  },
  'leader-not-found': {
    view: 'leaderNotFound',
    command: 'leader',
    written: { sv: 'ledare rymden', en: 'leader space' },
    samples: samplesOf(
      (context, { content }) =>
        leaderNotFound(context, content.title.length > 40 ? content.title : unknownPlace[context.language], [
          departmentOf(context, 'MIL'),
          departmentOf(context, 'UTB'),
        ]),
      (context) => leaderNotFound(context, '?', []),
    ),
  },
} satisfies Record<string, CardRow>;
