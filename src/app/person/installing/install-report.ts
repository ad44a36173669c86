import type { InstallOutcome, InstallResult } from './install-for.js';

/** Milliseconds between two lines that say how far a run has come. */
const EVERY_MS = 15_000;
/** So many of one kind are listed; of the others their number stands. */
const MOST_LISTED = 200;

/** What each outcome means to an operator, in the order in which they are told. */
const meanings: Record<InstallResult, string> = {
  would: 'would be given the bot',
  given: 'have been given the bot',
  had: 'had it already, and can be written to now',
  known: 'are known to the bot',
  noted: 'have been given it before, and the bot has still to meet them: it does so by itself while it runs',
  removed: 'have taken it away themselves: --again gives it to them once more',
  protected: 'have protected personal data: they install it themselves',
  unchecked:
    'have no address in Microsoft Entra, so that nobody knows whether the personnel file protects them: they install it themselves',
  closed: 'have a closed account, or are away',
  guest: 'are guests here: for a company with a tenant of its own say --identity',
  notFound: 'have no account here with this address or user name: correct it in the organisation file',
  several: 'have an address that several accounts have: correct it in Microsoft Entra',
  refused: 'were refused by Microsoft Graph: look whether they have Teams, and which app permission policy',
  left: 'are left, for Microsoft Graph had no time: run this again',
};
/** Of these it is said who they are. */
const listed: ReadonlySet<InstallResult> = new Set([
  'would',
  'closed',
  'guest',
  'notFound',
  'several',
  'refused',
  'left',
  'removed',
]);
/** What an operator has something to do about. */
const undone: ReadonlySet<InstallResult> = new Set(['notFound', 'several', 'refused', 'left']);

/** Counts what becomes of everybody, says how far it has come now and then, and in the end what came of it. */
export class InstallReport {
  private readonly counts = new Map<InstallResult, number>();
  private readonly who = new Map<InstallResult, string[]>();
  private toldAt: number | undefined;

  constructor(
    private readonly write: boolean,
    private readonly progress: (line: string) => void,
  ) {}

  /** `now` in milliseconds. */
  add({ candidate, outcome, why }: InstallOutcome, now: number): void {
    this.counts.set(outcome, (this.counts.get(outcome) ?? 0) + 1);
    const some = this.who.get(outcome) ?? [];
    const name = 'email' in candidate ? candidate.email : candidate.objectId;
    if (listed.has(outcome) && some.length < MOST_LISTED)
      this.who.set(outcome, [...some, why ? `${name} (${why})` : name]);
    this.toldAt ??= now;
    if (now - this.toldAt < EVERY_MS) return;
    this.toldAt = now;
    const seen = [...this.counts.values()].reduce((sum, count) => sum + count, 0);
    this.progress(
      `${seen} seen to, ${this.counts.get(this.write ? 'given' : 'would') ?? 0} ${meanings[this.write ? 'given' : 'would']} …`,
    );
  }

  /** Whether nothing is left for an operator to do. */
  get isWhole(): boolean {
    return [...undone].every((outcome) => !this.counts.has(outcome));
  }

  lines(): string[] {
    const lines = (Object.keys(meanings) as InstallResult[]).flatMap((outcome) => {
      const count = this.counts.get(outcome);
      if (!count) return [];
      const who = this.who.get(outcome) ?? [];
      const more = listed.has(outcome) && count > who.length ? [`  and ${count - who.length} more`] : [];
      return [`${count} ${meanings[outcome]}.`, ...who.map((one) => `  ${one}`), ...more];
    });
    const all = lines.length > 0 ? lines : ['Nobody is meant by that.'];
    return this.write ? all : [...all, 'Nobody is given anything without --write.'];
  }
}
