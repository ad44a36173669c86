import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

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
 * Bot Framework's authentication for who the bot is: what signs outgoing calls. What comes in is judged by `teams/authentication/authenticate.ts`
 * and not by this; with no identity, signatures are not looked at (config/config.ts says where that may be).
 */
export const authenticationFor = (identity: Identity): ConfigurationBotFrameworkAuthentication =>
  new ConfigurationBotFrameworkAuthentication(
    identity.kind === 'none'
      ? {}
      : {
          MicrosoftAppId: identity.appId,
          MicrosoftAppType: identity.appType,
          MicrosoftAppTenantId: identity.tenantId,
          ...(identity.password && { MicrosoftAppPassword: identity.password }),
          ...(identity.certificate && {
            CertificateThumbprint: identity.certificate.thumbprint,
            CertificatePrivateKey: identity.certificate.privateKey,
          }),
        },
  );

/** The app's id as proactive messages name it; empty in development. */
export const appIdOf = (identity: Identity): string => (identity.kind === 'app' ? identity.appId : '');
