/** Who the bot is to Bot Framework. With `none`, requests without a signature are accepted: only in development or tests, on this machine. */
export type Identity = { kind: 'none' } | AppIdentity;

export interface AppIdentity {
  kind: 'app';
  appId: string;
  appType: 'SingleTenant' | 'UserAssignedMsi' | 'MultiTenant';
  tenantId: string;
  /** An app registration proves who it is with one of these two; a managed identity needs neither. */
  password?: string;
  certificate?: { thumbprint: string; privateKey: string };
  /** Whose people may talk with the bot: ids of Entra tenants in lower case. */
  tenants: readonly string[];
  /** Where Teams may be answered and written to: "https://host". */
  serviceOrigins: readonly string[];
  /** Where Bot Framework says which keys sign its tokens: an address of OpenID metadata. */
  keysAt: string;
}

/**
 * Who the bot is to the people of one more tenant: a company of the municipality's that has its own. `name` is the last part
 * of the address at which its messages come in: /api/messages/{name}.
 */
export interface NamedIdentity extends AppIdentity {
  name: string;
}

/** A bot's name in Teams: 28 and its app id. */
export const botIdOf = ({ appId }: Pick<AppIdentity, 'appId'>): string => `28:${appId}`;

/** The app's id as proactive messages name it; empty in development. */
export const appIdOf = (identity: Identity): string => (identity.kind === 'app' ? identity.appId : '');
