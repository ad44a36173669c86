import { inputsOf } from '../../../../testing/cards/card';
import { type City, minutes, startCity } from '../../../../testing/scenes/city';
import { addressOf } from '../../../../testing/scenes/city-people';
import { en, seenOn, sv, titlesOn } from '../../../../testing/scenes/everyday';

describe('the first install', () => {
  let city: City;
  beforeEach(async () => {
    city = await startCity();
  });
  afterEach(() => city.stop());

  it('gives one welcome, though Teams tells of it twice at the same moment', async () => {
    const employee = city.person('employee');
    const { replies } = await employee.installs();
    expect(replies).toHaveLength(1);
    expect(employee.chat()).toHaveLength(1);
    expect(seenOn(employee.chat()[0] ?? { card: undefined })).toContain(sv('welcome.what'));
  });

  it('gives no second welcome at a reload, nor at an install after a removal', async () => {
    const employee = await city.arrives('employee');
    await employee.installs();
    city.pass(minutes(1));
    await employee.installs();
    await employee.uninstalls();
    await employee.installs();
    expect(employee.chat()).toHaveLength(1);
  });

  it('offers to send an idea, to see one’s own, and the innovation leader', async () => {
    const answer = await city.person('employee').installs();
    expect(titlesOn(answer)).toEqual(expect.arrayContaining(['Skicka en idé', 'Mina idéer', 'Min innovationsledare']));
  });

  it('has buttons that each open a message of their own, so that the welcome stays', async () => {
    const employee = await city.arrives('employee');
    for (const title of ['Skicka en idé', 'Mina idéer', 'Min innovationsledare']) {
      const before = employee.chat().length;
      await employee.presses(title, {}, { on: employee.chat()[0]?.activityId ?? '' });
      expect(employee.chat()).toHaveLength(before + 1);
    }
    expect(seenOn(employee.chat()[0] ?? { card: undefined })).toContain(sv('welcome.heading'));
  });

  it('asks where the person works, from a list that is searched by typing, with units', async () => {
    const { card } = await city.person('employee').installs();
    const [place] = inputsOf(card);
    expect(place).toMatchObject({ id: 'department', type: 'Input.ChoiceSet', style: 'filtered', isRequired: true });
    expect(JSON.stringify(place)).toContain('Vård och omsorg · Hemtjänst Norr');
  });

  it('then tells who the innovation leaders are, in the same card', async () => {
    const employee = city.person('employee');
    await employee.installs();
    const answer = await employee.presses('Välj', { department: 'VOO.HTN' });
    expect(employee.chat()).toHaveLength(1);
    expect(seenOn(answer)).toContain('Innovationsledare Vård');
    expect(seenOn(answer)).toContain('Innovationsledare Äldreomsorg');
    expect(seenOn(answer)).toContain('Hemtjänst Norr');
    expect(titlesOn(answer)).not.toContain('Välj');
  });

  it('never asks for the department again', async () => {
    const employee = city.person('employee');
    await employee.installs();
    await employee.presses('Välj', { department: 'VOO.HTN' });
    await employee.installs();
    for (const words of ['idé', 'innovationsledare', 'mina idéer', 'hjälp', 'veckan']) {
      const answer = await employee.says(words);
      expect(seenOn(answer)).not.toContain(sv('department.question'));
    }
    const [form] = employee.chat().filter(({ texts }) => texts.includes(sv('form.new')));
    expect(seenOn(form ?? { card: undefined })).toContain('Vård och omsorg');
  });

  it('shows the leaders to whoever asked for them and had to say first where they work', async () => {
    const employee = city.person('employee');
    await employee.installs();
    expect(seenOn(await employee.says('innovationsledare'))).toContain(sv('department.question'));
    const answer = await employee.presses('Välj', { department: 'VOO.HTN' });
    expect(seenOn(answer)).toContain(addressOf('leader'));
  });

  it('asks again when what arrives is no department', async () => {
    const employee = city.person('employee');
    await employee.installs();
    const answer = await employee.presses({ verb: 'pickDepartment', data: { department: 'NOWHERE' } });
    expect(seenOn(answer)).toContain(sv('department.question'));
  });

  it('is in English for somebody whose Teams is', async () => {
    const employee = city.person('employee', 'en-US');
    const answer = await employee.installs();
    expect(seenOn(answer)).toContain(en('welcome.what'));
    expect(titlesOn(answer)).toContain(en('button.idea'));
  });

  it('is in English also when the first thing that Teams tells does not say the language', async () => {
    const employee = city.person('employee', 'en-US');
    const from = { id: employee.id, aadObjectId: employee.aadObjectId } as never;
    const membersAdded = [from, city.teams.bot];
    await employee.delivers({ type: 'conversationUpdate', from, membersAdded, locale: '' });
    await employee.delivers({ type: 'installationUpdate', action: 'add', from });
    expect(employee.chat()).toHaveLength(1);
    expect(employee.chat()[0]?.texts).toContain(en('welcome.heading'));
  });

  it('is given to somebody who writes before the install was told of, after the answer', async () => {
    const employee = city.person('employee');
    await employee.says('hjälp');
    await employee.installs();
    expect(employee.chat().map(({ texts }) => texts)).toEqual([
      expect.arrayContaining([sv('help.heading')]),
      expect.arrayContaining([sv('welcome.heading')]),
    ]);
  });
});
