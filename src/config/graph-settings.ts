import type { Variables } from './variables.js';

/** As whom the bot asks Microsoft Graph, and where. */
export interface GraphSettings {
  /** As the bot itself, or as the machine's managed identity, by its client id where it has several. */
  as: 'bot' | { managedIdentity: string | undefined };
  root: string;
  loginHost: string;
}

/** Graph and its login, each another host in national clouds. Asked only where the organisation file names Graph as a source. */
export function readGraph(variables: Variables): GraphSettings {
  const way = variables.oneOf('GRAPH_IDENTITY', ['bot', 'managed'], 'bot');
  return {
    as: way === 'bot' ? 'bot' : { managedIdentity: variables.get('AZURE_CLIENT_ID') },
    root: origin(variables, 'GRAPH_HOST', 'graph.microsoft.com'),
    loginHost: origin(variables, 'GRAPH_LOGIN_HOST', 'login.microsoftonline.com'),
  };
}

/** Of Microsoft's clouds alone: the bot shows its own secret or token there. */
const MICROSOFT =
  /^(graph\.microsoft\.(com|us)|dod-graph\.microsoft\.us|microsoftgraph\.chinacloudapi\.cn|login\.microsoftonline\.(com|us)|login\.partner\.microsoftonline\.cn|login\.chinacloudapi\.cn)$/;

function origin(variables: Variables, name: string, usual: string): string {
  const host = (variables.get(name) ?? usual).toLowerCase();
  if (!MICROSOFT.test(host)) {
    variables.problems.push(
      `${name} is "${host}": set it to a host of Microsoft's such as ${usual}, without https:// and path.`,
    );
  }
  return `https://${host}`;
}
