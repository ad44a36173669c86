import type { AskedChange, ChangeAnswered } from '../../app/person/posts/asked-changes.js';
import type { Organisation } from '../../domain/organisation/organisation.js';
import { nameIn } from '../../domain/organisation/organisation.js';
import { placeOf } from '../../domain/organisation/overlay/apply.js';
import { isReshaping, type OverlayChange } from '../../domain/organisation/overlay/change.js';
import { ruleOf } from '../../domain/organisation/overlay/name-rules.js';
import { parsePlace } from '../../domain/organisation/place.js';
import { listText } from '../../text/lists.js';
import type { CardContext, Drawn } from '../card-context.js';
import { note } from '../note.js';
import { few } from '../organisation/few.js';
import { placeName, shortPlaceName } from '../places.js';
import { button } from '../verbs.js';
import { proposedText } from './posts/proposal.js';

const plain = { inputs: 'none' } as const;

interface ChangeQuestions {
  open: readonly AskedChange[];
  /** What came of the answer before. */
  counts?: ChangeAnswered['counts'];
  /** Why the answer before has changed nothing. */
  fault?: string | undefined;
}

/**
 * The office is asked what counts where a new organisation file says something else than what was changed in the chat: of one such
 * change at a time. Until then the chat counts.
 */
export function changeQuestion(context: CardContext, { open, counts, fault }: ChangeQuestions): Drawn {
  const { t } = context;
  const heading = t('note.asked.heading');
  const said = [...(counts ? [t(`note.asked.counts.${counts}`)] : []), ...(fault ? [fault] : [])];
  const [first, ...others] = open;
  if (!first) return note(context, { heading, lines: [...said, t('note.asked.done')] });
  const { id, change, file } = first;
  const press = { idempotencyKey: context.mintIdempotencyKey(), change: id };
  return note(context, {
    heading,
    lines: [
      ...said,
      t('note.asked.text'),
      t('note.asked.chat', { what: chatSays(context, change) }),
      t('note.asked.file', { what: fileSays(context, change, file) }),
      ...(others.length > 0 ? [t('note.asked.left', { count: others.length })] : []),
      t('note.why.office'),
    ],
    buttons: [
      // Whom the file has given the post keeps it beside them.
      button(
        t(change.kind === 'post' ? 'note.asked.keepToo' : 'note.asked.keep'),
        'changeCounts',
        { ...press, keep: true },
        plain,
      ),
      button(t('note.asked.take'), 'changeCounts', { ...press, keep: false }, plain),
    ],
  });
}

function chatSays(context: CardContext, change: OverlayChange): string {
  const { t, language } = context;
  switch (change.kind) {
    case 'post':
      return proposedText(context, change);
    case 'aliases':
      return t('note.asked.words', { place: placeIn(context, change), words: wordsIn(context, change.now) });
    case 'name':
      return t('note.asked.name', { name: change.now[language] ?? change.now.sv ?? '' });
    case 'sourcePlace':
      return meaning(context, change.name, change.now);
    case 'merge':
      return t('note.asked.merge', {
        place: nameIn(change.name, language),
        into: placeIn(context, { department: change.into }),
      });
    case 'split': {
      const { units, into } = change;
      const names = units.map((unit) => placeIn(context, { department: into, unit }));
      return t('note.asked.merge', {
        place: few(context, names).join(', '),
        into: placeIn(context, { department: into }),
      });
    }
  }
}

function fileSays(context: CardContext, change: OverlayChange, file: Organisation): string {
  const { t, language } = context;
  if (change.kind === 'sourcePlace') return meaning(context, change.name, ruleOf(file, change.name) ?? null);
  const place = isReshaping(change) ? undefined : placeOf(file, change);
  if (!place || isReshaping(change)) return t('note.asked.other');
  switch (change.kind) {
    case 'post': {
      const names = place[change.post].map(({ name }) => name);
      const who = names.length > 0 ? listText(few(context, names), language) : t('posts.nobody');
      return t('note.asked.holders', { post: t(`posts.${change.post}`), place: placeIn(context, change), who });
    }
    case 'aliases':
      return t('note.asked.words', { place: placeIn(context, change), words: wordsIn(context, place.aliases) });
    case 'name':
      return t('note.asked.name', { name: nameIn(place.name, language) });
  }
}

const placeIn = (context: CardContext, { department, unit }: { department: string; unit?: string }): string =>
  shortPlaceName(context, { department, ...(unit && { unit }) });

const wordsIn = (context: CardContext, words: readonly string[]): string =>
  words.length > 0 ? few(context, words).join(', ') : context.t('note.asked.noWords');

function meaning(context: CardContext, name: string, code: string | null): string {
  const place = code === null ? undefined : parsePlace(code, context.directory);
  return place
    ? context.t('note.asked.means', { name, place: placeName(context, place) })
    : context.t('note.asked.meansNone', { name });
}
