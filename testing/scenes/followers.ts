import { newPersonRef } from '../../src/domain/ids.js';
import { defaultPreferences, type Person } from '../../src/domain/person/person.js';
import type { ConversationReference } from '../../src/store/person/people.js';
import type { City } from './city';

/** So many people are stored at the same time. */
const AT_ONCE = 24;

/** Somebody whom Teams knows and who has installed the bot, without a turn of theirs. */
async function arrives(
  { app, connector }: City,
  name: string,
): Promise<{ person: Person; reach: ConversationReference }> {
  const member = connector.roster.add({ name, email: `${name}@followers.example` });
  const ref = newPersonRef(app.random);
  const person: Person = {
    ...{ ref, name, emails: [member.email], identity: { tenant: member.tenantId, objectId: member.aadObjectId } },
    ...{ language: 'sv', languageChosen: false, preferences: defaultPreferences, welcomed: ['member'], disowned: [] },
  };
  const { conversationId: conversation, id: user, tenantId: tenant } = member;
  const reach = { serviceUrl: connector.url, conversation, bot: '28:bot', user, tenant };
  await app.people.save({ person, reach }, undefined);
  return { person, reach };
}

/** Does it for the numbers below `count`, many at the same time. */
async function forEachOf(count: number, act: (n: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let n = next++; n < count; n = next++) await act(n);
    }),
  );
}

/** So many people who follow an idea, told apart by `name`; gives their chats. */
export async function followedBy(city: City, id: string, count: number, name = 'follower'): Promise<string[]> {
  await forEachOf(count, async (n) => city.app.follows.add(id, (await arrives(city, `${name}-${n}`)).person.ref));
  const all = new Set(Array.from({ length: count }, (_, n) => `${name}-${n}@followers.example`));
  return [...all].flatMap((email) => city.connector.roster.find(email)?.conversationId ?? []);
}

/** So many people in whose chats a card of an idea stands as it is when it has just come; gives the cards' ids in Teams. */
export async function cardsOf(city: City, id: string, count: number): Promise<string[]> {
  const { teams, sentCards } = city.parts().delivery;
  const activities: string[] = [];
  await forEachOf(count, async (n) => {
    const { person, reach } = await arrives(city, `reader-${n}`);
    const posted = await teams.send(reach, { text: 'Cykelpool' });
    if (!posted.ok) throw new Error(posted.refusal.reason);
    const { conversation } = reach;
    const shows = { record: 'idea', id, seq: 1, decisionVersion: 1 } as const;
    await sentCards.put({ ...shows, person: person.ref, conversation, activity: posted.value });
    activities.push(posted.value);
  });
  return activities;
}
