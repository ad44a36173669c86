// Written by dev/generators/card-data.ts from cards/: do not edit.

import type * as of from './parts.js';

/** What each card of an idea, or of several, is filled with. */
export interface IdeaCardData {
  closing: {
    heading: string;
    moved: of.Each<of.FaultPart>;
    what: string;
    notice: string;
    fields: of.Each<of.FieldsPart>;
    which: string;
    titles: of.Each<{ text: string }>;
    rows: of.Each<{ title: string; quote: of.Each<{ text: string }>; fields: of.Each<of.FieldsPart> }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  idea: {
    fault: of.Each<of.FaultPart>;
    unsent: of.Each<of.SectionPart>;
    happened: of.Each<of.HappenedPart>;
    head: of.Each<of.IdeaHeadPart>;
    band: of.Each<of.TurnBandPart>;
    stake: of.Each<of.AtStakePart>;
    pair: of.Each<of.SideBySidePart>;
    standing: of.Each<of.SectionPart>;
    elsewhere: of.Each<{ heading: string; about: string; links: of.Each<of.OpenUrlPart> }>;
    details: of.Each<of.DetailsPart & { work: of.Each<of.NeedsPart>; unfold: of.Each<of.UnfoldPart> }>;
    history: of.Each<{ heading: string; events: of.Each<of.TimelinePart>; older: of.Each<{ text: string }> }>;
    decided: of.Each<{
      heading: string;
      decisions: of.Each<of.DecisionsPart>;
      none: of.Each<{ text: string }>;
      older: of.Each<{ text: string }>;
    }>;
    comments: of.Each<of.CommentsPart>;
    menu: of.Each<of.MenuPart>;
    inline: of.Each<{ fields: of.Each<of.FieldsPart> }>;
    goals: of.Each<of.GoalsPart>;
    panel: of.Each<of.PanelPart>;
    whole: of.Each<{ actions: of.Each<of.ActionPart> }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
    why: of.Each<{ isNews: boolean; text: string }>;
    told: boolean;
    headlineSize: of.Size;
    titleSize: of.Size;
  };
  'idea-form': {
    heading: string;
    answers: of.Each<{ text: string }>;
    fault: of.Each<of.FaultPart>;
    door: of.Each<{ text: string }>;
    links: of.Each<of.LinkFirstPart>;
    seen: of.Each<{ fields: of.Each<of.FieldsPart> }>;
    place: of.Each<of.PlacePart>;
    unfold: of.Each<{ title: string }>;
    more: of.Each<{
      isOpen: boolean;
      fields: of.Each<of.FieldsPart>;
      honest: string;
      whose: of.Each<{ fields: of.Each<of.FieldsPart> }>;
    }>;
    open: string;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  method: {
    place: string;
    name: string;
    facts: of.Each<{ label: string; text: string }>;
    steps: of.Each<{ number: string; step: string }>;
    notes: of.Each<{ text: string }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  methods: {
    heading: string;
    about: string;
    sections: of.Each<{ heading: string; rows: of.Each<of.IdeaRowPart>; more: of.Each<{ text: string }> }>;
    buttonRows: of.Each<of.ButtonRowsPart>;
    elsewhere: of.Each<{ links: of.Each<of.OpenUrlPart> }>;
  };
  'my-ideas': {
    heading: string;
    about: string;
    isEmpty: boolean;
    invitation?: string;
    unsent: of.Each<of.UnsentRowPart>;
    rows: of.Each<of.IdeaRowPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  'my-turn': {
    heading: string;
    count: string;
    rested: of.Each<{ what: string }>;
    outcome: of.Each<{ text: string }>;
    filters: of.Each<of.QueueTabsPart>;
    nothing: of.Each<{ text: string }>;
    rows: of.Each<of.IdeaRowPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  piles: {
    heading: string;
    count: string;
    outcome: of.Each<{ text: string }>;
    piles: of.Each<of.PressPart & { number: string; name: string; why: string; word: string }>;
    room: of.Each<{ text: string }>;
    how: string;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
  several: {
    heading: string;
    what: string;
    outcome: of.Each<of.FaultPart>;
    refusal: of.Each<of.FaultPart>;
    rows: of.Each<of.IdeaRowPart>;
    calendar: of.Each<{ links: of.Each<of.OpenUrlPart> }>;
    choice: of.Each<{ label: string; choices: readonly of.Choice[]; value: string }>;
    elsewhere: of.Each<{ text: string }>;
    fields: of.Each<of.FieldsPart>;
    buttonRows: of.Each<of.ButtonRowsPart>;
  };
}
