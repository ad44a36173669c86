import { type City, minutes, startCity } from '../../testing/scenes/city';
import { en, seenOn, sv, titlesOn } from '../../testing/scenes/everyday';

describe('Store validation of the install', () => {
  let city: City;
  beforeEach(async () => {
    city = await startCity();
  });
  afterEach(() => city.stop());

  it.each(['employee', 'leader', 'manager'] as const)('Welcome: %s gets exactly one', async (role) => {
    const person = city.person(role);
    await person.installs();
    city.pass(minutes(5));
    await person.installs();
    await person.says('hej');
    const welcomes = person.chat().filter((bubble) => !seenOn({ card: bubble.card }).includes(sv('help.heading')));
    expect(welcomes).toHaveLength(1);
  });

  it.each([
    ['sv-SE', sv],
    ['en-GB', en],
  ] as const)('Welcome, %s: states what the bot is good for, and its commands', async (locale, t) => {
    const answer = await city.person('employee', locale).installs();
    expect(seenOn(answer)).toContain(t('welcome.what'));
    expect(titlesOn(answer)).toEqual(expect.arrayContaining([t('button.idea'), t('button.mine'), t('button.leader')]));
  });

  it('Team install: nobody in the team is written to, one by one or all together', async () => {
    const [employee, colleague, manager] = (['employee', 'colleague', 'manager'] as const).map((role) =>
      city.person(role),
    );
    if (!employee || !colleague || !manager) throw new Error('Three people are in the team');
    const team = {
      conversation: {
        id: '19:team@thread.tacv2',
        conversationType: 'channel',
        isGroup: true,
        name: 'Hemtjänst',
        tenantId: city.teams.tenantId,
      },
      channelData: {
        tenant: { id: city.teams.tenantId },
        team: { id: '19:team@thread.tacv2' },
        eventType: 'teamMemberAdded',
      },
    };
    const members = [employee, colleague, manager].map(({ id, aadObjectId }) => ({ id, aadObjectId, name: '' }));
    const answers = [
      await employee.delivers({ ...team, type: 'installationUpdate', action: 'add' }),
      await employee.delivers({
        ...team,
        type: 'conversationUpdate',
        membersAdded: [{ ...city.teams.bot }, ...members],
      }),
      await employee.delivers({ ...team, type: 'conversationUpdate', membersAdded: members }),
    ];
    await city.delivers();
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(city.connector.requests).toEqual([]);
  });
});
