import { type Adoption, type AdoptionStatus, takesPart } from '../../domain/idea/use/adoption.js';
import { dayText } from '../../text/dates.js';
import { pageButtons } from '../button-rows.js';
import { few } from '../organisation/few.js';
import type { Fact, Line } from '../paragraphs.js';
import { shortPlaceName } from '../places.js';
import { shortened } from '../shortened.js';
import { type Button, button } from '../verbs.js';
import type { OpenPanel } from './actions/panels.js';
import type { Reading } from './reading.js';
import { hasSolution } from './use/core-lines.js';

/** The order in which a card tells of them: where it is used first. */
const order: readonly AdoptionStatus[] = ['using', 'testing', 'invited', 'notNow', 'stopped'];

/** So much of a reason or a contact stands beside a department's name. */
const BEGINNING = 80;

/** So many departments of each kind stand on the idea's card; whoever wants to see all of them opens the list. */
const MOST_NAMED = 8;
/** And so many lines on a page of that: far from the largest card that Teams takes. */
const PAGE = 40;

/** A kind of department with all that are of it. */
interface Kind {
  label: string;
  departments: [code: string, adoption: Adoption][];
}

const kindsIn = ({ idea, context }: Reading): Kind[] =>
  order.flatMap((status) => {
    const departments = Object.entries(idea.adoptions).filter(([, adoption]) => adoption.status === status);
    if (departments.length === 0) return [];
    return [{ label: context.t(`idea.adoption.${status}`, { count: departments.length }), departments }];
  });

const linesOf = (reading: Reading, departments: Kind['departments']): Line[] =>
  departments.map(([code, adoption]) => ({ text: ownWords(reading, code, adoption) }));

/** Where the idea is used, tested, asked for and declined: how many departments, and the first of them. For parts/details.json; none where none is. */
export function adoptions(reading: Reading) {
  const { context, idea } = reading;
  const kinds = kindsIn(reading);
  if (kinds.length === 0) return [];
  const facts = kinds.map(({ label, departments }): Fact => {
    const texts = linesOf(reading, departments).map(({ text }) => text);
    return { label, values: few(context, texts, MOST_NAMED).map((text) => ({ text })) };
  });
  const isCut = kinds.some(({ departments }, at) => (facts[at]?.values.length ?? 0) < departments.length);
  const all = button(context.t('button.adopters'), 'panel', { idea: idea.id, panel: 'adopters' }, { inputs: 'none' });
  const page = button(context.t('button.solution'), 'panel', { idea: idea.id, panel: 'solution' }, { inputs: 'none' });
  const open = [...(hasSolution(reading) ? [page] : []), ...(isCut ? [all] : [])];
  return [{ heading: context.t('idea.adoptions'), facts, all: open.map((press) => ({ word: press.title, press })) }];
}

/** A page of all of them, each with what it says, for parts/panel.json; and the buttons that turn the pages. */
export function adopterPage(reading: Reading, page: number): { panel: OpenPanel; pages: Button[] } {
  const { context, idea } = reading;
  const kinds = kindsIn(reading);
  const rows = kinds.flatMap((kind) => kind.departments.map((department) => ({ kind, department })));
  const shown = rows.slice(page * PAGE, (page + 1) * PAGE);
  const sections = kinds.flatMap((kind) => {
    const departments = shown.filter((row) => row.kind === kind).map(({ department }) => department);
    return departments.length > 0 ? [{ heading: [{ text: kind.label }], lines: linesOf(reading, departments) }] : [];
  });
  return {
    panel: { title: context.t('idea.adoptions'), text: [], quotes: sections, fields: [], fault: [] },
    pages: pageButtons(context, { page, more: rows.length > (page + 1) * PAGE }, (title, to) =>
      button(title, 'panel', { idea: idea.id, panel: 'adopters', page: to }, { inputs: 'none' }),
    ),
  };
}

/** "Miljö (sedan 1 december, kontakt: Enhetschef Park)"; with the reason of one that declined or stopped. */
function ownWords({ context, idea }: Reading, code: string, { status, start, contact, reason }: Adoption): string {
  const has = takesPart(status);
  // Where the idea comes from it is everyday life, and its own facts say the rest.
  const more = [
    has && start && code !== idea.department
      ? context.t('idea.adoption.since', { date: dayText(start, context.language, context.today) })
      : '',
    has && contact ? context.t('idea.adoption.contact', { contact: shortened(contact, BEGINNING) }) : '',
    !has && reason ? shortened(reason.replace(/\s+/g, ' '), BEGINNING) : '',
  ].filter(Boolean);
  const name = shortPlaceName(context, { department: code });
  return more.length > 0 ? `${name} (${more.join(', ')})` : name;
}
