import type { Idea } from '../../../../src/domain/idea/idea';
import { leaningOf, wayOf, writeLeaning } from '../../../../src/domain/idea/waiting/leaning';
import { createDirectory } from '../../../../src/domain/organisation/directory';
import { createSettings } from '../../../../src/domain/organisation/settings';
import { anIdea } from '../../../../testing/samples/idea/ideas';
import { exampleOrganisation } from '../../../../testing/samples/organisation/example-organisation';

const organisation = exampleOrganisation();
const by = { directory: createDirectory(organisation), doorIn: createSettings(organisation).doorIn };
const without = ({ unit: _unit, ...idea }: Idea, unit: string | undefined): Idea => ({
  ...idea,
  ...(unit && { unit }),
});
const leans = (problem: string, more: Partial<Idea> = {}) =>
  leaningOf(without(anIdea({ words: { title: 'Förslag', problem }, ...more }), more.unit), by);

describe('which way an idea seems to go', () => {
  it('is to the department that it names', () => {
    expect(leans('Vi borde göra detta ihop med Miljöförvaltningen.')).toEqual({ way: 'department', code: 'MIL' });
  });

  it('is to the channel that is for it', () => {
    expect(leans('Lampan på parkeringen är trasig.')).toEqual({ way: 'channel', code: 'felanmalan' });
    expect(leans('Man borde kunna felanmäla lampor med en knapp.')).toBeUndefined();
  });

  it('is to be done at once, where it is short, of a unit with a manager, and names no sum', () => {
    const unit = 'HTN';
    const direct = { way: 'direct', code: unit };
    expect(leans('Nycklarna hänger för högt.', { unit })).toEqual(direct);
    expect(leans('Nycklarna hänger för högt.')).toBeUndefined();
    expect(leans('Nya nycklar kostar 20 000 kr.', { unit })).toBeUndefined();
    expect(leans('Nycklarna hänger för högt. '.repeat(12), { unit })).toBeUndefined();
  });

  it('is none once somebody has taken it on', () => {
    expect(
      leans('Vi borde göra detta ihop med Miljöförvaltningen.', {
        stage: 'exploring',
        waiting: { for: 'driver', person: 'pDRIVER' },
      }),
    ).toBeUndefined();
  });

  it('is kept as a text', () => {
    expect(wayOf(writeLeaning({ way: 'department', code: 'MIL' }))).toBe('department');
    expect([wayOf('elsewhere MIL'), wayOf()]).toEqual([undefined, undefined]);
  });
});
