import { ConfigurationBotFrameworkAuthentication, ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import type { TeamsSettings } from '../config';

/** Who vouches for the other side, in place of Microsoft's public cloud: a test, or another cloud. */
export interface Authority {
  /** OpenID metadata of whoever signs what comes in. */
  readonly metadataUrl: string;
  readonly issuer: string;
  /** Names ourselves in what goes out. */
  token(): Promise<string>;
}

/** @param settings without them botbuilder believes everybody: `receive.ts` lets in this machine alone then. */
export function authenticationFor(
  settings: TeamsSettings | undefined,
  authority?: Authority,
): ConfigurationBotFrameworkAuthentication {
  const named = {
    MicrosoftAppId: settings?.appId ?? '',
    MicrosoftAppPassword: settings?.password ?? '',
    MicrosoftAppType: settings?.type ?? 'MultiTenant',
    MicrosoftAppTenantId: settings?.tenantId ?? '',
  };
  if (!authority) {
    return new ConfigurationBotFrameworkAuthentication({}, new ConfigurationServiceClientCredentialFactory(named));
  }
  // botbuilder takes its own cloud's value for none of these once one is set.
  return new ConfigurationBotFrameworkAuthentication(
    {
      ToBotFromChannelOpenIdMetadataUrl: authority.metadataUrl,
      ToBotFromEmulatorOpenIdMetadataUrl: authority.metadataUrl,
      ToBotFromChannelTokenIssuer: authority.issuer,
      ToChannelFromBotLoginUrl: authority.issuer,
      ToChannelFromBotOAuthScope: authority.issuer,
      OAuthUrl: authority.issuer,
    },
    new OwnCredentials(named, authority),
  );
}

class OwnCredentials extends ConfigurationServiceClientCredentialFactory {
  constructor(
    named: ConstructorParameters<typeof ConfigurationServiceClientCredentialFactory>[0],
    private readonly authority: Authority,
  ) {
    super(named);
  }

  override async createCredentials(): ReturnType<ConfigurationServiceClientCredentialFactory['createCredentials']> {
    const { authority } = this;
    return {
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await authority.token()}`);
        return request;
      },
    };
  }
}
