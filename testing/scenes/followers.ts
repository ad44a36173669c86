import { newPersonRef } from '../../src/domain/ids.js';
import { defaultPreferences, type Person } from '../../src/domain/person/person.js';
import type { City } from './city';

/** So many people are stored at the same time. */
const AT_ONCE = 24;

/** Somebody whom Teams knows and who has installed the bot, without a turn of theirs. */
async function arrives({ app, connector }: City, name: string): Promise<Person> {
  const member = connector.roster.add({ name, email: `${name}@followers.example` });
  const ref = newPersonRef(app.random);
  const person: Person = {
    ...{ ref, name, emails: [member.email], identity: { tenant: member.tenantId, objectId: member.aadObjectId } },
    ...{ language: 'sv', languageChosen: false, preferences: defaultPreferences, welcomed: ['member'], disowned: [] },
  };
  const { conversationId: conversation, id: user, tenantId: tenant } = member;
  await app.people.save(
    { person, reach: { serviceUrl: connector.url, conversation, bot: '28:bot', user, tenant } },
    undefined,
  );
  return person;
}

/** So many people who follow an idea, told apart by `name`; gives their chats. */
export async function followedBy(city: City, id: string, count: number, name = 'follower'): Promise<string[]> {
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let n = next++; n < count; n = next++)
        await city.app.follows.add(id, (await arrives(city, `${name}-${n}`)).ref);
    }),
  );
  const all = new Set(Array.from({ length: count }, (_, n) => `${name}-${n}@followers.example`));
  return [...all].flatMap((email) => city.connector.roster.find(email)?.conversationId ?? []);
}
