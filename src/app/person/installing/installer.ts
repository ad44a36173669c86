/** Somebody as Microsoft Entra has them, as far as it matters to giving them the bot. */
export interface EntraAccount {
  objectId: string;
  /** Nobody signs in with it now: they are on leave, or gone. */
  isClosed: boolean;
  isGuest: boolean;
  /** All by which the personnel file may know them, in lower case; none where Entra has none. */
  emails: string[];
}

/** given: they have it now. had: they had it already. refused: not they, for a reason that Graph gives in short ("403 Forbidden"). */
export type Installed = { kind: 'given' | 'had' } | { kind: 'refused'; why: string };

/**
 * What gives people the bot, one by one: Microsoft Graph. Rejects with `InstallingStops` where it is refused to the bot
 * altogether, and with `InstallerBusy` where nothing comes of one of these for now.
 */
export interface Installer {
  /** In which tenant object ids are. */
  tenant: string;
  /** Finds the app in the organisation's catalogue; before anything else. */
  ready(): Promise<void>;
  /** Those who have an address or a user name, two at most. */
  accountsOf(address: string): Promise<EntraAccount[]>;
  /** Who has an object id; undefined where nobody has. */
  accountWith(objectId: string): Promise<EntraAccount | undefined>;
  install(objectId: string): Promise<Installed>;
  /** Their own chat with the bot, as Teams names it; undefined where there is none yet. */
  chatOf(objectId: string): Promise<string | undefined>;
}

/** Nobody can be given the bot before an operator has done something: a line for each thing. */
export class InstallingStops extends Error {
  constructor(readonly lines: readonly [string, ...string[]]) {
    super(lines.join('\n'));
  }
}

/** It can be tried again later: in so many milliseconds, where that is known, else 0. */
export class InstallerBusy extends Error {
  constructor(
    why: string,
    readonly waitMs: number,
  ) {
    super(why);
  }
}
