import { movePerson } from '../../../src/app/person/move-person';
import { refreshPerson } from '../../../src/app/person/refresh-person';
import { oweWorkplaceQuestion } from '../../../src/delivery/person/workplace';
import type { StaffEntry } from '../../../src/domain/organisation/sources/staff';
import { minutes, organisationFile, Town } from '../../../testing/scenes/town';

describe('somebody of whom a source says where they work', () => {
  let town: Town;
  beforeEach(async () => {
    town = await Town.open('2026-11-24T09:00:00.000Z', { ...organisationFile, sources: { file: {} } });
  });
  afterEach(() => {
    expect(town.log.filter(({ level }) => level === 'error')).toEqual([]);
    return town.close();
  });

  async function says(name: string, entry: StaffEntry): Promise<void> {
    const [mark = ''] = await town.app.marks.of({ emails: [`${name}@example.org`] });
    await town.app.staff.write('file', [{ mark, entry }]);
  }
  /** They write, and the roster is asked who they are; then what they are owed comes. */
  async function meetsAgain(name: string): Promise<void> {
    const asking = (person: string, place: string) => oweWorkplaceQuestion(town.parts(), person, place);
    await refreshPerson(town.app, await town.read(name), { name, emails: [`${name}@example.org`] }, asking);
    town.pass(minutes(2));
    await town.deliveries().tick();
  }
  const asked = (name: string) => town.says(name).filter((text) => text.startsWith('Nu står det'));

  it('is asked once when it says another department, and is there already who had chosen nothing', async () => {
    await says('submitter', { department: 'VOO', unit: 'Hemtjänst' });
    await town.arrives('submitter');
    await meetsAgain('submitter');
    expect(asked('submitter')).toEqual([]);
    await says('submitter', { department: 'Stadsbyggnad' });
    await meetsAgain('submitter');
    await meetsAgain('submitter');
    expect(asked('submitter')).toEqual(['Nu står det att du arbetar i Stadsbyggnad. Stämmer det?']);
    expect((await town.read('submitter')).person).toMatchObject({ department: 'SBK' });
  });

  it('is asked once, and stays where they have said that they work', async () => {
    await town.arrives('submitter');
    const moved = await movePerson(town.app, await town.read('submitter'), { to: 'VOO.HT' });
    expect(moved.ok).toBe(true);
    await says('submitter', { department: 'SBK' });
    await meetsAgain('submitter');
    await meetsAgain('submitter');
    expect(asked('submitter')).toHaveLength(1);
    expect((await town.read('submitter')).person).toMatchObject({ department: 'VOO', unit: 'HT' });
  });

  it('is not asked of a place that has been chosen before the question came', async () => {
    await says('submitter', { department: 'VOO' });
    await town.arrives('submitter');
    await says('submitter', { department: 'SBK' });
    const asking = (person: string, place: string) => oweWorkplaceQuestion(town.parts(), person, place);
    const { me } = await refreshPerson(
      town.app,
      await town.read('submitter'),
      { name: 'submitter', emails: [] },
      asking,
    );
    await movePerson(town.app, me, { to: 'SBK' });
    town.pass(minutes(2));
    await town.deliveries().tick();
    expect(asked('submitter')).toEqual([]);
  });
});
