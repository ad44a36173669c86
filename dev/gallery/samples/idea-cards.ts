import { testsHere } from '../../../src/app/idea/lists/tests-here';
import type { PanelName } from '../../../src/cards/idea/actions/tables';
import { ideaForm } from '../../../src/cards/idea/idea-form';
import type { IdeaCardProps } from '../../../src/cards/idea-card';
import type { Words } from '../../../src/domain/idea/words';
import { anIdea } from '../../../testing/samples/idea/ideas';
import {
  absorb,
  addCoSubmitter,
  adopter,
  answer,
  ask,
  clock,
  close,
  comment,
  doer,
  doNow,
  driver,
  explore,
  hide,
  joins,
  leader,
  merger,
  on,
  passOn,
  postpone,
  readHidden,
  remind,
  report,
  reportDone,
  type Step,
  stranger,
  submitter,
} from '../../../testing/samples/idea/story';
import { readers } from '../../../testing/samples/person/people';
import type { Content } from '../../../testing/samples/text/content';
import { type CardRow, samplesOf } from '../card-row';
import { scene, submitted } from './scene';

const asked = (content: Content): Step[] => [
  submitted(content),
  [leader, ask(content.question), on('2026-11-17')],
  [submitter, answer(content.answer), on('2026-11-18')],
];
const commented = (content: Content): Step[] => [submitted(content), [adopter, comment(content.comment)]];
const explored = (content: Content): Step[] => [...asked(content), [leader, explore, on('2026-11-19')]];

/** A panel that the leader has opened on a new idea. */
const leaderPanel = (panel: PanelName, more: Partial<IdeaCardProps> = {}): CardRow =>
  scene({ steps: (content) => [submitted(content)], reader: readers.leader, more: { panel, ...more } });

function form(view: (content: Words) => Parameters<typeof ideaForm>[1]): CardRow {
  return {
    view: 'ideaForm',
    command: 'idea',
    written: { sv: 'idé', en: 'idea' },
    samples: samplesOf(
      (context, { content: { title, problem, solution, evidence } }) =>
        ideaForm(context, view({ title, problem, solution, evidence })),
      (context) => ideaForm(context, { draft: {} }),
    ),
  };
}

/** One idea as its people see it: new, asked about, decided on, ended; and the forms that change it. */
export const ideaCards = {
  'idea-form': {
    ...form((draft) => ({ draft, department: 'VOO', fault: { code: 'wordsTooLong', field: 'title' } })),
    samples: {
      ...form((draft) => ({ draft, department: 'VOO', fault: { code: 'wordsTooLong', field: 'title' } })).samples,
      typical: (context) => ideaForm(context, { draft: {}, department: 'VOO' }),
    },
  },
  'idea-form-edit': form((draft) => ({ idea: anIdea(), draft: { ...draft, confidential: true } })),
  'idea-receipt': scene({
    steps: (content) => [submitted(content)],
    reader: readers.submitter,
    more: { receipt: { officeInstead: false } },
  }),
  'idea-new': scene({ steps: (content) => [submitted(content)], reader: readers.leader, as: 'deciders' }),
  'idea-question': scene({
    steps: (content) => asked(content).slice(0, 2),
    reader: readers.submitter,
    as: 'submitter',
  }),
  'idea-answer': scene({
    steps: (content) => asked(content).slice(0, 2),
    reader: readers.submitter,
    more: { panel: 'answer' },
  }),
  'idea-answered': scene({ steps: asked, reader: readers.leader, as: 'deciders' }),
  'idea-answered-another': scene({ steps: asked, reader: readers.otherLeader, as: 'deciders' }),
  'idea-explored': scene({ steps: explored, reader: readers.submitter, as: 'submitter' }),
  'idea-explored-by-you': scene({ steps: explored, reader: readers.driver, as: 'actor', more: { queue: 3 } }),
  'idea-do-it': scene({
    steps: (content) => [submitted(content), [leader, doNow(doer.ref)]],
    reader: readers.doer,
    as: 'doer',
  }),
  'idea-passed-on': scene({
    steps: (content) => [submitted(content), [leader, passOn('SBK', 'leader', content.reason)]],
    reader: readers.submitter,
    as: 'submitter',
  }),
  'idea-late': scene({
    steps: (content) => [submitted(content), [clock, remind, on('2026-12-02')]],
    reader: readers.leader,
    as: 'waitedFor',
  }),
  'idea-thank': scene({
    steps: (content) => [submitted(content)],
    reader: readers.colleague,
    more: { panel: 'thank' },
  }),
  'idea-closed': scene({
    steps: (content) => [
      ...asked(content),
      [leader, close({ reason: content.reason, tryAgain: content.tryAgain }, 'felanmalan'), on('2026-11-20')],
    ],
    reader: readers.submitter,
    as: 'submitter',
  }),
  'idea-in-use': scene({
    steps: (content) => [...explored(content), [driver, reportDone(content.done), on('2026-11-20')]],
    reader: readers.submitter,
    as: 'submitter',
  }),
  'idea-open': scene({ steps: explored, reader: readers.colleague }),
  'idea-driven': scene({ steps: explored, reader: readers.driver }),
  'idea-history': scene({ steps: explored, reader: readers.leader, more: { panel: 'history' } }),
  'idea-asked-to-join': scene({
    steps: (content) => [submitted(content), [submitter, addCoSubmitter()]],
    reader: { ref: 'pFRIEND', roles: new Set(['reader', 'invitee']) },
    as: 'added',
  }),
  'idea-join-question': scene({
    steps: (content) => [submitted(content), [submitter, addCoSubmitter()]],
    reader: { ref: 'pFRIEND', roles: new Set(['reader', 'invitee']) },
  }),
  'idea-step-out': scene({
    steps: (content) => [submitted(content), ...joins()],
    reader: readers.submitter,
    more: { panel: 'stepOut' },
  }),
  'idea-together': scene({
    steps: (content) => [
      submitted(content),
      ...joins('pDRIVER'),
      [submitter, addCoSubmitter('pOWNER')],
      [merger, absorb('K7M4QY', ['pFRIEND', 'pDOER'])],
    ],
    reader: readers.colleague,
  }),
  'idea-more': leaderPanel('more'),
  'idea-ask': leaderPanel('ask'),
  'idea-do-now': leaderPanel('doNow'),
  'idea-postpone': leaderPanel('postpone'),
  'idea-postponed': scene({
    steps: (content) => [submitted(content), [leader, postpone('2027-02-01', content.reason), on('2026-11-18')]],
    reader: readers.leader,
  }),
  'idea-no-room': scene({
    steps: (content) => [submitted(content)],
    reader: readers.leader,
    more: { beside: new Map([[testsHere, { running: 9, overLastYear: 4 }]]) },
  }),
  'idea-pass-on': leaderPanel('passOn', { fault: { code: 'sameDepartment' } }),
  'idea-close': leaderPanel('close'),
  'idea-hide': leaderPanel('hide'),
  'idea-hidden': scene({ steps: (content) => [...asked(content), [leader, hide]], reader: readers.leader }),
  'idea-hidden-read': scene({
    steps: (content) => [...asked(content), [leader, hide], [leader, readHidden]],
    reader: { ...readers.leader, disclosed: true },
    as: 'actor',
  }),
  'idea-reported': scene({
    steps: (content) => [submitted(content), [stranger, report(content.reason)]],
    reader: readers.leader,
    as: 'deciders',
  }),
  'idea-text-to-judge': scene({
    steps: (content) => [submitted(content), [stranger, report(content.reason)]],
    reader: readers.leader,
  }),
  'idea-report': scene({ steps: asked, reader: readers.colleague, more: { panel: 'report' } }),
  'idea-withdraw': scene({
    steps: (content) => [submitted(content)],
    reader: readers.submitter,
    more: { panel: 'withdraw' },
  }),
  'idea-comments': scene({ steps: commented, reader: readers.leader, more: { panel: 'comments' } }),
  'idea-own-comment': scene({ steps: commented, reader: readers.adopter, more: { panel: 'said', said: 2 } }),
  'idea-stale': scene({ steps: explored, reader: readers.leader, more: { fault: { code: 'stale' } } }),
} satisfies Record<string, CardRow>;
