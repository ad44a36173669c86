import type { NeighbourRecord } from '../../app/archive/neighbour-record.js';
import type { CardContext } from '../card-context.js';
import { type Content, element, facts, htmlPage, part, proseOf, table } from '../print/html-page.js';
import { definitions } from './definitions.js';
import { type NeighbourContent, neighbourContent } from './neighbour-content.js';

/** The whole record of a challenge, an obstacle or an activity as a page to read, print and keep, beside neighbour-json.ts of the same content. */
export function neighbourHtml(context: CardContext, record: NeighbourRecord): string {
  const { t, language, settings } = context;
  const content = neighbourContent(context, record);
  const made = t('record.made', { municipality: settings.municipality.name, time: content.time });
  const copy = t('record.copy.whole');
  return htmlPage(
    { language, madeAt: record.at, title: `${content.heading}: ${content.title}`, about: `${made} ${copy}` },
    element('p', { class: 'lead' }, content.heading),
    element('h1', {}, content.title),
    element('p', {}, made),
    element('p', {}, copy),
    about(context, content),
    ...(content.words.length > 0 ? [part(t('record.now'), writtenOf(content.words))] : []),
    happened(context, content),
    explained(context),
  );
}

function about({ t }: CardContext, { stage, facts: found }: NeighbourContent): Content {
  const heading = t('record.aboutIt');
  const rows = [{ label: t('export.column.stage'), values: [stage] }, ...found];
  return part(
    heading,
    facts(
      heading,
      rows.map(({ label, values }) => ({ label, values: values.map((text) => element('p', {}, text)) })),
    ),
  );
}

const writtenOf = (texts: NeighbourContent['words']): Content =>
  texts.flatMap(({ label, text }) => [element('h3', {}, label), ...proseOf(text)]);

function happened({ t }: CardContext, { lines }: NeighbourContent): Content {
  const heading = t('record.events');
  const columns = (['number', 'time', 'what', 'who', 'said'] as const).map((name) => t(`record.${name}`));
  const rows = lines.map(({ time, what, who, words }, at): Content[] => [
    ...[String(at + 1), time, what, who],
    words.flatMap(({ label, text }) => [element('p', {}, element('strong', {}, label)), ...proseOf(text)]),
  ]);
  return part(heading, table(heading, columns, rows));
}

/** What a reader from outside has to know; nothing of ideas alone. */
function explained(context: CardContext): Content {
  const heading = context.t('record.explained');
  const [number, time, who, , , , erased] = definitions(context);
  const terms = [number, time, who, erased].flatMap((one) => (one ? [{ label: one.term, values: one.means }] : []));
  return part(heading, facts(heading, terms));
}
