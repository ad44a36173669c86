import { organisationNow } from '../../../src/domain/organisation/organisation-now';
import * as story from '../../../testing/samples/idea/story';
import { exampleOrganisation } from '../../../testing/samples/organisation/example-organisation';

describe('the organisation as it is now', () => {
  it('is made anew when it has become another one, and only then', () => {
    let current = exampleOrganisation();
    const { settings, directory } = organisationNow(() => current);
    const before = [settings(), directory()];
    expect(settings()).toBe(before[0]);
    expect(directory()).toBe(before[1]);

    current = { ...current, leadingHours: 7, departments: current.departments.slice(0, 1) };
    expect(settings().leadingHours).toBe(7);
    expect(directory().departments).toHaveLength(1);
    expect(directory()).not.toBe(before[1]);
  });

  it('has settings apart from people, and channels that are found by what somebody writes', () => {
    const { settings, directory } = organisationNow(exampleOrganisation);
    expect(JSON.stringify([settings().goals, settings().answerDays, settings().municipality])).not.toContain('@');
    expect(Object.keys(settings())).not.toContain('departments');
    expect(settings().doorIn('Lampan är trasig')).toMatchObject({ channel: { code: 'felanmalan' } });
    expect(directory().hasOffice).toBe(true);
  });

  it('keeps the calendar that stands in for the files’ own', () => {
    const { calendar } = story.setting;
    let current = exampleOrganisation();
    const { settings } = organisationNow(() => current, calendar);
    current = { ...current };
    expect(settings().calendar).toBe(calendar);
  });
});
