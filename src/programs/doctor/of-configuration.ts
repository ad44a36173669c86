import type { Config, ReadConfig } from '../../config/config.js';
import { type Finding, fault, good, note } from './finding.js';

/** The oldest and the recommended line of Node.js. */
const OLDEST_NODE = 20;
const RECOMMENDED_NODE = 24;
/** Teams takes 50 calls a second of an app in a tenant, replies among them. */
const TEAMS_TAKES = 50;

/** Each problem of the configuration for itself: in its sentence stands what to set. Where there is none, what is odd about it. */
export function* ofConfiguration(read: ReadConfig, nodeVersion: string): Generator<Finding> {
  const node = Number(/^v?(\d+)/.exec(nodeVersion)?.[1]);
  if (node < OLDEST_NODE)
    yield fault('configuration', `Node.js ${nodeVersion} is too old.`, `Run the bot on Node.js ${RECOMMENDED_NODE}.`);
  else if (node < RECOMMENDED_NODE)
    yield note('configuration', `Node.js ${nodeVersion} works.`, `Node.js ${RECOMMENDED_NODE} is recommended.`);
  if (read.ok) yield* ofSettings(read.config);
  else for (const problem of read.problems) yield fromProblem(problem);
}

/** "NAME is … : set it to …" is what is so, and what to do. */
function fromProblem(problem: string): Finding {
  const at = problem.indexOf(': ');
  const todo = at < 0 ? '' : problem.slice(at + 2);
  return at < 0
    ? fault('configuration', problem, 'Set it as .env.example says.')
    : fault('configuration', `${problem.slice(0, at)}.`, todo.slice(0, 1).toUpperCase() + todo.slice(1));
}

function* ofSettings(config: Config): Generator<Finding> {
  const { environment, identity, publicUrl, metrics, deliveryRate, host } = config;
  yield good(
    'configuration',
    identity.kind === 'app'
      ? `Complete: ${environment}, ${identity.appType} ${identity.appId} in the tenant ${identity.tenantId}.`
      : `Complete: ${environment}, without an identity, for a try on this machine only.`,
  );
  if (identity.kind === 'app' && environment !== 'production')
    yield note('configuration', `NODE_ENV is ${environment}.`, 'Set NODE_ENV=production where people use the bot.');
  if (identity.kind === 'app' && publicUrl === undefined)
    yield fault(
      'configuration',
      'PUBLIC_URL is not set, so cards are drawn without pictures and links to ideas are not made.',
      'Set PUBLIC_URL to the https address at which Teams reaches the bot.',
    );
  if (metrics === 'closed')
    yield note(
      'configuration',
      '/metrics is closed.',
      'Set METRICS_TOKEN and let Prometheus show it, so that somebody is alerted outside Teams.',
    );
  if (deliveryRate > TEAMS_TAKES)
    yield note(
      'configuration',
      `DELIVERY_RATE is ${deliveryRate}, above the ${TEAMS_TAKES} calls a second that Teams takes of an app.`,
      'Lower it, unless Microsoft has raised the limit for this app.',
    );
  if (environment === 'production' && (host === '127.0.0.1' || host === 'localhost'))
    yield note(
      'configuration',
      `HOST is ${host}: only this machine reaches the bot.`,
      'Set HOST=0.0.0.0 where the proxy is on another machine or outside the container.',
    );
}
