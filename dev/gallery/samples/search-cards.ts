import type { SoughtIdeas } from '../../../src/app/search/search-ideas';
import { foundIdeas } from '../../../src/cards/search/found-ideas';
import type { Idea } from '../../../src/domain/idea/idea';
import { type CardRow, samplesOf } from '../card-row';
import { different } from './different';

const nothing: SoughtIdeas = {
  sought: { query: '', tab: 'all', page: 0 },
  ideas: [],
  total: 0,
  more: false,
  building: false,
};

const resting = ({ waiting: _w, waitingSince: _s, answerBy: _a, ...idea }: Idea): Idea => idea;

/** What is found among ideas, and nothing. */
export const searchCards = {
  search: {
    view: 'foundIdeas',
    command: 'search',
    written: { sv: 'sök cyklar', en: 'search bicycles' },
    samples: samplesOf(
      (context, { content }) => {
        const ideas = different(context, content, [
          { stage: 'inUse' },
          { stage: 'piloting', department: 'SBK' },
          { stage: 'closed', ending: { tried: content.tried, lesson: content.lesson } },
          ...[{}, { department: 'MIL' }, { stage: 'exploring' as const }, { stage: 'scaling' as const }, {}],
        ]).map(resting);
        const sought = { query: content.title.slice(0, 200), tab: 'all', page: 0 } as const;
        return foundIdeas(context, { ...nothing, sought, ideas, total: 23, more: true }, 'pREADER');
      },
      (context) => foundIdeas(context, nothing, 'pREADER'),
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
} satisfies Record<string, CardRow>;
