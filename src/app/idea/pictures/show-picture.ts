import { picturesArePublic } from '../../../domain/idea/reading/visibility.js';
import type { Deps } from '../../deps.js';
import type { NamedPicture } from './picture-addresses.js';

/** A picture as it is served: its kind by what it begins with when it was taken, and its bytes. */
export interface ShownPicture {
  type: string;
  bytes: Uint8Array;
}

/**
 * The picture, if the idea has it and it may be seen now: looked up at each fetch, so that what is hidden, withdrawn or
 * erased is gone at once, whatever addresses of it there are. Undefined otherwise. Two round trips.
 */
export async function showPicture(
  { ideas, pictures }: Pick<Deps, 'ideas' | 'pictures'>,
  { idea: id, name, sealed }: NamedPicture,
): Promise<ShownPicture | undefined> {
  const stored = await ideas.load(id);
  if (!stored?.idea.pictures.includes(name)) return undefined;
  return sealed || picturesArePublic(stored.idea) ? pictures.get(name) : undefined;
}
