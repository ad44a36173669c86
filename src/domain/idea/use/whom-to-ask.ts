import type { Directory } from '../../organisation/directory.js';
import type { Contact } from '../../organisation/organisation.js';
import type { PersonRef } from '../../person/person.js';
import type { Assigned, Idea } from '../idea.js';
import { takesPart } from './adoption.js';

/** Somebody who can say how it goes with an idea, or how it went. */
export type Ask =
  /** Who answers for it in use, leads its test, or was named as whom to ask when it was entered. */
  | { post: 'owner' | 'driver' | 'named'; department: string; person: PersonRef }
  /** As a department that took it in has written it. */
  | { post: 'adopter'; department: string; written: string }
  | { post: 'leader'; department: string; contact: Contact }
  | { post: 'office'; contact: Contact | undefined };

type ToAskAbout = Pick<Idea, 'stage' | 'department' | 'driver' | 'owner' | 'contact' | 'adoptions'>;

/**
 * Whom to ask about an idea that is tested or used, the nearest first: who answers for it and has said yes, who leads its test, the
 * contact of a department that takes it in, the department's innovation leader, and the office, which always is there. Of what
 * a department entered as tried: who was named then, and nobody else. Of any other idea nobody.
 */
export function whomToAsk(idea: ToAskAbout, directory: Pick<Directory, 'leadersOf' | 'office'>): Ask[] {
  const { stage, department, driver, owner, contact } = idea;
  const accepted = (post: 'owner' | 'driver', who: Assigned | undefined): Ask[] =>
    who?.accepted ? [{ post, department, person: who.person }] : [];
  switch (stage) {
    case 'piloting':
      return [...accepted('driver', driver), ...atOthers(idea), ...byPost(department, directory)];
    case 'scaling':
    case 'inUse':
      return [
        ...accepted('owner', owner),
        ...accepted('driver', driver),
        ...atOthers(idea),
        ...byPost(department, directory),
      ];
    case 'closed':
      return contact ? [{ post: 'named', department, person: contact }] : [];
    default:
      return [];
  }
}

function atOthers({ adoptions }: ToAskAbout): Ask[] {
  const having = Object.entries(adoptions).filter(([, { status, contact }]) => takesPart(status) && contact);
  // Whoever uses it knows more than whoever tests it.
  const [used, tested] = [having.filter(([, one]) => one.status === 'using'), having];
  const [first] = [...used, ...tested];
  return first ? [{ post: 'adopter', department: first[0], written: first[1].contact ?? '' }] : [];
}

function byPost(department: string, { leadersOf, office }: Pick<Directory, 'leadersOf' | 'office'>): Ask[] {
  const [leader] = leadersOf(department);
  return [
    ...(leader ? [{ post: 'leader', department, contact: leader } as const] : []),
    { post: 'office', contact: office[0] },
  ];
}
