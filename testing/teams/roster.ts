import { randomUUID } from 'node:crypto';

/** A member as Teams' roster gives it; `conversationId` is the person's own chat with the bot. */
export interface Member {
  id: string;
  aadObjectId: string;
  name: string;
  givenName: string;
  surname: string;
  email: string;
  userPrincipalName: string;
  tenantId: string;
  conversationId: string;
  userRole: 'user' | 'guest' | 'anonymous';
}

export type NewMember = Pick<Member, 'name' | 'email'> & Partial<Member>;

/** Who is in the tenant, and who of them has the bot installed. Whoever is added has it. */
export class Roster {
  readonly #members = new Map<string, Member>();
  readonly #byAnyId = new Map<string, Member>();
  readonly #away = new Set<string>();

  constructor(readonly tenantId: string) {}

  /** Adds a person with everything that is not given made up; ids are unique. */
  add(person: NewMember): Member {
    const [givenName = '', ...rest] = person.name.split(' ');
    const member: Member = {
      id: `29:1${randomUUID().replaceAll('-', '')}`,
      aadObjectId: randomUUID(),
      givenName,
      surname: rest.join(' '),
      userPrincipalName: person.email,
      userRole: 'user',
      tenantId: this.tenantId,
      conversationId: `a:1${randomUUID().replaceAll('-', '')}`,
      ...person,
    };
    this.#members.set(member.conversationId, member);
    for (const id of [member.id, member.aadObjectId, member.userPrincipalName]) this.#byAnyId.set(id, member);
    return member;
  }

  /** Somebody marries, moves or is given another address: the same account under another name. */
  change(member: Member, now: Partial<Pick<Member, 'name' | 'email' | 'userPrincipalName' | 'userRole'>>): void {
    Object.assign(member, { userPrincipalName: now.email ?? member.userPrincipalName }, now);
    this.#byAnyId.set(member.userPrincipalName, member);
  }

  /** The person has uninstalled the bot: everything sent to the chat is refused from now on. */
  leave({ conversationId }: Pick<Member, 'conversationId'>): void {
    this.#away.add(conversationId);
  }

  comeBack({ conversationId }: Pick<Member, 'conversationId'>): void {
    this.#away.delete(conversationId);
  }

  hasLeft(conversationId: string): boolean {
    return this.#away.has(conversationId);
  }

  inConversation(conversationId: string): Member | undefined {
    return this.#members.get(conversationId);
  }

  /** By any of the names under which Teams finds a member: Teams id, Entra object id or UPN. */
  find(anyId: string): Member | undefined {
    return this.#byAnyId.get(anyId);
  }
}
