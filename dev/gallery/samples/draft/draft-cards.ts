import type { SimilarIdea } from '../../../../src/app/draft/similar-ideas';
import type { CardContext } from '../../../../src/cards/card-context';
import { draftGone } from '../../../../src/cards/draft/draft-notes';
import { authorAsked, authorWaited, draftDropped, ideaAsked } from '../../../../src/cards/draft/idea-asked';
import { needAsked, needSaid } from '../../../../src/cards/draft/need-first';
import { readFirst, similarIdeas } from '../../../../src/cards/draft/similar-ideas';
import { ideaForm } from '../../../../src/cards/idea/idea-form';
import type { KeptDraft } from '../../../../src/domain/draft/draft';
import type { Idea } from '../../../../src/domain/idea/idea';
import { anIdea } from '../../../../testing/samples/idea/ideas';
import { type Content, typicalContent } from '../../../../testing/samples/text/content';
import { type CardRow, samplesOf } from '../../card-row';
import { different } from '../different';

/** Whoever wrote the message. */
const AUTHOR = '00000000-0000-4000-8000-000000000001';

/** Where the reader's own chat with the bot opens. */
const CHAT = 'https://teams.microsoft.com/l/chat/0/0?users=28:b07b07b0-0000-4000-8000-000000000b07';

const command = 'idea';
const written = { sv: 'idé', en: 'idea' } as const;

const draft: KeptDraft = {
  ...{ person: 'pREADER', name: '0123456789ABCDEF', words: {}, confidential: false },
  ...{ at: '2026-11-26T09:00:00.000Z', until: '2026-12-26T09:00:00.000Z' },
};
/** What each has in common with it, as short as words are; of long words one word. */
const words = { sv: ['cyklar', 'hemtjänst', 'besök'], en: ['bicycles', 'home care', 'visits'] } as const;
const similar = ({ language }: CardContext, { title }: Content, ideas: readonly Idea[]): SimilarIdea[] =>
  ideas.map((idea, at) => ({
    idea,
    asked: { post: 'leader', department: idea.department, email: 'leader@kommunen.example' },
    shared: title === typicalContent(language).title ? words[language].slice(0, at + 1) : [title],
  }));
const little = (context: CardContext): Idea =>
  anIdea({ words: { title: context.t('search.placeholder'), problem: '' } });
const one = (context: CardContext, content: Content, idea: Partial<Idea> = {}): Idea =>
  different(context, content, [idea])[0] ?? anIdea();

/** What is like an idea that somebody sends in. */
export const draftCards = {
  'similar-ideas': {
    view: 'similarIdeas',
    command,
    written,
    samples: samplesOf(
      (context, { content }) => {
        const ideas = different(context, content, [
          { stage: 'inUse', department: 'MIL' },
          { stage: 'closed', department: 'SBK', ending: { lesson: content.lesson } },
          {},
        ]);
        return similarIdeas(context, { draft, similar: similar(context, content, ideas) }, 'pREADER');
      },
      (context) => similarIdeas(context, { draft, similar: [{ idea: little(context), shared: [] }] }, 'pREADER'),
    ),
  },
  'similar-tested': {
    view: 'similarIdeas',
    command,
    written,
    samples: samplesOf(
      (context, { content }) => {
        const ideas = [one(context, content, { stage: 'piloting', department: 'SBK' })];
        return similarIdeas(context, { draft, similar: similar(context, content, ideas) }, 'pREADER');
      },
      (context) =>
        similarIdeas(
          context,
          { draft, similar: [{ idea: { ...little(context), stage: 'scaling' }, shared: [] }] },
          'pREADER',
        ),
    ),
  },
  'need-first': {
    view: 'needAsked',
    command,
    written,
    samples: samplesOf(
      (context, { content }) =>
        needAsked(context, one(context, content), 'pREADER', { draft: draft.name, need: content.comment }),
      (context) => needAsked(context, little(context), 'pREADER', { draft: draft.name }),
    ),
  },
  'need-said': {
    view: 'needSaid',
    command,
    written,
    samples: samplesOf(
      (context, { content }) => {
        const reader = { ref: 'pREADER', roles: new Set(['reader'] as const) };
        const view = { idea: one(context, content), reader, names: new Map(), mayTakePart: 'SBK' };
        return needSaid(context, view, draft);
      },
      (context) =>
        needSaid(
          context,
          { idea: little(context), reader: { ref: 'pREADER', roles: new Set() }, names: new Map() },
          undefined,
        ),
    ),
  },
  'idea-form-of-message': {
    view: 'ideaForm',
    command,
    written,
    samples: samplesOf(
      (context, { content: { title, problem } }) =>
        ideaForm(context, { draft: { title, problem, author: AUTHOR }, department: 'VOO' }),
      (context) => ideaForm(context, { draft: { author: AUTHOR }, department: 'VOO' }),
    ),
  },
  'idea-asked': {
    view: 'ideaAsked',
    command,
    written,
    samples: samplesOf(
      (context, { content, names }) => {
        const { title, problem, source } = content;
        return ideaAsked(context, {
          draft: { ...draft, words: { title, problem, source } },
          asker: names.get('pADOPTER'),
        });
      },
      (context) => ideaAsked(context, { draft: { ...draft, words: { title: '1', problem: '2' } }, asker: undefined }),
    ),
  },
  'author-asked': {
    view: 'authorAsked',
    command,
    written,
    samples: samplesOf(
      (context) => authorAsked(context, 14),
      (context) => authorAsked(context, 14),
    ),
  },
  'author-waited': {
    view: 'authorWaited',
    command,
    written,
    samples: samplesOf(
      (context) => authorWaited(context, 14, CHAT),
      (context) => authorWaited(context, 14, undefined),
    ),
  },
  'read-first': {
    view: 'readFirst',
    command,
    written,
    samples: samplesOf(
      (context, { content }) => {
        const idea = one(context, content, { stage: 'inUse', department: 'MIL' });
        return readFirst(context, idea, { draft: draft.name, link: CHAT });
      },
      (context) => readFirst(context, little(context), { draft: undefined, link: undefined }),
    ),
  },
  'draft-dropped': {
    view: 'draftDropped',
    command,
    written,
    samples: samplesOf(draftDropped, draftDropped),
  },
  'draft-gone': {
    view: 'draftGone',
    command,
    written,
    samples: samplesOf(draftGone, draftGone),
  },
} satisfies Record<string, CardRow>;
