// Written by dev/generators/card-data.ts from cards/: do not edit.

/** Drawn once for each; not at all for none. */
export type Each<T> = T | readonly T[];
/** One of several that can be chosen. */
export type Choice = { title: string; value: string };
/** What a press carries. */
export type PressData = Readonly<Record<string, string | boolean>>;
/** Of Adaptive Cards. */
export type Size = 'Small' | 'Default' | 'Medium' | 'Large' | 'ExtraLarge';
export type Weight = 'Lighter' | 'Default' | 'Bolder';
export type Color = 'Default' | 'Dark' | 'Light' | 'Accent' | 'Good' | 'Warning' | 'Attention';

export type ActionPart = { title: string; verb: string; style: string; inputs: string; data: PressData };
export type AtStakePart = {
  figure: Each<{ amount: string; note: Each<{ text: string }> }>;
  words: Each<SectionPart>;
  rows: Each<{ label: string; values: Each<{ text: string }> }>;
  links: Each<LinkFirstPart>;
};
export type ButtonRowsPart = { actions: Each<ActionPart> };
export type CommentsPart = {
  heading: string;
  rows: Each<PressPart & { date: string; who: string; words: Each<{ text: string }>; word: string }>;
};
export type ContactPart = { name: string; title: string; email: string };
export type DayRowsPart = PressPart & {
  title: string;
  lines: Each<{ text: string }>;
  tag: Each<{ text: string }>;
  buttonRows: Each<ButtonRowsPart>;
};
export type DecisionsPart = { when: string; what: string; said: Each<SaidPart> };
export type DetailsPart = {
  isShown: boolean;
  words: Each<SectionPart>;
  source: Each<{ links: Each<LinkFirstPart> }>;
  pictures: Each<{ url: string; alt: string }>;
  needs: Each<NeedsPart>;
  known: Each<KnownPart>;
  adoptions: Each<{ heading: string; facts: Each<FactsPart>; all: Each<PressLinePart> }>;
  facts: Each<FactsPart>;
  link: Each<{ text: string }>;
  happened: Each<{ heading: string; events: Each<TimelinePart> }>;
  fields: Each<{ fields: Each<FieldsPart> }>;
};
export type FactsPart = { label: string; values: Each<{ text: string }> };
export type FaultPart = { text: string };
export type FieldsPart = {
  isText: boolean;
  id: string;
  label: string;
  value: string;
  placeholder?: string;
  multiline?: boolean;
  maxLength?: string;
  kind?: string;
  required?: boolean;
  missing?: string;
  isChoice: boolean;
  style?: string;
  several?: boolean;
  choices?: readonly Choice[];
  isPeople: boolean;
  isDate: boolean;
  min?: string;
  max?: string;
  isTime: boolean;
  isToggle: boolean;
  title?: string;
};
export type FigurePart = PressPart & { label: string; before: string; value: string };
export type FoundRowPart = { row: Each<IdeaRowPart>; asks: Each<{ title: string; url: string; text: string }> };
export type GoalsPart = { isFolded: boolean; title: string; isShown: boolean; fields: Each<FieldsPart> };
export type HappenedPart = {
  headline: string;
  answers: Each<SectionPart>;
  said: Each<SaidPart>;
  next: Each<{ text: string }>;
};
export type HowToPart = PressPart & { word: string };
export type IdeaHeadPart = { stageLine: string; title: string };
export type IdeaRowPart = {
  open: { title: string; verb: string; data: PressData };
  id: string;
  title: string;
  about: Each<{ text: string }>;
  waits: Each<{ text: string; weight: Weight; subtle: boolean }>;
  stage: string;
};
export type KeptPart = {
  heading: string;
  fault: Each<FaultPart>;
  lines: Each<{ text: string; weight: Weight }>;
  quotes: Each<QuotePart>;
  below: Each<{ text: string }>;
  fields: Each<FieldsPart>;
  buttonRows: Each<ButtonRowsPart>;
  links: Each<LinkFirstPart>;
};
export type KnownPart = {
  unfold: string;
  heading: string;
  list: Each<Partial<PressPart> & KnownRowPart & { canBePressed: boolean; isPlain: boolean }>;
};
export type KnownRowPart = PressWordPart & { what: string; answer: string };
export type LeaderSearchPart = { label: string; placeholder: string };
export type LinkFirstPart = { title: string; url: string; style: string };
export type MenuPart = {
  heading: string;
  groups: Each<{
    style: string;
    heading: string;
    choices: Each<PressPart & { press: { title: string }; color: Color; hint: Each<{ text: string }> }>;
  }>;
};
export type NeedRowPart = PressWordPart & { mark: string; what: string; state: string; answer: Each<{ text: string }> };
export type NeedsPart = {
  heading: string;
  count: string;
  list: Each<Partial<PressPart> & NeedRowPart & { canBePressed: boolean; isPlain: boolean; how: Each<HowToPart> }>;
  help: Each<ProcurementPart>;
};
export type OpenUrlPart = { title: string; url: string };
export type OutsideAnswerPart = SectionPart & { correct: Each<PressLinePart> };
export type PanelPart = {
  fault: Each<FaultPart>;
  title: string;
  text: Each<{ text: string }>;
  quotes: Each<QuotePart>;
  fields: Each<FieldsPart>;
};
export type PlacePart = {
  line: Each<{ label: string; name: string; change: string }>;
  isOpen: boolean;
  fields: Each<FieldsPart>;
};
export type PressPart = { press: { title: string; verb: string; data: PressData } };
export type PressLinePart = PressPart & { word: string };
export type PressWordPart = { canBePressed: boolean; word?: string };
export type ProcurementPart = ContactPart & { about: string; chat: string; url: string };
export type QueueTabsPart = {
  tabs: Each<{
    title: string;
    verb: string;
    data: PressData;
    weight: Weight;
    color: Color;
    count: string;
    word: string;
  }>;
};
export type QuotePart = { heading: Each<{ text: string }>; lines: Each<{ text: string }> };
export type SaidPart = {
  sections: Each<{ heading: Each<{ text: string }>; lines: Each<{ text: string }> }>;
  notes: Each<{ text: string }>;
};
export type SectionPart = { heading: Each<{ text: string }>; lines: Each<{ text: string }> };
export type ShortFormPart = {
  heading: string;
  lines: Each<{ text: string }>;
  fault: Each<FaultPart>;
  fields: Each<FieldsPart>;
  buttonRows: Each<ButtonRowsPart>;
};
export type SideBySidePart = {
  sides: Each<{ idAndStage: string; title: string; problem: Each<{ text: string }>; by: string }>;
};
export type SimilarRowPart = PressPart & {
  says: Each<{ text: string }>;
  quotes: Each<QuotePart>;
  title: string;
  where: string;
  why: Each<{ text: string }>;
  read: string;
  buttonRows: Each<ButtonRowsPart>;
  links: Each<LinkFirstPart>;
};
export type TimelinePart = { date: string; what: string; words: Each<{ text: string }> };
export type TurnBandPart = { turn: string; task: Each<{ text: string }>; time: Each<{ text: string }> };
export type UnfoldPart = { title: string };
export type UnsentRowPart = PressPart & { tag: string; title: string };
