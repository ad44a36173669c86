import type { Place } from '../../../../src/domain/organisation/place';
import type { SourcePlaces } from '../../../../src/domain/organisation/sources/source-places';
import { keptOf } from '../../../../src/domain/organisation/sources/staff';
import { workplaceOf } from '../../../../src/domain/organisation/sources/workplace';

const known: Record<string, Place> = {
  Vård: { department: 'VOO' },
  Söder: { department: 'VOO', unit: 'HTS' },
  Miljö: { department: 'MIL' },
};
const places: SourcePlaces = { placeOf: ({ department = '' }) => known[department], unknownIn: () => undefined };
const at = (department: string) => ({ department });

describe('where somebody works by all sources', () => {
  it('is what the file says, else what Graph says', () => {
    expect(workplaceOf({ file: at('Miljö'), graph: at('Söder') }, places).place).toEqual(known.Miljö);
    expect(workplaceOf({ file: at('Okänd'), graph: at('Söder') }, places).place).toEqual(known.Söder);
    expect(workplaceOf({ graph: at('Okänd') }, places).place).toBeUndefined();
  });

  it('is where the organisation file gives them a post, before Graph, which may say the unit', () => {
    const post = [{ department: 'VOO' }];
    expect(workplaceOf({ graph: at('Miljö') }, places, post).place).toEqual({ department: 'VOO' });
    expect(workplaceOf({ graph: at('Söder') }, places, post).place).toEqual(known.Söder);
    expect(workplaceOf({ file: at('Miljö') }, places, post).place).toEqual(known.Miljö);
  });

  it('is not said of somebody whom one of them calls protected', () => {
    const hidden = workplaceOf({ file: { protected: true }, graph: at('Söder') }, places);
    expect(hidden).toEqual({ away: false, protected: true });
  });

  it('has somebody away whom one of them calls so', () => {
    expect(workplaceOf({ file: at('Vård'), graph: { away: true } }, places).away).toBe(true);
  });
});

describe('what is kept of an entry', () => {
  it('is nothing of somebody with protected personal data but that', () => {
    expect(keptOf({ who: 'x@ort.example', department: 'Vård', away: true, protected: true })).toEqual({
      protected: true,
    });
  });

  it('is no more than is needed, in one line', () => {
    const given = { who: 'x@ort.example', department: ' Vård\n och  omsorg ', unit: '', title: 'Chef' };
    expect(keptOf(given)).toEqual({ who: 'x@ort.example', department: 'Vård och omsorg' });
  });
});
