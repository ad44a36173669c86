import type { SoughtIdeas } from '../../../src/app/search/search-ideas';
import type { Askable } from '../../../src/app/search/whom-to-ask';
import { foundIdeas } from '../../../src/cards/search/found-ideas';
import { takenIdea } from '../../../src/cards/search/taken-idea';
import type { Idea } from '../../../src/domain/idea/idea';
import { anIdea } from '../../../testing/samples/idea/ideas';
import { type CardRow, samplesOf } from '../card-row';
import { different } from './different';

const nothing: SoughtIdeas = {
  sought: { query: '', tab: 'all', page: 0 },
  ideas: [],
  total: 0,
  more: false,
  building: false,
};

/** Whom to ask where somebody in particular knows, and where the leader does. */
const askedOf = (ideas: readonly Idea[], name: string): ReadonlyMap<string, Askable> =>
  new Map(
    ideas.flatMap(({ id, stage, department }): [string, Askable][] => {
      if (stage === 'piloting') return [[id, { post: 'driver', department, name, email: 'who@kommunen.example' }]];
      if (stage === 'inUse' || stage === 'scaling')
        return [[id, { post: 'leader', department, email: 'leader@kommunen.example' }]];
      return [];
    }),
  );

const resting = ({ waiting: _w, waitingSince: _s, answerBy: _a, ...idea }: Idea): Idea => idea;

/** Where Teams opens a chat with a bot. */
const CHAT = 'https://teams.microsoft.com/l/chat/0/0?users=28:b07b07b0-0000-4000-8000-000000000b07&message=K7M4QX';

/** What is found among ideas, and nothing; and an idea as it is shown in another chat. */
export const searchCards = {
  search: {
    view: 'foundIdeas',
    command: 'search',
    written: { sv: 'sök cyklar', en: 'search bicycles' },
    samples: samplesOf(
      (context, { content, names }) => {
        const ideas = different(context, content, [
          { stage: 'inUse' },
          { stage: 'piloting', department: 'SBK' },
          { stage: 'closed', ending: { tried: content.tried, lesson: content.lesson } },
          ...[{}, { department: 'MIL' }, { stage: 'exploring' as const }, { stage: 'scaling' as const }, {}],
        ]).map(resting);
        const sought = { query: content.title.slice(0, 200), tab: 'all', page: 0 } as const;
        return foundIdeas(context, { ...nothing, sought, ideas, total: 23, more: true }, 'pREADER', {
          asked: askedOf(ideas, names.get('pADOPTER') ?? ''),
        });
      },
      (context) => foundIdeas(context, nothing, 'pREADER'),
    ),
  },
  'search-news': {
    view: 'foundIdeas',
    command: 'search',
    written: { sv: 'sök', en: 'search' },
    samples: samplesOf(
      (context, { content, names }) => {
        const news = different(context, content, [
          { stage: 'piloting', department: 'SBK' },
          { stage: 'inUse', department: 'MIL' },
          { stage: 'closed', department: 'SBK', ending: { tried: content.tried, lesson: content.lesson } },
        ]).map(resting);
        return foundIdeas(context, nothing, 'pREADER', { news, asked: askedOf(news, names.get('pADOPTER') ?? '') });
      },
      (context) => foundIdeas(context, { ...nothing, building: true }, 'pREADER'),
    ),
  },
  'search-none': {
    view: 'foundIdeas',
    command: 'search',
    written: { sv: 'sök cyklar', en: 'search bicycles' },
    samples: samplesOf(
      (context, { content }) => {
        const sought = { query: content.title.slice(0, 200), tab: 'piloting', page: 0 } as const;
        return foundIdeas(context, { ...nothing, sought, building: true }, 'pREADER');
      },
      (context) =>
        foundIdeas(
          context,
          { ...nothing, sought: { ...nothing.sought, query: context.t('search.placeholder') } },
          'pREADER',
        ),
    ),
  },
  'taken-idea': {
    view: 'takenIdea',
    command: 'search',
    written: { sv: 'sök cyklar', en: 'search bicycles' },
    samples: samplesOf(
      (context, { content }) => {
        const [idea = anIdea()] = different(context, content, [
          { stage: 'inUse', answers: { learned: content.lesson, outcome: content.tried } },
        ]).map(resting);
        return takenIdea(context, idea, CHAT);
      },
      (context) =>
        takenIdea(context, { ...anIdea(), words: { title: context.t('search.placeholder'), problem: '' } }, undefined),
    ),
  },
} satisfies Record<string, CardRow>;
