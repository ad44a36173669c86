import { actAsClock } from '../../../../src/app/idea/clock/as-clock';
import { type City, days, startCity } from '../../../../testing/scenes/city';
import { cardAbout, choosesMore, pressesOn, seenOn, sendsIdea, sv } from '../../../../testing/scenes/everyday';
import { arrivals, following } from '../../../../testing/scenes/told';
import type { Person } from '../../../../testing/teams/person';

// What comes to a department while those who lead it are away and nobody stands in: every way by which an idea comes there.

type Who = 'submitter' | 'leader' | 'otherLeader' | 'environment' | 'owner';

const words = (title: string) => ({ title, problem: `Vi har väntat länge på det här: ${title}.` });

let city: City;
let people: Record<Who, Person>;
let story: ReturnType<typeof following<Who>>;
const ids = { passedOn: '', reopened: '', cameBack: '', woken: '' };
let challenge = '';
beforeAll(async () => {
  city = await startCity();
  people = await arrivals(city, {
    ...{ submitter: 'employee', leader: 'leader', otherLeader: 'otherLeader' },
    ...{ environment: 'environmentLeader', owner: 'manager' },
  });
  story = following(city, people);
  const { submitter, leader, owner } = people;
  ids.passedOn = await sendsIdea(submitter, words('Fågelholkar'));
  ids.reopened = await sendsIdea(submitter, words('Hörselskydd'));
  ids.cameBack = await sendsIdea(submitter, words('Tolktelefon'));
  ids.woken = await sendsIdea(submitter, words('Solceller'));
  await story.news();
  await choosesMore(submitter, ids.reopened, 'Dra tillbaka');
  const reason = 'Det går inte i år.';
  await leader.says(ids.cameBack);
  await choosesMore(leader, ids.cameBack, 'Avsluta', { reason, tryAgainOn: '2026-12-08' });
  await leader.says(ids.woken);
  await choosesMore(leader, ids.woken, 'Avsluta', { reason });
  await leader.says('utmaningar');
  await leader.presses('Ny utmaning');
  const card = await leader.presses('Publicera', {
    ...{ problem: 'Elräkningen stiger för varje vinter, och taken står tomma.', title: 'Taken' },
    ...{ offers: 'time,place', owner: owner.email },
  });
  challenge = /Utmaning ([0-9A-Z]{6})/.exec(seenOn(card))?.[1] ?? '';
  await story.news();
  await owner.presses('Jag äger den');
  const { until } = { until: '2026-12-15' };
  await actAsClock(city.app, ids.woken, { name: 'wake' }, () => ({
    type: 'wake',
    data: { challenge, until },
    words: {},
  }));
  for (const who of ['leader', 'otherLeader', 'environment'] as const)
    await people[who].presses({ verb: 'saveSettings', data: { awayUntil: '2026-12-20' } });
  await story.news();
});
afterAll(() => city.stop());

/** Their days to answer begin when they are back, and whoever had the idea reads so. */
async function waits(id: string): Promise<void> {
  const { stage, paused, answerBy = '' } = await story.idea(id);
  expect({ stage, until: paused?.until }).toEqual({ stage: 'submitted', until: '2026-12-20' });
  expect(answerBy > '2026-12-31').toBe(true);
  expect(seenOn(await people.submitter.says(id))).toContain('tillbaka den 21 december');
}

describe('while those who lead are away, an idea waits for them', () => {
  it('that is passed on to their department', async () => {
    const { leader } = people;
    await leader.says(ids.passedOn);
    await choosesMore(leader, ids.passedOn, 'Skicka vidare', { department: 'MIL' });
    expect((await story.idea(ids.passedOn)).department).toBe('MIL');
    await waits(ids.passedOn);
  });

  it('that is taken up again by whoever had taken it back', async () => {
    const { submitter } = people;
    await submitter.says(ids.reopened);
    await choosesMore(submitter, ids.reopened, 'Öppna igen');
    await waits(ids.reopened);
  });

  it('that is sent to a challenge by whoever had it', async () => {
    const { submitter } = people;
    await submitter.says(ids.woken);
    await pressesOn(submitter, ids.woken, sv('button.sendToChallenge'));
    expect(seenOn(cardAbout(submitter, ids.woken))).toContain(sv('notice.sentToChallenge.actor'));
    await waits(ids.woken);
  });

  it('that comes back on its day', async () => {
    city.pass(days(13));
    await story.news();
    await waits(ids.cameBack);
  });
});
