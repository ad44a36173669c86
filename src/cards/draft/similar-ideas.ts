import type { MetSimilar } from '../../app/draft/kept-draft.js';
import type { SimilarIdea } from '../../app/draft/similar-ideas.js';
import { lessonOf } from '../../app/search/document.js';
import { newestEvent } from '../../domain/idea/events.js';
import type { Idea } from '../../domain/idea/idea.js';
import type { Stage } from '../../domain/idea/stages.js';
import type { PersonRef } from '../../domain/person/person.js';
import { buttonRows } from '../button-rows.js';
import { type CardContext, type Drawn, showsRecords } from '../card-context.js';
import { stageOf } from '../idea/parts/stage-line.js';
import { readingOf, titleFor } from '../idea/reading.js';
import { paragraphs } from '../paragraphs.js';
import { shortPlaceName } from '../places.js';
import { takenIdea } from '../search/taken-idea.js';
import { askLink } from '../search/whom-to-ask.js';
import { shortened } from '../shortened.js';
import { type Button, button } from '../verbs.js';

const plain = { inputs: 'none' } as const;
/** So much of a lesson is read before the rest is opened. */
const LONGEST_LESSON = 200;
const LONGEST_TITLE = 120;

/** What is worth knowing before all else: that it is used, tested or has been tried somewhere. */
const worthKnowing: { readonly [S in Stage]?: `similar.${'inUse' | 'scaling' | 'piloting' | 'closed'}` } = {
  inUse: 'similar.inUse',
  scaling: 'similar.scaling',
  piloting: 'similar.piloting',
  closed: 'similar.closed',
};

/** Those who have the idea in use know how it goes there, and of what was tried whoever was named for that. */
const areAsked: ReadonlySet<Stage> = new Set(['inUse', 'scaling', 'closed']);

/**
 * What somebody meets who sends in what is like something that exists: first the way to send it all the same, then at most three
 * ideas, each with what both are about. Like is not the same, and nothing here says that it is.
 */
export function similarIdeas(context: CardContext, { draft, similar }: MetSimilar, reader: PersonRef): Drawn {
  const { t } = context;
  const heading = t('similar.heading', { count: similar.length });
  const rows = similar.map((one) => row(context, one, reader, draft.name));
  const card = context.draw('similar-ideas', {
    heading,
    about: t('similar.about', { count: similar.length }),
    buttonRows: buttonRows(ownButtons(context, draft.name)),
    rows: rows.map(({ id, needs, asks, ...shown }) => ({
      ...shown,
      buttonRows: buttonRows(isAlone(rows, 'needs') ? needs : needs.map((press) => ofIdea(context, press, id))),
      links: isAlone(rows, 'asks') ? asks : asks.map((link) => ofIdea(context, link, id)),
    })),
  });
  return {
    card,
    summary: heading,
    ...showsRecords(
      'titles',
      similar.map(({ idea }) => newestEvent(idea)),
    ),
  };
}

/** What stands in several rows says of which idea it is, or who hears the card alone could not tell. */
const isAlone = (rows: readonly ReturnType<typeof row>[], kind: 'needs' | 'asks'): boolean =>
  rows.filter((one) => one[kind].length > 0).length < 2;

const ofIdea = <Press extends { title: string }>({ t }: CardContext, press: Press, id: string): Press => ({
  ...press,
  title: t('button.ofIdea', { button: press.title, title: id }),
});

function row(context: CardContext, { idea, shared, asked }: SimilarIdea, reader: PersonRef, draft: string) {
  const { t } = context;
  const reading = readingOf(context, { idea, reader: { ref: reader, roles: new Set() }, names: new Map() });
  const place = shortPlaceName(context, { department: idea.department });
  const title = shortened(titleFor(reading), LONGEST_TITLE);
  const where = [t('idea.id', { id: idea.id }), t('similar.where', { stage: stageOf(context, idea), place })].join(
    ' · ',
  );
  const why = shared.length > 0 ? t('similar.why', { words: shared.join(', ') }) : '';
  const says = worthKnowing[idea.stage];
  const lesson = idea.stage === 'closed' && reading.seesWords ? lessonOf(reading.idea) : undefined;
  const ask = asked && areAsked.has(idea.stage) ? askLink(context, asked, idea) : undefined;
  // The row's name is all that a screen reader says of it.
  const name = [title, where, why].filter(Boolean).join(', ');
  return {
    says: says ? [{ text: t(says, { place }) }] : [],
    quotes: lesson
      ? [{ heading: [{ text: t('idea.learned') }], lines: paragraphs(shortened(lesson, LONGEST_LESSON)) }]
      : [],
    title,
    where,
    why: why ? [{ text: why }] : [],
    read: t('similar.read'),
    press: button(t('similar.readRow', { row: name }), 'open', { idea: idea.id, draft }, plain),
    id: idea.id,
    needs: needOf(context, idea, draft),
    asks: ask ? [{ title: t('button.askThem'), url: ask, style: 'default' as const }] : [],
  };
}

/** What becomes of one's own. */
function ownButtons({ t }: CardContext, draft: string): Button[] {
  const own = { idempotencyKey: draft, met: 'true' } as const;
  return [
    button(t('button.sendMine'), 'sendDraft', own, { ...plain, style: 'positive' }),
    button(t('button.editFirst'), 'editDraft', own, plain),
  ];
}

const needOf = (context: CardContext, idea: Idea, draft: string): Button[] =>
  idea.stage === 'closed' ? [] : [needButton(context, idea, draft)];

const needButton = ({ t, mintIdempotencyKey }: CardContext, { id }: Idea, draft: string): Button =>
  button(t('button.need'), 'sameProblem', { idempotencyKey: mintIdempotencyKey(), idea: id, draft }, plain);

/** One of them in a dialog, which has no chat below it: as everybody may read it, and from there on as before. */
export const readFirst = (
  context: CardContext,
  idea: Idea,
  { draft, link }: { draft: string | undefined; link: string | undefined },
): Drawn =>
  takenIdea(context, idea, link, draft ? [...ownButtons(context, draft), ...needOf(context, idea, draft)] : []);
