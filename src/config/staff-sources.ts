import type { Deps } from '../app/deps.js';
import type { GroupSource } from '../app/organisation/groups/group-source.js';
import type { StaffSource } from '../app/person/staff/staff-source.js';
import { pause } from '../delivery/pacing/pause.js';
import { graphGroups } from '../teams/graph/groups.js';
import type { Graph } from '../teams/graph/requests.js';
import { graphToken } from '../teams/graph/token.js';
import { graphUsers } from '../teams/graph/users.js';
import type { Config } from './config.js';
import { staffFile } from './staff-file.js';

/** What tells who works where, as far as it is configured; the organisation file says which of them are asked. */
export function staffSources(config: Config, app: Deps, signal?: AbortSignal): StaffSource[] {
  const { staffFile: place, storage } = config;
  const file = place === undefined ? [] : [staffFile(place, () => app.settings().sources?.file, storage)];
  const graph = graphOf(config);
  return graph ? [...file, graphUsers(graph, () => app.settings().sources?.graph, app.now, signal)] : file;
}

/** What tells who is in groups, where Graph is configured. */
export function groupSource(config: Config): GroupSource | undefined {
  const graph = graphOf(config);
  return graph && graphGroups(graph);
}

function graphOf({ graph: settings, identity }: Config): Graph | undefined {
  if (identity.kind === 'none' || !settings) return undefined;
  const { as, root, loginHost } = settings;
  const token = graphToken({ as: as === 'bot' ? identity : as, root, loginHost });
  return { root, tenant: identity.tenantId, token, pause };
}
