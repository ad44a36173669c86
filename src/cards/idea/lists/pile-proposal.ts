import type { ShownPile } from '../../../app/idea/lists/pile.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { nameIn } from '../../../domain/organisation/organisation.js';
import type { Contact } from '../../../domain/organisation/organisation-schema.js';
import type { CardContext } from '../../card-context.js';
import { unmarked } from '../../language/unmarked.js';

/** What is proposed to be done with a part of a pile, and why. */
interface PileProposal {
  heading: string;
  what: string;
  /** All of it stands chosen; else whoever decides chooses. */
  all: boolean;
  /** Each of its ideas stands there to be opened. */
  rows: boolean;
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
  const chosen = all ?? (name === 'alike' || name === 'direct');
  const rows = name === 'direct' || !chosen;
  return { heading: t(`queue.piles.${name}`), what: [why, ...part].join(' '), all: chosen, rows, ...where };
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

/** Who manages the unit that an idea comes from, and so can say whether it is done at once; the first, where there are several. */
export function unitManager({ directory }: CardContext, { unit }: Pick<Idea, 'unit'>): Contact | undefined {
  const [manager] = (unit && directory.unit(unit)?.unit.managers) || [];
  return manager;
}
