import type { ShownPile } from '../../../app/idea/lists/pile.js';
import { nameIn } from '../../../domain/organisation/organisation.js';
import type { CardContext } from '../../card-context.js';
import { unmarked } from '../../language/unmarked.js';

/** What is proposed to be done with a part of a pile, and why. */
interface PileProposal {
  heading: string;
  what: string;
  /** All of it stands chosen; else whoever decides chooses. */
  all: boolean;
  /** Where all of it is to be passed on, or belongs. */
  department?: string;
  channel?: string;
}

/** The pile's name, what its ideas have in common, and which part it is where there are several. */
export function proposed(context: CardContext, pile: ShownPile, page: number): PileProposal {
  const { t } = context;
  const { name, pages } = pile;
  const { why, all, ...where } = whyOf(context, pile);
  const part = pages > 1 ? [t('queue.pile.part', { page: page + 1, pages })] : [];
  return { heading: t(`queue.piles.${name}`), what: [why, ...part].join(' '), all: all ?? name === 'alike', ...where };
}

function whyOf(
  { t, language, directory, settings }: CardContext,
  { name, shared, leanings }: ShownPile,
): { why: string; all?: boolean } & Pick<PileProposal, 'department' | 'channel'> {
  if (name === 'alike') {
    return {
      why: shared.length > 0 ? t('queue.pile.about', { words: unmarked(shared.join(', ')) }) : t('queue.pile.alike'),
    };
  }
  const [leaning] = leanings.values();
  if (name === 'elsewhere' && leaning?.way === 'department') {
    const called = directory.department(leaning.code)?.name;
    if (called)
      return {
        ...{ why: t('queue.pile.department', { name: nameIn(called, language) }), all: true },
        department: leaning.code,
      };
  }
  if (name === 'elsewhere' && leaning?.way === 'channel') {
    const called = settings.otherChannels.find(({ code }) => code === leaning.code)?.name;
    if (called) {
      return {
        ...{ why: t('queue.pile.channel', { name: nameIn(called, language) }), all: true },
        channel: leaning.code,
      };
    }
  }
  return { why: t(name === 'direct' ? 'queue.pile.direct' : 'queue.pile.think') };
}
