import type { Idea } from '../domain/idea.js';
import { newOp } from '../domain/ids.js';
import type { Person } from '../domain/person.js';
import { pictureKind, picturesArePublic } from '../domain/picture.js';
import { isSubmitter } from '../domain/policy.js';
import { stageRow } from '../domain/stages.js';
import type { Deps } from './deps.js';
import { myIdeas } from './my-ideas.js';

/** Stores a picture that somebody has sent and gives its name; undefined for what is no picture, or too large. */
export async function keepPicture(deps: Deps, { ref }: Person, bytes: Uint8Array): Promise<string | undefined> {
  const kind = pictureKind(bytes);
  if (!kind) return undefined;
  const name = `${newOp(deps.random)}.${kind.extension}`;
  await deps.pictures.put(name, bytes, kind, ref);
  return name;
}

/** The person's own ideas that a picture can belong to, the newest first. Two round trips. */
export async function ideasForPicture(deps: Deps, person: Person): Promise<Idea[]> {
  const { ideas } = await myIdeas(deps, person, 0);
  return ideas.filter((idea) => stageRow(idea.stage).open && isSubmitter(person.ref, idea));
}

/**
 * Addresses at which an idea's pictures can be seen. A picture costs a card nothing else: none where they are out of sight,
 * where nobody has said how the bot is reached, and where an address cannot be made now.
 */
export async function picturesOf(deps: Deps, idea: Idea): Promise<string[]> {
  const base = deps.publicUrl();
  if (base === undefined || !picturesArePublic(idea)) return [];
  const named = idea.pictures.map((name) => ({ idea: idea.id, name, sealed: false }));
  try {
    return await Promise.all(named.map(async (one) => `${base}/pictures/${await deps.addresses.tokenFor(one)}`));
  } catch (error) {
    deps.picturesFail(error);
    return [];
  }
}
