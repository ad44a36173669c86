/**
 * What people tell the bot that belongs to a channel of the municipality's own: each kind of channel with the words by
 * which it is known where the organisation file gives none. Phrases are written as in domain/language/phrases.ts; the duties to
 * report are those of Swedish law (socialtjänstlagen, skollagen, arbetsmiljölagen, visselblåsarlagen, GDPR).
 */
export interface MatterRow {
  /** A channel whose code or name has one of these takes the matter; in plain spelling. */
  named: RegExp;
  phrases: readonly string[];
  /** It must not wait: it is looked for in a long text too, and said before an idea about it is sent. */
  grave?: true;
  /** It may be about the writer's own manager. */
  aboveManager?: true;
}

/** Somebody who is cared for or taught, in plain spelling, as a word of a phrase. */
export const CARED = 'brukar~|boende|patient~|elev~|barn|barnet|resident|patient|pupil|student|child';
