/** What somebody is to one idea. Nobody is a decider of an idea that they submitted, nor a funder of one that they work on. */
export type Role =
  | 'reader'
  | 'submitter'
  /** Their own idea has become a part of this one. */
  | 'joined'
  /** Has been asked whether the idea is theirs too. */
  | 'invitee'
  | 'decider'
  | 'driver'
  | 'doer'
  | 'owner'
  /** Says before a test that what it touches is in order; is asked to take over if it works; has said yes to that. */
  | 'checker'
  | 'askedSuccessor'
  | 'successor'
  /** Is asked what they think before it is decided on; has said so. */
  | 'askedOpinion'
  | 'gaveOpinion'
  | 'funder'
  /** Leads a department that may take the idea in. */
  | 'adopter'
  /** Works with it together with whoever leads the work. */
  | 'member'
  /** Speaks for a department that takes part in solving its problem. */
  | 'partner'
  | 'office'
  /** Notes here what has been decided outside, where nobody may decide here. */
  | 'noter'
  /** Decides on the idea that this one is proposed to become a part of. */
  | 'answerer'
  /** Keeps the municipality's records: may read what is out of sight. */
  | 'registrar'
  /** The same act that closes one idea into another; nobody's own. */
  | 'merger'
  | 'clock';
