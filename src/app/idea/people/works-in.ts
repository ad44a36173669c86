import { spokenFor } from '../../../domain/idea/use/taking-part.js';
import { heldPosts } from '../../../domain/person/held-posts.js';
import type { Person } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';

/** The department in which a person works, as they have said; of those who have not, where they have a post. */
export const worksIn = ({ directory }: Pick<Deps, 'directory'>, person: Person): string | undefined =>
  person.department ?? spokenFor(heldPosts(person, directory()))[0];
