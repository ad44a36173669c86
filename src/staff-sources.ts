import type { Deps } from './app/deps.js';
import type { StaffSource } from './app/person/staff/staff-source.js';
import type { Config } from './config/config.js';
import { staffFile } from './config/staff-file.js';
import { pause } from './delivery/pacing/pause.js';
import { graphToken } from './teams/graph/token.js';
import { graphUsers } from './teams/graph/users.js';

/** What tells who works where, as far as it is configured; the organisation file says which of them are asked. */
export function staffSources(
  { staffFile: place, storage, graph: settings, identity }: Config,
  app: Deps,
  signal?: AbortSignal,
): StaffSource[] {
  const file = place === undefined ? [] : [staffFile(place, () => app.settings().sources?.file, storage)];
  if (identity.kind === 'none' || !settings) return file;
  const { as, root, loginHost } = settings;
  const token = graphToken({ as: as === 'bot' ? identity : as, root, loginHost });
  const graph = { root, tenant: identity.tenantId, token, pause };
  return [...file, graphUsers(graph, () => app.settings().sources?.graph, app.now, signal)];
}
