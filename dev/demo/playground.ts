import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Children } from '../../testing/processes/children';
import { type DemoPerson, type DemoWindow, demoPeople, demoTenantId } from './demo-people';

export interface PlaygroundOptions {
  role: DemoWindow;
  port: number;
  /** Where it sends what the person does. */
  messagesUrl: string;
  /** Holds each playground's configuration and its own log. */
  folder: string;
  logFolder: string;
}

/**
 * Starts Microsoft 365 Agents Playground, a Teams-like chat in the browser, for one person, and settles with its
 * address when it serves its page. It opens no browser and sends no telemetry.
 */
export async function startPlayground(children: Children, options: PlaygroundOptions): Promise<string> {
  const { role, port, messagesUrl, folder, logFolder } = options;
  const configFile = join(folder, `${role}.yml`);
  await mkdir(folder, { recursive: true });
  await writeFile(configFile, stringify(playgroundConfig(role)));
  const playground = children.start({
    name: `The playground of the ${role}`,
    script: require.resolve('@microsoft/m365agentsplayground/cli.js'),
    args: ['start', '-e', messagesUrl, '-c', 'msteams', '-p', String(port), '--dt'],
    cwd: join(folder, role),
    env: { M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile, TEAMSAPPTESTER_BROWSER: 'none', TZ: 'Europe/Stockholm' },
    logFile: join(logFolder, `playground-${role}.log`),
  });
  // It moves to another port by itself when its own is taken.
  const actual = await playground.firstLine((line) => /^Listening on (\d+)$/.exec(line)?.[1]);
  if (actual !== String(port)) throw new Error(`Port ${port} was taken by another program while starting.`);
  const address = `http://localhost:${port}`;
  await playground.answersAt(address);
  return address;
}

/** The playground's configuration file: one current user and exactly five others, all values strings. */
export function playgroundConfig(role: DemoWindow): object {
  const [current, others] = [
    demoPeople.find((one) => one.role === role),
    demoPeople.filter((one) => one.role !== role),
  ];
  if (current === undefined) throw new Error(`There is no demo person with the role ${role}.`);
  return {
    version: '0.1.1',
    tenantId: demoTenantId,
    bot: { id: '28:idelotsen', name: 'Idélotsen' },
    currentUser: userOf(current),
    users: others.map(userOf),
    personalChat: { id: `a:personal-${role}` },
    groupChat: { id: `19:group-${role}`, name: 'Gruppchatt' },
    team: {
      id: `19:team-${role}`,
      name: 'Vård och omsorg',
      aadGroupId: 'c2b7f3a0-1c44-4a52-9a0e-5f1d3f1f6a01',
      channels: [{ id: `19:channel-${role}`, name: 'Idéer' }],
    },
  };
}

function userOf({ role, name, email, aadObjectId }: DemoPerson): object {
  const [givenName = name, ...rest] = name.split(' ');
  return {
    id: `29:${role}`,
    name,
    userPrincipleName: email, // the playground's own spelling
    aadObjectId,
    givenName,
    surname: rest.join(' '),
    email,
  };
}
