import { isWrappedByVault } from '../infra/key-vault';
import { SETTING_NAMES, type SettingName } from './config-variables';
import { isLoopback } from './loopback';

type Raw = Readonly<Partial<Record<SettingName, string | undefined>>>;

interface Rule {
  readonly wrong: (given: Raw) => boolean;
  readonly say: string;
}

/** Shorter than this a secret is guessed. */
const SHORTEST_KEY = 16;

/** Which settings do not go together. Each line is told by itself, so that all can be mended in one go. */
const RULES: readonly Rule[] = [
  {
    wrong: (given) =>
      Boolean(given.MicrosoftAppId) && !given.MicrosoftAppPassword && given.MicrosoftAppType !== 'UserAssignedMSI',
    say: 'MicrosoftAppId is set without MicrosoftAppPassword',
  },
  {
    wrong: (given) => Boolean(given.MicrosoftAppPassword) && !given.MicrosoftAppId,
    say: 'MicrosoftAppPassword is set without MicrosoftAppId',
  },
  {
    wrong: (given) =>
      ['SingleTenant', 'UserAssignedMSI'].includes(given.MicrosoftAppType ?? '') && !given.MicrosoftAppTenantId,
    say: 'MicrosoftAppType needs MicrosoftAppTenantId, unless it is MultiTenant',
  },
  {
    wrong: (given) =>
      Boolean(given.MicrosoftAppTenantId) && (given.MicrosoftAppType ?? 'MultiTenant') === 'MultiTenant',
    say: 'MicrosoftAppTenantId is not used by a MultiTenant app: set MicrosoftAppType to SingleTenant, or take it away',
  },
  {
    wrong: (given) => (given.TEAMS_SERVICE_HOSTS ?? '').split(/[\s,]+/).some((host) => host !== '' && isLoopback(host)),
    say: 'TEAMS_SERVICE_HOSTS names this machine: Teams is never here once there are credentials',
  },
  {
    wrong: (given) => Boolean(given.SLACK_BOT_TOKEN) && !given.SLACK_SIGNING_SECRET && !given.SLACK_APP_TOKEN,
    say: 'SLACK_BOT_TOKEN is set without SLACK_SIGNING_SECRET or, for Socket Mode, SLACK_APP_TOKEN',
  },
  {
    wrong: (given) => Boolean(given.SLACK_SIGNING_SECRET ?? given.SLACK_APP_TOKEN) && !given.SLACK_BOT_TOKEN,
    say: 'SLACK_SIGNING_SECRET or SLACK_APP_TOKEN is set without SLACK_BOT_TOKEN',
  },
  {
    wrong: (given) => Boolean(given.SLACK_BOT_TOKEN?.startsWith('xapp-') || given.SLACK_APP_TOKEN?.startsWith('xoxb-')),
    say: 'SLACK_BOT_TOKEN begins with xoxb- and SLACK_APP_TOKEN with xapp-: they have been swapped',
  },
  {
    wrong: (given) => Boolean(given.HOST) && !isLoopback(given.HOST ?? '') && !hasCredentials(given),
    say: 'HOST reaches beyond this machine, and without Teams or Slack credentials everybody would be believed: use 127.0.0.1',
  },
  {
    wrong: (given) => Boolean(given.LANTERN_NOW) && hasCredentials(given),
    say: 'LANTERN_NOW is for a demonstration only, and Teams or Slack credentials are set',
  },
  {
    wrong: (given) => Boolean(given.LANTERN_WINDOWS) && (hasCredentials(given) || Boolean(given.LANTERN_SCHOOL)),
    say: 'LANTERN_WINDOWS is for the demonstration only, and credentials or a school of your own are set',
  },
  {
    wrong: (given) => Boolean(given.AZURE_TABLES_CONNECTION_STRING && given.AZURE_TABLES_ENDPOINT),
    say: 'AZURE_TABLES_CONNECTION_STRING and AZURE_TABLES_ENDPOINT are both set: one of them is enough',
  },
  {
    wrong: (given) => !given.LANTERN_KEY && hasCredentials(given),
    say: `LANTERN_KEY is missing: give it a random secret of ${SHORTEST_KEY} characters or more, and keep a copy in a safe place`,
  },
  {
    wrong: (given) =>
      !given.LANTERN_KEY && Boolean(given.AZURE_TABLES_CONNECTION_STRING ?? given.AZURE_TABLES_ENDPOINT),
    say: 'LANTERN_KEY is missing: with Azure Tables no key is made on this machine, because it would be lost with it',
  },
  {
    wrong: (given) =>
      given.LANTERN_KEY !== undefined && given.LANTERN_KEY.length < SHORTEST_KEY && hasCredentials(given),
    say: `LANTERN_KEY is too short: ${SHORTEST_KEY} characters or more`,
  },
  {
    wrong: (given) => Boolean(given.LANTERN_OLD_KEY) && !given.LANTERN_KEY,
    say: 'LANTERN_OLD_KEY is set without LANTERN_KEY, the new one',
  },
  {
    wrong: (given) => Boolean(given.LANTERN_OLD_KEY) && given.LANTERN_OLD_KEY === given.LANTERN_KEY,
    say: 'LANTERN_OLD_KEY and LANTERN_KEY are the same: the one is the key of before, the other the new one',
  },
  {
    wrong: (given) =>
      Boolean(given.AZURE_KEY_VAULT_KEY) &&
      ![given.LANTERN_KEY, given.LANTERN_OLD_KEY].some((key) => isWrappedByVault(key ?? '')),
    say: 'AZURE_KEY_VAULT_KEY is set, and LANTERN_KEY is not wrapped by it: run key wrap, and set LANTERN_KEY to what it prints',
  },
  {
    wrong: (given) =>
      !given.AZURE_KEY_VAULT_KEY &&
      [given.LANTERN_KEY, given.LANTERN_OLD_KEY].some((key) => isWrappedByVault(key ?? '')),
    say: 'AZURE_KEY_VAULT_KEY is missing: LANTERN_KEY is wrapped by a key in Azure Key Vault, and nothing else opens it',
  },
  {
    wrong: (given) =>
      Boolean(given.EMBEDDINGS_KEY ?? given.EMBEDDINGS_MODEL ?? given.EMBEDDINGS_API_VERSION) && !given.EMBEDDINGS_URL,
    say: 'EMBEDDINGS_KEY, EMBEDDINGS_MODEL and EMBEDDINGS_API_VERSION mean nothing without EMBEDDINGS_URL',
  },
  {
    wrong: (given) => Boolean(given.EMBEDDINGS_URL) && !given.EMBEDDINGS_MODEL && !given.EMBEDDINGS_API_VERSION,
    say: 'EMBEDDINGS_URL is set without EMBEDDINGS_MODEL or, for Azure OpenAI, EMBEDDINGS_API_VERSION',
  },
  {
    wrong: ({ EMBEDDINGS_URL: url }) => url !== undefined && isOpenToOthers(url),
    say: 'EMBEDDINGS_URL is not encrypted, and questions would cross the network for all to read: use https',
  },
  {
    wrong: (given) => Boolean(given.SMTP_URL) !== Boolean(given.MAIL_FROM),
    say: 'SMTP_URL and MAIL_FROM go together, and only one is set',
  },
];

/** What does not fit together in these settings, in plain words. */
export function contradictions(given: Raw): string[] {
  return RULES.filter(({ wrong }) => wrong(given)).map(({ say }) => say);
}

/** Settings that were given under a name that Lantern does not read, such as MICROSOFT_APP_ID. */
export function misspelt(env: NodeJS.ProcessEnv): string[] {
  const readable = new Map(SETTING_NAMES.filter((name) => name.length > 5).map((name) => [plain(name), name]));
  return Object.keys(env).flatMap((name) => {
    const meant = readable.get(plain(name));
    return meant && meant !== name && !env[meant] && env[name] ? [`${name} is not read: write it ${meant}`] : [];
  });
}

function isOpenToOthers(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === 'http:' && !isLoopback(new URL(url).hostname);
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

function hasCredentials(given: Raw): boolean {
  return Boolean(given.MicrosoftAppId ?? given.SLACK_BOT_TOKEN);
}
