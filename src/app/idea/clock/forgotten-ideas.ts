import type { Deps } from '../../deps.js';

const TOGETHER = 16;

/**
 * Keeps anew the lists and dates of ideas as this version of the bot has them, where an earlier one left nothing due or says
 * less in its rows: of those that wait for somebody, and those in use. Whatever is as it should be is not written. How many
 * were written. A reading for each such idea. One that cannot be read or kept is told to `failed`, and keeps no other from
 * being kept; without it, it is thrown.
 */
export async function rememberForgotten(
  { ideas }: Pick<Deps, 'ideas'>,
  stopping?: AbortSignal,
  failed?: (id: string, error: unknown) => void,
): Promise<number> {
  const keep = async (id: string): Promise<boolean> => {
    try {
      const stored = await ideas.load(id);
      return stored !== undefined && (await ideas.keepAnew(stored));
    } catch (error) {
      if (!failed) throw error;
      failed(id, error);
      return false;
    }
  };
  const waiting = (await ideas.allWaiting()).map(({ id }) => id);
  const ids = [...new Set([...waiting, ...(await ideas.allAdopted())])];
  let remembered = 0;
  for (let from = 0; from < ids.length && !stopping?.aborted; from += TOGETHER) {
    const kept = await Promise.all(ids.slice(from, from + TOGETHER).map(keep));
    remembered += kept.filter(Boolean).length;
  }
  return remembered;
}
