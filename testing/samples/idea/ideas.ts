import type { Idea } from '../../../src/domain/idea/idea';

/** An idea that waits for the leaders of Vård och omsorg, or what `changes` make of it. */
export const anIdea = (changes: Partial<Idea> = {}): Idea => ({
  id: 'K7M4QX',
  seq: 1,
  decisionVersion: 1,
  stage: 'submitted',
  words: { title: 'Delade cyklar i hemtjänsten', problem: 'Personalen får vänta på bilar varje morgon.' },
  answers: {},
  hidden: false,
  submitter: 'pSUBMITTER',
  coSubmitters: [],
  pictures: [],
  confidential: false,
  department: 'VOO',
  unit: 'HTS',
  origin: 'VOO',
  concerns: [],
  tier: 'leader',
  waiting: { for: 'deciders' },
  waitingSince: '2026-11-16T08:00:00.000Z',
  answerBy: '2026-11-30',
  reminded: false,
  escalated: false,
  asked: false,
  adoptions: {},
  followUpAsked: false,
  thankedBy: [],
  createdAt: '2026-11-16T08:00:00.000Z',
  changedAt: '2026-11-16T08:00:00.000Z',
  ...changes,
});

/** So many different ideas, alike in all but id and title. */
export const ideas = (count: number, changes: Partial<Idea> = {}): Idea[] =>
  Array.from({ length: count }, (_, at) =>
    anIdea({
      id: `K7M4${String(at).padStart(2, '0')}`,
      words: { title: `Idé nummer ${at + 1}`, problem: 'Ett problem.' },
      ...changes,
    }),
  );

/** The idea once it waits for nobody. */
export function restingIdea(changes: Partial<Idea>): Idea {
  const { waiting: _w, waitingSince: _s, answerBy: _a, ...idea } = anIdea();
  return { ...idea, ...changes };
}
