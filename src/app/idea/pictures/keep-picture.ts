import { pictureKind } from '../../../domain/idea/content/picture.js';
import type { Idea } from '../../../domain/idea/idea.js';
import { isSubmitter } from '../../../domain/idea/policy.js';
import { maySeePictures, type Onlooker, picturesArePublic } from '../../../domain/idea/reading/visibility.js';
import { stageRow } from '../../../domain/idea/stages.js';
import { newIdempotencyKey } from '../../../domain/ids.js';
import type { Person } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';
import { myIdeas } from '../lists/my-ideas.js';

/** Stores a picture that somebody has sent and gives its name; undefined for what is no picture, or too large. */
export async function keepPicture(deps: Deps, { ref }: Person, bytes: Uint8Array): Promise<string | undefined> {
  const kind = pictureKind(bytes);
  if (!kind) return undefined;
  const name = `${newIdempotencyKey(deps.random)}.${kind.extension}`;
  await deps.pictures.put(name, bytes, kind, ref);
  return name;
}

/** The person's own ideas that a picture can belong to, the newest first. Two round trips. */
export async function ideasForPicture(deps: Deps, person: Person): Promise<Idea[]> {
  const { ideas } = await myIdeas(deps, person, 0);
  return ideas.filter((idea) => stageRow(idea.stage).open && isSubmitter(person.ref, idea));
}

/**
 * Addresses at which this reader can see an idea's pictures; one that works for a short while where they are out of sight
 * for others. A picture costs a card nothing else: none where the reader may not see them, where nobody has said how the
 * bot is reached, and where an address cannot be made now.
 */
export async function picturesOf(deps: Deps, idea: Idea, reader: Onlooker): Promise<string[]> {
  const base = deps.publicUrl();
  if (base === undefined || !maySeePictures(reader, idea)) return [];
  const named = idea.pictures.map((name) => ({ idea: idea.id, name, sealed: !picturesArePublic(idea) }));
  try {
    return await Promise.all(named.map(async (one) => `${base}/pictures/${await deps.addresses.tokenFor(one)}`));
  } catch (error) {
    deps.picturesFail(error);
    return [];
  }
}
