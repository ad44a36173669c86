// Written by dev/generators/card-data.ts from cards/: do not edit.

import type { IdeaCardData } from './idea-cards.js';
import type * as of from './parts.js';
import type { RecordCardData } from './record-cards.js';

/** What each card is filled with. */
export interface CardData extends IdeaCardData, RecordCardData {
  'answer-offer': {
    heading: string;
    conversations: of.Each<{ title: of.Each<{ text: string }>; label: string; lines: of.Each<{ text: string }> }>;
    label: string;
    lines: of.Each<{ text: string }>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  day: {
    heading: string;
    date: string;
    band: of.Each<{ text: string; first: of.Each<{ text: string }> }>;
    waits: of.Each<{ rows: of.Each<of.DayRowsPart> }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
    sections: of.Each<{ heading: string; rows: of.Each<of.DayRowsPart>; more: of.Each<{ text: string }> }>;
    nothing: of.Each<{ text: string }>;
    why: string;
  };
  door: {
    heading: string;
    truth: string;
    links: of.Each<of.LinkFirstPart>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
    kept: string;
  };
  'follow-up': {
    heading: string;
    place: string;
    rows: of.Each<of.PressPart & { label: string; about: string }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  form: {
    heading: string;
    about: string;
    fault: of.Each<of.FaultPart>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  help: {
    heading: string;
    what: string;
    messages: string;
    buttonRows: of.Each<of.ButtonRowsPart>;
    purpose: of.Each<{ text: string }>;
    commandsHeading: string;
    commands: of.Each<{ word: string; what: string }>;
    channels: of.Each<{ heading: string; what: string }>;
    links: of.Each<{ title: string; url: string; name: string; about: of.Each<{ text: string }> }>;
  };
  helping: of.ShortFormPart & { links: of.Each<of.OpenUrlPart> };
  kept: of.KeptPart;
  'leader-choice': {
    heading: string;
    about: of.Each<{ text: string }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
    fields: of.Each<of.FieldsPart>;
    search: of.Each<of.LeaderSearchPart>;
    actions: of.Each<of.ActionPart>;
  };
  leaders: {
    label: string;
    place: string;
    notes: of.Each<{ text: string }>;
    people: of.Each<of.ContactPart & { links: of.Each<{ title: string; tooltip: string; url: string }> }>;
    tapToChat: of.Each<{ text: string }>;
    rows: of.Each<of.ContactPart & { chatWith: string; chat: string }>;
    more: of.Each<{ text: string }>;
    search: of.Each<of.LeaderSearchPart>;
    actions: of.Each<of.ActionPart>;
  };
  note: {
    heading: string;
    lines: of.Each<{ text: string }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
    links: of.Each<of.OpenUrlPart>;
  };
  obstacle: of.IdeaHeadPart & {
    told: of.Each<{ text: string }>;
    fault: of.Each<of.FaultPart>;
    words: of.Each<of.SectionPart>;
    facts: of.Each<of.FactsPart>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
    titleSize: of.Size;
  };
  obstacles: {
    heading: string;
    about: string;
    rows: of.Each<of.IdeaRowPart>;
    more: of.Each<{ text: string }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  overview: {
    heading: string;
    place: of.Each<{ text: string }>;
    about: string;
    figures: of.Each<of.FigurePart>;
    charts: of.Each<{ title: string; bars: of.Each<{ x: string; count: string }> }>;
    places: of.Each<{
      opens: of.Each<of.PressPart & { text: string }>;
      name: of.Each<{ text: string }>;
      facts: of.Each<{ title: string; value: string }>;
    }>;
    notes: of.Each<{ text: string }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  'post-welcome': {
    heading: string;
    what: string;
    roles: of.Each<{ reason: string; gets: string; expected: string }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
    unfold: of.Each<of.UnfoldPart>;
    hasSeveral: boolean;
    which?: string;
    posts?: readonly of.Choice[];
    whichMissing?: string;
    disown?: of.Each<of.ActionPart>;
  };
  posts: {
    label: string;
    place: string;
    notes: of.Each<{ text: string }>;
    facts: of.Each<of.FactsPart>;
    fault: of.Each<of.FaultPart>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  'question-answer': {
    answer: string;
    rows: of.Each<of.IdeaRowPart>;
    links: of.Each<of.LinkFirstPart>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  quote: {
    heading: string;
    lines: of.Each<{ text: string }>;
    hint: string;
    place: of.Each<of.PlacePart>;
    fields: of.Each<of.FieldsPart>;
    open: string;
    buttonRows: of.Each<of.ButtonRowsPart>;
    beside: of.Each<{ heading: string; about: string; links: of.Each<of.LinkFirstPart> }>;
  };
  registry: {
    heading: string;
    place: string;
    about: of.Each<{ text: string }>;
    rows: of.Each<of.PressPart & { title: string; text: string }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  search: {
    heading: string;
    field: of.Each<{ label: string; query: string; placeholder: string }>;
    filters: of.Each<{
      tabs: of.Each<{
        title: string;
        verb: string;
        data: of.PressData;
        weight: of.Weight;
        color: of.Color;
        word: string;
      }>;
    }>;
    about: string;
    building: of.Each<{ text: string }>;
    news: of.Each<{ text: string }>;
    rows: of.Each<of.FoundRowPart>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  sections: {
    heading: string;
    about: string;
    sections: of.Each<{ heading: string; rows: of.Each<of.IdeaRowPart>; more: of.Each<{ text: string }> }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  settings: {
    heading: string;
    saved: of.Each<{ word: string; what: string }>;
    refusal: of.Each<of.FaultPart>;
    general: of.Each<of.FieldsPart>;
    away: of.Each<{ label: string; value: string; min: string; max: string; what: string }>;
    decides: of.Each<{ fields: of.Each<of.FieldsPart> }>;
    messages: string;
    fields: of.Each<of.FieldsPart>;
    always: string;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  'several-ideas': {
    heading: string;
    hint: string;
    rows: of.Each<{ open: { title: string; verb: string; data: of.PressData }; idea: string }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  'similar-ideas': {
    heading: string;
    about: string;
    buttonRows: of.Each<of.ButtonRowsPart>;
    rows: of.Each<of.SimilarRowPart>;
  };
  'stop-line': { text: string };
  'taken-idea': {
    stageLine: string;
    title: string;
    place: string;
    parts: of.Each<of.SectionPart>;
    ask: of.Each<{ text: string }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
    links: of.Each<of.OpenUrlPart>;
  };
  'typed-again': {
    heading: string;
    fault: of.Each<of.FaultPart>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  unanswered: {
    heading: string;
    lines: of.Each<{ text: string }>;
    hint: string;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  week: {
    heading: string;
    span: string;
    scopes: of.Each<{ text: string }>;
    sections: of.Each<{
      heading: string;
      rows: of.Each<of.IdeaRowPart>;
      more: of.Each<of.PressPart & { press: { title: string } }>;
    }>;
    facts: of.Each<{ name: string; text: string }>;
    empty: of.Each<{ heading: string; what: string }>;
    charts: of.Each<{ title: string; bars: of.Each<{ stage: string; count: string }> }>;
    why: of.Each<{ text: string }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  welcome: {
    municipality: string;
    heading: string;
    what: string;
    messages: string;
    purpose: of.Each<{ text: string }>;
    knows: boolean;
    leaderLabel?: string;
    leaders?: of.Each<{ name: string }>;
    placeName?: string;
    isTold: boolean;
    told?: string;
    answers?: of.Each<of.ActionPart>;
    asks: boolean;
    question?: string;
    why?: string;
    fields?: of.Each<of.FieldsPart>;
    pick?: of.Each<of.ActionPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
}

export type LayoutName = keyof CardData;
