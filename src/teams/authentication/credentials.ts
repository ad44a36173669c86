import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Identity } from '../identity.js';

/**
 * Bot Framework's authentication for who the bot is: what signs outgoing calls. What comes in is judged by `authenticate.ts`
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
