import { existingElsewhere, existingForm } from '../../../src/cards/existing/existing-form';
import type { CommandData } from '../../../src/domain/idea/commands';
import { enter, leader } from '../../../testing/samples/idea/story';
import { readers } from '../../../testing/samples/person/people';
import { type CardRow, samplesOf } from '../card-row';
import { scene } from './scene';

const written = { sv: 'det gör vi redan', en: 'we already do this' };
const person = { name: 'Innovationsledare Vård', emails: [] };

/** What has just been entered, as whoever entered it reads it in the answer. */
const justEntered = (data: Partial<CommandData['enter']>, ...tasks: ('driver' | 'owner')[]): CardRow =>
  scene({
    steps: ({ title, problem, solution, lesson }) => [[leader, enter(data, { title, problem, solution, lesson })]],
    reader: { ...readers.leader, roles: new Set(['reader', 'submitter', ...tasks] as const) },
    as: 'actor',
  });

/** What a department tests, uses or has tried already. */
export const existingCards = {
  'existing-form': {
    view: 'existingForm',
    command: 'existing',
    written,
    samples: samplesOf(
      (context, { content: { title, problem, solution, lesson } }) =>
        existingForm(context, {
          ...{ draft: { title, problem, solution, lesson, department: 'VOO' }, person },
          ...{ departments: ['VOO'], fault: { code: 'badDate', field: 'end' } },
        }),
      (context) => existingForm(context, { draft: {}, person, departments: ['VOO', 'MIL'] }),
    ),
  },
  'existing-elsewhere': {
    view: 'existingElsewhere',
    command: 'existing',
    written,
    samples: samplesOf(
      (context) => existingElsewhere(context),
      (context) => existingElsewhere(context),
    ),
  },
  'existing-tested': justEntered({}, 'driver'),
  'existing-used': justEntered({ stage: 'inUse', contact: 'pOWNER' }),
  'existing-read': scene({
    steps: ({ title, problem, solution, lesson }) => [
      [leader, enter({ stage: 'inUse' }, { title, problem, solution, lesson })],
    ],
    reader: readers.colleague,
  }),
  'existing-tried': justEntered({ stage: 'closed' }),
} satisfies Record<string, CardRow>;
