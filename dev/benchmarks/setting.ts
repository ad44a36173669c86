/** Where and how long a benchmark runs. */
export interface Setting {
  /** The connection string of an Azurite that may be shared with others. */
  storage: () => Promise<string>;
  /** Put before the names of tables, new at each call. */
  prefix: () => string;
  /** How many rounds are timed. */
  rounds: number;
}
