/** What people write, by what it is to be taken for. */
export type Utterances = Readonly<Record<string, readonly string[]>>;
