// Written by dev/generators/card-data.ts from cards/: do not edit.

import type * as of from './parts.js';

/** What each card of a record of another kind, or of several, is filled with. */
export interface RecordCardData {
  'capability-results': {
    heading: string;
    place: string;
    promised: of.Each<{ label: string; text: string; state: string }>;
    about: of.Each<{ text: string }>;
    sections: of.Each<{
      heading: string;
      felt: string;
      statements: of.Each<{ text: string; felt: string; measured: of.Each<{ text: string }> }>;
    }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  challenge: of.IdeaHeadPart & {
    told: of.Each<{ text: string }>;
    fault: of.Each<of.FaultPart>;
    words: of.Each<of.SectionPart>;
    answers: of.Each<of.OutsideAnswerPart>;
    facts: of.Each<of.FactsPart>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
    titleSize: of.Size;
  };
  group: of.IdeaHeadPart & {
    told: of.Each<{ text: string }>;
    fault: of.Each<of.FaultPart>;
    words: of.Each<of.SectionPart>;
    steps: of.Each<of.SectionPart>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
    elsewhere: of.Each<{ links: of.Each<of.OpenUrlPart> }>;
    titleSize: of.Size;
  };
  meeting: of.IdeaHeadPart & {
    told: of.Each<{ text: string }>;
    fault: of.Each<of.FaultPart>;
    words: of.Each<of.SectionPart>;
    facts: of.Each<of.FactsPart>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
    elsewhere: of.Each<{ links: of.Each<of.OpenUrlPart> }>;
    titleSize: of.Size;
  };
  meetings: {
    heading: string;
    told: of.Each<{ text: string }>;
    about: of.Each<{ text: string }>;
    rows: of.Each<of.IdeaRowPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  'survey-screen': {
    place: string;
    heading: string;
    promised: of.Each<{ label: string; text: string; state: string }>;
    about: of.Each<{ text: string }>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  undertaking: of.IdeaHeadPart & {
    told: of.Each<{ text: string }>;
    fault: of.Each<of.FaultPart>;
    words: of.Each<of.SectionPart>;
    facts: of.Each<of.FactsPart>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
    titleSize: of.Size;
  };
  undertakings: {
    heading: string;
    place: string;
    told: of.Each<{ text: string }>;
    about: of.Each<{ text: string }>;
    rows: of.Each<of.IdeaRowPart>;
    more: of.Each<{ text: string }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
}
