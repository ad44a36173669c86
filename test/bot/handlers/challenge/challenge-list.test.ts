import { accepts, asked, propose, publisher } from '../../../../testing/samples/challenge/challenge-story';
import { storesChallenge } from '../../../../testing/scenes/challenge/challenges';
import { type City, startCity } from '../../../../testing/scenes/city';
import { seenOn, sv, titlesOn } from '../../../../testing/scenes/everyday';

describe('more challenges than a phone shows', () => {
  let city: City;
  beforeAll(async () => {
    city = await startCity();
    const departments = city.organisation().departments.map(({ code }) => code);
    for (let n = 0; n < 10; n++)
      await storesChallenge(
        city.app,
        `CHA2${n + 10}`,
        1 + Math.floor(n / departments.length),
        [publisher, propose({ department: departments[n % departments.length] ?? '' }, { title: `Behov nummer ${n}` })],
        [asked, accepts],
      );
  });
  afterAll(() => city.stop());

  const needsOn = (answer: { card: unknown }): number => seenOn(answer).match(/Behov nummer \d/g)?.length ?? 0;

  it('are all found, a page at a time where the page before it stood', async () => {
    const employee = await city.arrives('employee');
    const first = await employee.says('utmaningar');
    expect(needsOn(first)).toBe(8);
    expect(seenOn(first)).toContain(sv('challenge.list.more', { count: 2 }));
    const next = await employee.presses(sv('button.showMore'));
    expect(needsOn(next)).toBe(2);
    expect(titlesOn(next)).not.toContain(sv('button.showMore'));
    expect(needsOn(await employee.presses(sv('button.showPrevious')))).toBe(8);
    expect(needsOn({ card: employee.chat().at(-1)?.cards.at(-1) })).toBe(8);
  });
});
