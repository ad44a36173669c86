import { createDeliveries } from '../../src/delivery/deliveries';
import { mortal } from '../../testing/processes/mortal';
import { minutes, Town } from '../../testing/scenes/town';

// Somebody has installed the bot while the roster was silent; now it answers, and the bot dies before its first call to
// storage or Teams, its second, and so on, until it needs no more.
it('whoever came while the roster was silent is welcomed once, whenever the bot dies, or twice where nobody can know', async () => {
  const town = await Town.open();
  let deaths = 0;
  for (let call = 0; ; call++) {
    const name = `newcomer-${call}`;
    const member = town.connector.roster.add({ name, email: `${name}@example.org` });
    const { conversationId: conversation, id: user, tenantId: tenant, aadObjectId: objectId } = member;
    const reach = { serviceUrl: town.connector.url, conversation, bot: '28:bot', user, tenant };
    const identity = { tenant, objectId };
    await town.app.newcomers.note({ identity, reach, language: 'sv' }, town.now);

    const { source, death } = mortal(town.source(), call);
    await Promise.race([createDeliveries(source).tick(), death.died]);
    const died = death.calls() > call;
    for (let look = 0; look < 4; look++) {
      const [one, other] = [town.deliveries(), town.deliveries()];
      await Promise.all([one.tick(), other.tick()]);
      town.pass(minutes(2));
    }
    const me = await town.app.people.byIdentity(identity);
    expect(me).toMatchObject({ person: { name, welcomed: ['member'] }, reach: { conversation } });
    const rows = await town.app.deliveries.allOf(me?.person.ref ?? '');
    const welcomes = rows.filter(({ kind }) => kind === 'welcome');
    expect(welcomes).toMatchObject([{ state: 'sent' }]);
    const heard = town.connector.sent(conversation).length;
    expect({ call, heard }).toEqual({ call, heard: heard === 2 ? 1 + (welcomes[0]?.unknown ?? 0) : 1 });
    expect(await town.app.newcomers.due(town.now)).toEqual([]);
    if (!died) break;
    deaths++;
  }
  expect(deaths).toBeGreaterThan(10);
  await town.close();
});
