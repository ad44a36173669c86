import type { IdeaStore } from '../store/ideas.js';

/** The idea that a turn begins by reading, and whether with all that happened to it. */
export interface About {
  id: string;
  history: boolean;
}

/**
 * The ideas as a turn sees them, with the one that it is about asked for at once, while it is found out who writes. Only
 * the first reading is answered so: a turn that reads again wants to know what has changed.
 */
export function readAhead(ideas: IdeaStore, about: About | undefined): IdeaStore {
  if (!about) return ideas;
  const begun = <T>(read: (id: string) => Promise<T>) => {
    let first: Promise<T> | undefined = read(about.id);
    // A turn that ends before it needs the idea must not leave a rejection behind that nobody hears.
    first.catch(() => undefined);
    return (id: string): Promise<T> => {
      const found = id === about.id ? first : undefined;
      first = undefined;
      return found ?? read(id);
    };
  };
  return { ...ideas, load: begun(ideas.load), ...(about.history && { history: begun(ideas.history) }) };
}
