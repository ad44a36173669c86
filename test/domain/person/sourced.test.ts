import { type Person, unmet } from '../../../src/domain/person/person';
import { asSourced, chosenAt } from '../../../src/domain/person/sourced';

const somebody: Person = { ...unmet, ref: 'pONE', name: 'Demo', emails: [] };
const said = (department: string, unit?: string) => ({
  ...{ place: { department, ...(unit && { unit }) }, away: false, protected: false },
});
const hidden = { away: false, protected: true };

describe('what sources say of where somebody works', () => {
  it('is where they work who have chosen nothing, and they are not asked', () => {
    const { person, asks } = asSourced(somebody, said('VOO', 'HTS'));
    expect(person).toMatchObject({ department: 'VOO', unit: 'HTS', sourced: { place: 'VOO.HTS', follows: true } });
    expect(asks).toBe(false);
  });

  it('follows them to another place, and asks once where it is another department', () => {
    const before = asSourced(somebody, said('VOO', 'HTS')).person;
    const unit = asSourced(before, said('VOO', 'HTN'));
    expect(unit).toMatchObject({ asks: false, person: { department: 'VOO', unit: 'HTN' } });
    const moved = asSourced(unit.person, said('MIL'));
    expect(moved).toMatchObject({ asks: true, person: { department: 'MIL' } });
    expect(moved.person).not.toHaveProperty('unit');
    expect(asSourced(moved.person, said('MIL'))).toEqual({ person: moved.person, asks: false });
  });

  it('is asked about once where they have chosen another department, and their own choice stands', () => {
    const chosen = chosenAt(somebody, { department: 'KUL' });
    const first = asSourced(chosen, said('VOO', 'HTS'));
    expect(first).toMatchObject({ asks: true, person: { department: 'KUL', sourced: { place: 'VOO.HTS' } } });
    expect(asSourced(first.person, said('VOO', 'HTS')).asks).toBe(false);
    expect(asSourced(first.person, said('MIL'))).toMatchObject({ asks: true, person: { department: 'KUL' } });
  });

  it('never takes the place of a unit that they have chosen', () => {
    const followed = asSourced(somebody, said('VOO', 'HTS')).person;
    const chosen = chosenAt(followed, { department: 'VOO', unit: 'HTN' });
    expect(asSourced(chosen, said('VOO', 'HTS')).person).toBe(chosen);
    expect(asSourced(chosen, said('VOO', 'ADM'))).toMatchObject({ asks: false, person: { unit: 'HTN' } });
  });

  it('changes nothing where no source knows it', () => {
    const chosen = chosenAt(somebody, { department: 'KUL' });
    expect(asSourced(chosen, { away: false, protected: false })).toEqual({ person: chosen, asks: false });
  });
});

describe('somebody with protected personal data', () => {
  it('has no place from a source, and no unit, whoever said it', () => {
    const followed = asSourced(somebody, said('VOO', 'HTS')).person;
    expect(asSourced(followed, hidden).person).toEqual({ ...somebody, protected: true });
    const chosen = chosenAt(somebody, { department: 'VOO', unit: 'HTS' });
    expect(asSourced(chosen, hidden).person).toEqual({ ...somebody, department: 'VOO', protected: true });
  });

  it('may choose a department, and never gets a unit with it', () => {
    const { person } = asSourced(somebody, hidden);
    expect(chosenAt(person, { department: 'VOO', unit: 'HTS' })).toEqual({ ...person, department: 'VOO' });
  });

  it('is as everybody else when no source says so any more', () => {
    const { person } = asSourced(somebody, hidden);
    expect(asSourced(person, said('VOO')).person).not.toHaveProperty('protected');
  });
});
