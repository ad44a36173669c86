/** A text for readers outside of the product, part by part; whoever shows it says how each is set. */
export interface Told {
  title: string;
  /** One sentence below the title. */
  lead: string;
  parts: readonly ToldPart[];
  /** Where it comes from. */
  end: string;
}

export interface ToldPart {
  heading: string;
  text: string;
}
