import { createHash } from 'node:crypto';
import type { Idea } from '../../../domain/idea/idea.js';
import { newestTold } from '../../../domain/idea/reactions.js';
import type { Onlooker } from '../../../domain/idea/reading/visibility.js';
import { mayReadWords } from '../../../domain/idea/reading/visibility.js';
import type { PersonRef } from '../../../domain/person/person.js';
import type { Deps } from '../../deps.js';

/** What somebody has written with "Samma problem hos oss", without who it was. */
export interface NeedLine {
  /** By which a press says which it means: it leads from the idea to its writer, and from nobody to anybody. */
  name: string;
  text: string;
}

/** What a line of somebody's is called on the cards of an idea. */
export const lineName = (id: string, person: PersonRef): string =>
  createHash('sha256').update(`${id}|${person}`).digest('hex').slice(0, 16);

/** The lines that are told, or were last, with their writers; the newest first. As many requests whatever has been said: eleven at most. */
async function tellable({ reactions }: Pick<Deps, 'reactions'>, id: string) {
  const people = newestTold(await reactions.tally(id, 'need'));
  const found = await Promise.all(people.map((person) => reactions.of(id, 'need', person)));
  return found.flatMap((one) =>
    one?.words.need && !one.out ? [{ person: one.person, name: lineName(id, one.person), text: one.words.need }] : [],
  );
}

/** Those that this reader may take out of sight: who decides, and may read the idea's own words. */
export async function linesFor(deps: Pick<Deps, 'reactions'>, idea: Idea, reader: Onlooker): Promise<NeedLine[]> {
  if (!reader.roles.has('decider') || !mayReadWords(reader, idea)) return [];
  return (await tellable(deps, idea.id)).map(({ name, text }) => ({ name, text }));
}

/** Who wrote a line; undefined of one that is there no more. */
export const writerOf = async (
  deps: Pick<Deps, 'reactions'>,
  id: string,
  name: string,
): Promise<PersonRef | undefined> => (await tellable(deps, id)).find((one) => one.name === name)?.person;
