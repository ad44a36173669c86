import type { IdeaView } from '../../../app/idea/idea-view.js';
import type { Refusal } from '../../../domain/idea/decide.js';
import { askedIn } from '../../../domain/idea/deciding/resources.js';
import { aloneIn } from '../../../domain/organisation/place.js';
import { dayText } from '../../../text/dates.js';
import type { Values } from '../../../text/index.js';
import type { Field } from '../../fields.js';
import type { Choice } from '../../layouts/parts.js';
import type { Line, Section } from '../../paragraphs.js';
import { shortPlaceName } from '../../places.js';
import { refusalText } from '../../refusal-text.js';
import { resourcesText } from '../parts/answers.js';
import type { Reading } from '../reading.js';
import type { Choices, PanelTexts } from './action.js';
import { type Asking, departmentOf, type FormValues, type NamedPanel, offers } from './tables.js';

/** An open panel, for parts/panel.json: what it is about, what it asks for, and why the last try was refused. */
export type OpenPanel = { title: string; text: Line[]; quotes: Section[]; fields: Field[]; fault: Line[] };

export interface PanelView {
  fault?: Refusal | undefined;
  kept?: FormValues | undefined;
  /** A part was saved just now, and so many are left with this one. */
  left?: number | undefined;
  colleagues?: readonly Choice[] | undefined;
  /** Other ideas that a merge offers: `value` is an id. */
  targets?: readonly Choice[] | undefined;
  likelyTwin?: IdeaView | undefined;
  phrases?: readonly string[] | undefined;
}

export function openPanel(
  reading: Reading,
  asking: Asking,
  { fault, kept, colleagues = [], targets = [], likelyTwin, phrases = [] }: PanelView,
): OpenPanel {
  const { t } = reading.context;
  const panel = offers[asking].panel ?? {};
  const choices = { colleagues, targets, likely: likelyTwin?.idea.id, phrases };
  const texts: PanelTexts | ((it: Reading, of: Choices) => PanelTexts) = panel.texts ?? (asking as NamedPanel);
  const name = typeof texts === 'function' ? texts(reading, choices) : texts;
  const fields = panel.fields?.(reading, kept ?? {}, choices) ?? [];
  return {
    title: t(`panel.${name}.title`, valuesOf(reading, asking)),
    text: [{ text: t(`panel.${name}.text`, valuesOf(reading, asking)) }],
    quotes: panel.quotes?.(reading) ?? [],
    fields,
    fault: fault ? [{ text: refusalText(t, fault, fields) }] : [],
  };
}

const valuesOf = (reading: Reading, asking: Asking): Values => {
  const { context, idea } = reading;
  return {
    end: idea.test ? dayText(idea.test.end, context.language, context.today) : '',
    ...aloneIn(context.directory),
    amount: idea.money ? resourcesText(context, askedIn(idea.money)) : '',
    department: shortPlaceName(context, { department: departmentOf(reading, asking) ?? idea.department }),
  };
};
