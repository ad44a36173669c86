import type { ParsedCommand } from '../../src/bot/conversation/commands';
import type { CardContext, Drawn } from '../../src/cards/card-context';
import { loadMethods } from '../../src/config/methods-file';
import { loadSurvey } from '../../src/config/survey-file';
import type { Language } from '../../src/domain/languages';
import { createDirectory } from '../../src/domain/organisation/directory';
import type { Organisation } from '../../src/domain/organisation/organisation';
import { createSettings } from '../../src/domain/organisation/settings';
import type { PersonRef } from '../../src/domain/person/person';
import { renamed } from '../../testing/samples/organisation/organisations';
import { allNamed, people } from '../../testing/samples/person/people';
import { type Content, hostileContent, longContent, typicalContent } from '../../testing/samples/text/content';
import { hostile } from '../../testing/samples/text/words';

/** `typical` is what people see every day, `empty` as little as there can be, `long` as much, `hostile` code and markup. */
export const sampleNames = ['typical', 'long', 'empty', 'hostile'] as const;
export type SampleName = (typeof sampleNames)[number];

export type Draws = (context: CardContext) => Drawn;

/** One card as the gallery, the accessibility checks and the pictures know it. */
export interface CardRow {
  /** The function of src/cards that draws it. */
  view: string;
  /** The written command that leads to it, or to all that it offers where it comes by itself. */
  command: ParsedCommand['command'];
  /** The command as somebody writes it. */
  written: Record<Language, string>;
  samples: Readonly<Record<SampleName, Draws>> & { filled: (context: CardContext, filling: Filling) => Drawn };
}

/** What a sample is filled with: what people wrote and what they are called. */
export interface Filling {
  content: Content;
  names: ReadonlyMap<PersonRef, string>;
}

/** The four samples of a card that differ in their words only; `empty` is drawn by itself. `filled` takes any words. */
export const samplesOf = (
  draw: (context: CardContext, filling: Filling) => Drawn,
  empty: Draws,
): CardRow['samples'] => ({
  typical: (context) => draw(context, { content: typicalContent(context.language), names: people }),
  long: (context) =>
    draw({ ...context, ...longNames() }, { content: longContent(context.language), names: allNamed(LONG_PERSON) }),
  empty,
  filled: draw,
  hostile: (context) => draw({ ...context, ...hostileNames() }, { content: hostileContent, names: allNamed(hostile) }),
});

const LONG_NAME = 'Samhällsbyggnads-, fastighets- och parkförvaltningen i Söderhamra centralort';
const LONG_PERSON = 'Ersättande Innovationsledare Samhällsbyggnadsförvaltningen';

const longNames = once(() => asKit(renamed(LONG_NAME, { numbered: true })));
const hostileNames = once(() => asKit(renamed(hostile, { numbered: true })));

/** The kit with another organisation behind it. */
export const inOrganisation = (context: CardContext, organisation: Organisation): CardContext => ({
  ...context,
  ...asKit(organisation),
});

const asKit = (organisation: Organisation): Pick<CardContext, 'settings' | 'directory'> => ({
  settings: createSettings(organisation, undefined, loadMethods(), loadSurvey()),
  directory: createDirectory(organisation),
});

function once<T>(make: () => T): () => T {
  let made: { it: T } | undefined;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}
