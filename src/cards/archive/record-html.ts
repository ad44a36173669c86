import type { IdeaRecord } from '../../app/archive/record-of-idea.js';
import { askedIn, grantedIn } from '../../domain/idea/deciding/resources.js';
import { stageNames } from '../../domain/idea/stages.js';
import type { TextKey } from '../../text/index.js';
import type { CardContext } from '../card-context.js';
import { resourcesText, usedText } from '../idea/parts/answers.js';
import { stageWord } from '../idea/parts/stage-line.js';
import type { Fact } from '../paragraphs.js';
import { type Content, element, facts, htmlPage, part, picture, proseOf, table } from '../print/html-page.js';
import { definitions } from './definitions.js';
import { type RecordContent, type RecordLine, recordContent, type WrittenText } from './record-content.js';

/**
 * The record of one idea as a page to read, print and keep: all that happened, in order, with who decided and why. It is a
 * reading copy; what programs read is record-json.ts, of the same content.
 */
export function recordHtml(context: CardContext, record: IdeaRecord): string {
  const { t, language, settings } = context;
  const content = recordContent(context, record);
  const { id, copy, time } = content;
  const municipality = settings.municipality.name;
  return htmlPage(
    {
      ...{ language, madeAt: record.at },
      title: `${t('record.title', { id })}: ${content.title}`,
      about: `${t('record.made', { municipality, time })} ${t(`record.copy.${copy}`)}`,
    },
    element('p', { class: 'lead' }, t('record.title', { id })),
    element('h1', {}, content.title),
    element('p', {}, t('record.made', { municipality, time })),
    element('p', {}, t(`record.copy.${copy}`)),
    about(context, content),
    written(t('record.words'), content.words),
    pictures(context, content),
    written(t('record.answers'), content.answers),
    money(context, content),
    decisions(context, content),
    events(context, content),
    beside(context, content),
    explained(context),
  );
}

const asRow = ({ label, values }: Fact) => ({
  label,
  values: values.map(({ text }) => element('p', {}, text)),
});

function about({ t }: CardContext, content: RecordContent): Content {
  const { stage, facts: found } = content;
  const rows: Fact[] = [{ label: t('record.stage'), values: [{ text: stage }] }, ...found];
  return part(t('record.about'), facts(t('record.about'), rows.map(asRow)));
}

const written = (heading: string, texts: readonly WrittenText[]): Content =>
  texts.length > 0
    ? part(
        heading,
        texts.flatMap(({ label, text }) => [element('h3', {}, label), ...proseOf(text)]),
      )
    : [];

function pictures({ t }: CardContext, { pictures: all }: RecordContent): Content {
  if (all.length === 0) return [];
  const shown = all.map(({ type, bytes, name }, at) =>
    element('p', {}, picture(type, bytes, t('record.picture', { number: at + 1, name }))),
  );
  return part(t('record.pictures'), ...shown);
}

/** What was asked for, granted and used. Who decided it and why stands among the decisions. */
function money({ t }: CardContext, { reading }: RecordContent): Content {
  const { context, idea } = reading;
  const { money: asked } = idea;
  if (!asked) return [];
  const granted = grantedIn(asked);
  const row = (key: TextKey, text: string | undefined): Fact[] => (text ? [{ label: t(key), values: [{ text }] }] : []);
  const rows = [
    ...row('record.asked', resourcesText(context, askedIn(asked))),
    ...row('record.granted', granted && resourcesText(context, granted)),
    ...row('record.used', usedText(reading)),
    ...row('happened.diary', asked.diary),
  ];
  return part(t('record.money'), facts(t('record.money'), rows.map(asRow)));
}

function decisions({ t }: CardContext, { lines }: RecordContent): Content {
  const decided = lines.filter(({ isDecision }) => isDecision);
  const heading = t('record.decisions');
  if (decided.length === 0) return part(heading, element('p', {}, t('happened.noDecisions')));
  const columns = (['number', 'time', 'decision', 'decidedBy', 'why'] as const).map((name) => t(`record.${name}`));
  return part(
    heading,
    table(
      heading,
      columns,
      decided.map((line) => [String(line.number), line.time, line.what, whoOf(line), saidOf(line)]),
    ),
  );
}

function events({ t }: CardContext, { lines }: RecordContent): Content {
  const heading = t('record.events');
  const columns = (['number', 'time', 'what', 'who', 'said'] as const).map((name) => t(`record.${name}`));
  return part(
    heading,
    table(
      heading,
      columns,
      lines.map((line) => [String(line.number), line.time, line.what, whoOf(line), saidOf(line)]),
    ),
  );
}

/** Thanks, "Samma problem" and nominations. Whose each is no copy says. */
function beside({ t }: CardContext, { beside: all }: RecordContent): Content {
  if (all.length === 0) return [];
  const heading = t('record.beside');
  const columns = (['time', 'what', 'said'] as const).map((name) => t(`record.${name}`));
  const rows = all.map(({ time, label, said, note }) => [
    time,
    label,
    [...proseOf(said.text), ...note.map((text) => element('p', {}, text))],
  ]);
  return part(heading, table(heading, columns, rows));
}

const whoOf = ({ who, post }: RecordLine): Content => [who, ...post].map((text) => element('p', {}, text));

/** What was written, each text under its name, and what was noted beside it. Notes that are texts of their own already stand once. */
const saidOf = ({ words, notes }: RecordLine): Content => {
  const texts = words.map(({ text }) => text);
  return [
    ...words.flatMap(({ label, text }) => [element('p', {}, element('strong', {}, label)), ...proseOf(text)]),
    ...notes.filter((note) => !texts.some((text) => note.endsWith(text))).map((note) => element('p', {}, note)),
  ];
};

/** How to read it, for whoever has never seen the bot. */
function explained(context: CardContext): Content {
  const { t } = context;
  const stages = stageNames.map((stage) => ({
    label: stageWord(context, stage),
    values: t(`record.means.stage.${stage}`),
  }));
  return part(
    t('record.explained'),
    facts(t('record.explained'), [
      ...definitions(context).map(({ term, means }) => ({ label: term, values: means })),
      ...stages,
    ]),
  );
}
