import { z } from 'zod';
import type { RosterEntry } from '../../app/person/meet-person.js';
import { shortened } from '../../cards/shortened.js';
import { oneLine } from '../../domain/language/tidy.js';

/** The roster's answer; Teams leaves out what the tenant hides. */
const member = z.object({
  name: z.string().nullish(),
  email: z.string().nullish(),
  userPrincipalName: z.string().nullish(),
  userRole: z.string().nullish(),
});

/** Entra writes a guest's user name as "name_home.example#EXT#@tenant.onmicrosoft.com"; Teams says the role too. */
const isGuest = ({ userRole, userPrincipalName }: z.infer<typeof member>): boolean =>
  ['guest', 'anonymous'].includes(userRole?.toLowerCase() ?? '') || /#EXT#/i.test(userPrincipalName ?? '');

/** Entra takes 256 letters; a card has room for fewer. */
const LONGEST_NAME = 100;
/** People may call themselves whatever they like: what cannot be seen, or turns the text around it, goes. */
const nameAsShown = (name: string): string => shortened(oneLine(name), LONGEST_NAME);

/** What Teams' roster has answered about somebody; throws where that is no answer of a roster. */
export function rosterEntry(answer: unknown): RosterEntry {
  const told = member.parse(answer);
  const { name, email, userPrincipalName } = told;
  const emails = [email, userPrincipalName].flatMap((address) => (address ? [address] : []));
  return { name: nameAsShown(name ?? ''), emails, guest: isGuest(told) };
}
