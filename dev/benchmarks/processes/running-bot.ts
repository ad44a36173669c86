/** A bot that is measured, as the process that it runs in sees it. */
export interface RunningBot {
  /** Where it listens on the loopback address. */
  port: number;
  stop(): Promise<void>;
}
