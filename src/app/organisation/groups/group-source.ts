import type { GroupMember } from '../../../domain/organisation/sources/group-posts.js';

/** Who is in a group, each once; or why that is not known, in a word for operators. */
export type GroupRead =
  | {
      ok: true;
      people: readonly GroupMember[];
      /** Members who can have no post: guests, and who has neither an address nor a name. */
      leftOut: number;
    }
  | { ok: false; why: string };

/** What knows who is in groups: Microsoft Graph. */
export interface GroupSource {
  /**
   * Begins a look; `hidden`: the group whose members are left out. Gives what reads one group, with those of groups within it.
   * Both reject where no group can be read, and when `signal` says so.
   */
  open(hidden: string | undefined, signal?: AbortSignal): Promise<(group: string) => Promise<GroupRead>>;
}
