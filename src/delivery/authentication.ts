import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';

/** Who the bot is to Bot Framework. With `none`, requests without a signature are accepted: only in development or tests, on this machine. */
export type Identity =
  | { kind: 'none' }
  | {
      kind: 'app';
      appId: string;
      appType: 'SingleTenant' | 'UserAssignedMsi' | 'MultiTenant';
      tenantId: string;
      password?: string;
    };

/** Bot Framework's authentication for who the bot is. With no identity, signatures are not looked at (config.ts says where that may be). */
export const authenticationFor = (identity: Identity): ConfigurationBotFrameworkAuthentication =>
  new ConfigurationBotFrameworkAuthentication(
    identity.kind === 'none'
      ? {}
      : {
          MicrosoftAppId: identity.appId,
          MicrosoftAppType: identity.appType,
          MicrosoftAppTenantId: identity.tenantId,
          ...(identity.password && { MicrosoftAppPassword: identity.password }),
        },
  );

/** The app's id as proactive messages name it; empty in development. */
export const appIdOf = (identity: Identity): string => (identity.kind === 'app' ? identity.appId : '');
