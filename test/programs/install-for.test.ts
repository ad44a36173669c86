import { InstallReport } from '../../src/app/person/installing/install-report';
import { runProgram } from '../../testing/processes/run-program';
import { testConnectionString } from '../../testing/storage/storage';

describe('npm run install-for', () => {
  jest.setTimeout(60_000);
  async function run(args: string[], more: Record<string, string> = {}) {
    const env = { AZURE_STORAGE_CONNECTION_STRING: testConnectionString(), ...more };
    const { said, ...rest } = await runProgram('install-for', args, env);
    return { said: said.trim().split('\n'), ...rest };
  }

  it('explains itself, and says what is missing, before it asks anybody', async () => {
    const identity = {
      ...{ MicrosoftAppId: 'a1b2c3d4-0000-4000-8000-000000000001', MicrosoftAppType: 'SingleTenant' },
      ...{ MicrosoftAppTenantId: 'a1b2c3d4-0000-4000-8000-000000000002', MicrosoftAppPassword: 'secret' },
    };
    const [usage, odd, nobody, none, other] = await Promise.all([
      run([]),
      run(['posts', '--rate', '500']),
      run(['posts']),
      run(['posts', '--department', 'NONE'], identity),
      run(['posts', '--identity', 'company'], identity),
    ]);
    for (const one of [usage, odd])
      expect(one).toMatchObject({ code: 1, complained: expect.stringMatching(/^Write npm run install-for -- WHOM/) });
    expect(nobody).toMatchObject({ code: 1, complained: expect.stringContaining('set MicrosoftAppId') });
    expect(none).toMatchObject({ code: 1, complained: 'No department has the code NONE.\n' });
    expect(other).toMatchObject({ code: 1, complained: 'IDENTITIES names nobody “company”.\n' });
  });

  it('reports how many have it, and names those of whom somebody has to see to something', () => {
    const told: string[] = [];
    const report = new InstallReport(true, (line) => told.push(line));
    for (let n = 0; n < 300; n++) report.add({ candidate: { objectId: `u${n}` }, outcome: 'given' }, n * 100);
    expect(told).toEqual(['151 seen to, 151 have been given the bot …']);
    expect(report.isWhole).toBe(true);
    const email = 'boss@ort.example';
    report.add({ candidate: { email }, outcome: 'notFound' }, 0);
    report.add({ candidate: { objectId: 'u301' }, outcome: 'refused', why: '403 Forbidden' }, 0);
    expect(report.isWhole).toBe(false);
    expect(report.lines()).toEqual([
      '300 have been given the bot.',
      expect.stringMatching(/^1 have no account here/),
      `  ${email}`,
      expect.stringMatching(/^1 were refused by Microsoft Graph/),
      '  u301 (403 Forbidden)',
    ]);
    expect(new InstallReport(false, () => undefined).lines()).toEqual([
      'Nobody is meant by that.',
      'Nobody is given anything without --write.',
    ]);
  });
});
