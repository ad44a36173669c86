// Written by dev/generators/card-data.ts from cards/: do not edit.

import type {
  ActionPart,
  AtStakePart,
  ButtonRowsPart,
  Choice,
  Color,
  CommentsPart,
  ContactPart,
  DayRowsPart,
  DecisionsPart,
  DetailsPart,
  Each,
  FaultPart,
  FieldsPart,
  HappenedPart,
  IdeaHeadPart,
  IdeaRowPart,
  LeaderSearchPart,
  LinkFirstPart,
  MenuPart,
  NeedsPart,
  OpenUrlPart,
  PanelPart,
  PlacePart,
  PressData,
  PressPart,
  QueueTabsPart,
  SectionPart,
  SideBySidePart,
  Size,
  TimelinePart,
  TurnBandPart,
  UnfoldPart,
  Weight,
} from './parts.js';

/** What each card is filled with. */
export interface CardData {
  'answer-offer': {
    heading: string;
    conversations: Each<{ title: Each<{ text: string }>; label: string; lines: Each<{ text: string }> }>;
    label: string;
    lines: Each<{ text: string }>;
    fields: Each<FieldsPart>;
    buttonRows: Each<ButtonRowsPart>;
  };
  'caught-up': {
    heading: string;
    about: string;
    sections: Each<{ heading: string; rows: Each<IdeaRowPart>; more: Each<{ text: string }> }>;
    buttonRows: Each<ButtonRowsPart>;
  };
  closing: {
    heading: string;
    moved: Each<FaultPart>;
    what: string;
    notice: string;
    fields: Each<FieldsPart>;
    which: string;
    titles: Each<{ text: string }>;
    buttonRows: Each<ButtonRowsPart>;
  };
  day: {
    heading: string;
    date: string;
    band: Each<{ text: string; first: Each<{ text: string }> }>;
    waits: Each<{ rows: Each<DayRowsPart> }>;
    buttonRows: Each<ButtonRowsPart>;
    sections: Each<{ heading: string; rows: Each<DayRowsPart>; more: Each<{ text: string }> }>;
    nothing: Each<{ text: string }>;
    why: string;
  };
  'department-picker': {
    question: string;
    why: string;
    fault: Each<FaultPart>;
    fields: Each<FieldsPart>;
    buttonRows: Each<ButtonRowsPart>;
  };
  door: {
    heading: string;
    truth: string;
    links: Each<LinkFirstPart>;
    fields: Each<FieldsPart>;
    buttonRows: Each<ButtonRowsPart>;
    kept: string;
  };
  help: {
    heading: string;
    what: string;
    messages: string;
    buttonRows: Each<ButtonRowsPart>;
    purpose: Each<{ text: string }>;
    commandsHeading: string;
    commands: Each<{ word: string; what: string }>;
    channels: Each<{ heading: string; what: string }>;
    links: Each<{ title: string; url: string; name: string; about: Each<{ text: string }> }>;
  };
  idea: {
    fault: Each<FaultPart>;
    unsent: Each<SectionPart>;
    happened: Each<HappenedPart>;
    head: Each<IdeaHeadPart>;
    band: Each<TurnBandPart>;
    stake: Each<AtStakePart>;
    pair: Each<SideBySidePart>;
    standing: Each<SectionPart>;
    elsewhere: Each<{ heading: string; about: string; links: Each<OpenUrlPart> }>;
    details: Each<DetailsPart & { work: Each<NeedsPart>; unfold: Each<UnfoldPart> }>;
    history: Each<{ heading: string; events: Each<TimelinePart>; older: Each<{ text: string }> }>;
    decided: Each<{
      heading: string;
      decisions: Each<DecisionsPart>;
      none: Each<{ text: string }>;
      older: Each<{ text: string }>;
    }>;
    comments: Each<CommentsPart>;
    menu: Each<MenuPart>;
    inline: Each<{ fields: Each<FieldsPart> }>;
    panel: Each<PanelPart>;
    whole: Each<{ actions: Each<ActionPart> }>;
    buttonRows: Each<ButtonRowsPart>;
    why: Each<{ isNews: boolean; text: string }>;
    told: boolean;
    headlineSize: Size;
    titleSize: Size;
  };
  'idea-form': {
    heading: string;
    fault: Each<FaultPart>;
    door: Each<{ text: string }>;
    links: Each<LinkFirstPart>;
    seen: Each<{ fields: Each<FieldsPart> }>;
    place: Each<PlacePart>;
    unfold: Each<{ title: string }>;
    more: Each<{
      isOpen: boolean;
      fields: Each<FieldsPart>;
      honest: string;
      whose: Each<{ fields: Each<FieldsPart> }>;
    }>;
    open: string;
    buttonRows: Each<ButtonRowsPart>;
  };
  'leader-choice': {
    heading: string;
    about: Each<{ text: string }>;
    buttonRows: Each<ButtonRowsPart>;
    fields: Each<FieldsPart>;
    search: Each<LeaderSearchPart>;
    actions: Each<ActionPart>;
  };
  leaders: {
    label: string;
    place: string;
    notes: Each<{ text: string }>;
    people: Each<ContactPart & { links: Each<{ title: string; tooltip: string; url: string }> }>;
    tapToChat: Each<{ text: string }>;
    rows: Each<ContactPart & { chatWith: string; chat: string }>;
    more: Each<{ text: string }>;
    search: Each<LeaderSearchPart>;
    actions: Each<ActionPart>;
  };
  'my-ideas': {
    heading: string;
    about: string;
    isEmpty: boolean;
    invitation?: string;
    rows: Each<IdeaRowPart>;
    buttonRows: Each<ButtonRowsPart>;
  };
  'my-turn': {
    heading: string;
    count: string;
    rested: Each<{ what: string }>;
    outcome: Each<{ text: string }>;
    filters: Each<QueueTabsPart>;
    nothing: Each<{ text: string }>;
    rows: Each<IdeaRowPart>;
    buttonRows: Each<ButtonRowsPart>;
  };
  note: { heading: string; lines: Each<{ text: string }>; buttonRows: Each<ButtonRowsPart>; links: Each<OpenUrlPart> };
  'post-welcome': {
    heading: string;
    what: string;
    roles: Each<{ reason: string; gets: string; expected: string }>;
    buttonRows: Each<ButtonRowsPart>;
    unfold: Each<UnfoldPart>;
    hasSeveral: boolean;
    which?: string;
    posts?: readonly Choice[];
    whichMissing?: string;
    disown?: Each<ActionPart>;
  };
  'question-answer': {
    answer: string;
    rows: Each<IdeaRowPart>;
    links: Each<LinkFirstPart>;
    fields: Each<FieldsPart>;
    buttonRows: Each<ButtonRowsPart>;
  };
  quote: {
    heading: string;
    lines: Each<{ text: string }>;
    hint: string;
    place: Each<PlacePart>;
    fields: Each<FieldsPart>;
    open: string;
    buttonRows: Each<ButtonRowsPart>;
    beside: Each<{ heading: string; about: string; links: Each<LinkFirstPart> }>;
  };
  search: {
    heading: string;
    field: Each<{ label: string; query: string; placeholder: string }>;
    filters: Each<{
      tabs: Each<{ title: string; verb: string; data: PressData; weight: Weight; color: Color; word: string }>;
    }>;
    about: string;
    building: Each<{ text: string }>;
    rows: Each<IdeaRowPart>;
    fields: Each<FieldsPart>;
    buttonRows: Each<ButtonRowsPart>;
  };
  settings: {
    heading: string;
    saved: Each<{ word: string; what: string }>;
    refusal: Each<FaultPart>;
    general: Each<FieldsPart>;
    away: Each<{ label: string; value: string; min: string; max: string; what: string }>;
    messages: string;
    fields: Each<FieldsPart>;
    always: string;
    buttonRows: Each<ButtonRowsPart>;
  };
  several: {
    heading: string;
    what: string;
    refusal: Each<FaultPart>;
    choice: Each<{ label: string; choices: readonly Choice[]; value: string }>;
    elsewhere: Each<{ text: string }>;
    fields: Each<FieldsPart>;
    buttonRows: Each<ButtonRowsPart>;
  };
  'several-ideas': {
    heading: string;
    hint: string;
    rows: Each<{ open: { title: string; verb: string; data: PressData }; idea: string }>;
    buttonRows: Each<ButtonRowsPart>;
  };
  'stop-line': { text: string };
  'typed-again': {
    heading: string;
    fault: Each<FaultPart>;
    fields: Each<FieldsPart>;
    buttonRows: Each<ButtonRowsPart>;
  };
  unanswered: {
    heading: string;
    lines: Each<{ text: string }>;
    hint: string;
    fields: Each<FieldsPart>;
    buttonRows: Each<ButtonRowsPart>;
  };
  week: {
    heading: string;
    span: string;
    scopes: Each<{ text: string }>;
    sections: Each<{ heading: string; rows: Each<IdeaRowPart>; more: Each<PressPart & { press: { title: string } }> }>;
    empty: Each<{ heading: string; what: string }>;
    charts: Each<{ title: string; bars: Each<{ stage: string; count: string }> }>;
    why: Each<{ text: string }>;
    buttonRows: Each<ButtonRowsPart>;
  };
  welcome: {
    municipality: string;
    heading: string;
    what: string;
    messages: string;
    purpose: Each<{ text: string }>;
    knows: boolean;
    leaderLabel?: string;
    leaders?: Each<{ name: string }>;
    placeName?: string;
    asks: boolean;
    question?: string;
    why?: string;
    fields?: Each<FieldsPart>;
    pick?: Each<ActionPart>;
    buttonRows: Each<ButtonRowsPart>;
  };
}

export type LayoutName = keyof CardData;
