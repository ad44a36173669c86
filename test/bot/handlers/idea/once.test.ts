import { type City, startCity } from '../../../../testing/scenes/city';
import { allOn, idOn, seenOn, sendsIdea, summariesOf, usualIdea } from '../../../../testing/scenes/everyday';
import type { Person } from '../../../../testing/teams/person';

describe('a form that is sent more than once', () => {
  let city: City;
  let employee: Person;
  let leader: Person;
  beforeEach(async () => {
    city = await startCity();
    leader = await city.arrives('leader');
    employee = await city.arrives('employee');
  });
  afterEach(() => city.stop());

  const ideas = async () => [...(await city.ideaRows()).keys()].filter((key) => key.startsWith('record|'));
  const newIdeas = () => summariesOf(leader).filter((it) => it.startsWith('Ny idé'));

  it('makes one idea, and each press shows the same receipt', async () => {
    await employee.says('idé');
    const [form] = employee.chat().slice(-1);
    const first = await employee.presses('Skicka idén', usualIdea);
    const again = await employee.resends(first);
    expect(idOn(again)).toBe(idOn(first));
    const { action } = first.activity.value;
    const pressed = await employee.presses(action, {}, { on: form?.activityId ?? '' });
    expect(idOn(pressed)).toBe(idOn(first));
    expect(await ideas()).toHaveLength(1);
    await city.delivers();
    expect(newIdeas()).toHaveLength(1);
  });

  it('makes one idea also when four arrive at the same moment', async () => {
    await employee.says('idé');
    const first = await employee.presses('Skicka idén', { problem: ' ', title: 'Namn' });
    const { verb, data } = first.activity.value.action;
    const presses = await Promise.all(
      Array.from({ length: 4 }, () => employee.presses({ verb, data: { ...data, ...usualIdea } })),
    );
    expect(new Set(presses.map(idOn)).size).toBe(1);
    expect(await ideas()).toHaveLength(1);
    await city.delivers();
    expect(newIdeas()).toHaveLength(1);
  });

  it('is one idea for each form, even with the same words', async () => {
    const one = await sendsIdea(employee);
    const other = await sendsIdea(employee);
    expect(one).not.toBe(other);
    expect(await ideas()).toHaveLength(2);
  });

  it('shows nothing of it to somebody else who sends the same operation, and keeps what they wrote', async () => {
    await employee.says('idé');
    const { activity } = await employee.presses('Skicka idén', usualIdea);
    const colleague = await city.arrives('colleague');
    const { verb, data } = activity.value.action;
    const own = { title: 'Mitt eget', problem: 'Något annat' };
    await colleague.says('idé');
    const form = colleague.chat().at(-1)?.activityId ?? '';
    const answer = await colleague.presses({ verb, data: { ...data, ...own } }, {}, { on: form });
    expect(seenOn(answer)).toContain('Något annat');
    expect(allOn(answer)).not.toContain(usualIdea.problem);
    expect(await ideas()).toHaveLength(1);
    expect(idOn(await colleague.presses('Skicka idén', own))).not.toBe(idOn({ card: employee.cards().at(-1) }));
  });
});
