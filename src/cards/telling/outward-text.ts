/** A text for readers outside of the product, part by part; whoever shows it says how each is set. */
export interface OutwardText {
  title: string;
  /** One sentence below the title. */
  lead: string;
  parts: readonly OutwardPart[];
  /** Where it comes from. */
  end: string;
}

export interface OutwardPart {
  heading: string;
  text: string;
}
