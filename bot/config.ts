import { join } from 'node:path';
import { DateTime } from 'luxon';
import { codeOf } from '../infra/error-code';
import type { SecondOpinionSettings } from '../infra/second-opinion';
import { contradictions, misspelt } from './config-rules';
import { type Given, SETTING_NAMES, Variables } from './config-variables';

export interface TeamsSettings {
  readonly appId: string;
  /** Absent for a managed identity. */
  readonly password: string | undefined;
  readonly type: 'MultiTenant' | 'SingleTenant' | 'UserAssignedMSI';
  readonly tenantId: string | undefined;
  /** Hosts that may be told something beside those that Microsoft documents. */
  readonly serviceHosts: readonly string[];
}

export interface SlackSettings {
  readonly botToken: string;
  readonly signingSecret: string | undefined;
  readonly appToken: string | undefined;
  readonly apiUrl: string | undefined;
}

/** What the whole house is told at its start; nothing else reads the environment. */
export interface Settings {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  /** Folder for SQLite and local keys. */
  readonly home: string;
  /** Path of a school file. */
  readonly school: string | undefined;
  /** The secret that wraps the data keys; without it one is made in `home`. */
  readonly key: string | undefined;
  /** The secret of before, while the key is being changed. */
  readonly oldKey: string | undefined;
  /** Address of the key in Azure Key Vault that wrapped the secret, or either of the two. */
  readonly keyVault: string | undefined;
  /** Where the clock of a demonstration starts. */
  readonly startsAt: DateTime<true> | undefined;
  /** Ids of those who have a window in the demonstration; undefined for the usual three. */
  readonly windows: readonly string[] | undefined;
  readonly teams: TeamsSettings | undefined;
  readonly slack: SlackSettings | undefined;
  readonly publicUrl: string | undefined;
  readonly mail: { readonly url: string; readonly from: string } | undefined;
  /** Where questions go for a second opinion; undefined, as it is unless the school sets it, they stay in the house. */
  readonly embeddings: SecondOpinionSettings | undefined;
  readonly store: StoreSettings;
}

export type StoreSettings =
  | { readonly kind: 'sqlite'; readonly file: string }
  | { readonly kind: 'azure'; readonly connectionString: string }
  | { readonly kind: 'azure'; readonly endpoint: string };

/** Everything that is wrong with the settings, in one message, in plain words. */
export class WrongSettings extends Error {
  override readonly name = 'WrongSettings';

  constructor(readonly problems: readonly string[]) {
    super(`Lantern cannot work with these settings:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
  }
}

/** Reads the settings once. An empty value counts as none. @throws WrongSettings that names everything wrong. */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const given = Object.fromEntries(SETTING_NAMES.map((name) => [name, env[name]?.trim() || undefined]));
  const parsed = Variables.safeParse(given);
  const unreadable = parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
  const problems = [...unreadable, ...contradictions(given), ...misspelt(env)];
  if (!parsed.success || problems.length > 0) throw new WrongSettings(problems);
  return toSettings(parsed.data);
}

/** Takes what stands in `.env` of the working folder into the environment; what is set already stays. */
export function loadEnvFile(): void {
  if (!('loadEnvFile' in process)) return; // Node before 20.12: set the settings in the environment there.
  try {
    process.loadEnvFile();
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw new WrongSettings(['the file .env is there and cannot be read']);
  }
}

function toSettings(given: Given): Settings {
  return {
    host: given.HOST,
    port: given.PORT,
    home: given.LANTERN_HOME,
    school: given.LANTERN_SCHOOL,
    key: given.LANTERN_KEY,
    oldKey: given.LANTERN_OLD_KEY,
    keyVault: given.AZURE_KEY_VAULT_KEY,
    // A time without an offset is one on the wall of a British school.
    startsAt: given.LANTERN_NOW ? instant(given.LANTERN_NOW) : undefined,
    windows: given.LANTERN_WINDOWS === undefined ? undefined : wordsIn(given.LANTERN_WINDOWS),
    teams: teamsOf(given),
    slack: slackOf(given),
    publicUrl: given.PUBLIC_URL?.replace(/\/+$/, ''),
    mail: given.SMTP_URL && given.MAIL_FROM ? { url: given.SMTP_URL, from: given.MAIL_FROM } : undefined,
    embeddings: embeddingsOf(given),
    store: storeOf(given),
  };
}

function wordsIn(list = ''): string[] {
  return list.split(/[\s,]+/).filter((word) => word !== '');
}

function instant(text: string): DateTime<true> | undefined {
  const at = DateTime.fromISO(text, { zone: 'Europe/London' });
  return at.isValid ? at : undefined;
}

function teamsOf(given: Given): TeamsSettings | undefined {
  if (!given.MicrosoftAppId) return undefined;
  return {
    appId: given.MicrosoftAppId,
    password: given.MicrosoftAppPassword,
    type: given.MicrosoftAppType,
    tenantId: given.MicrosoftAppTenantId,
    serviceHosts: wordsIn(given.TEAMS_SERVICE_HOSTS),
  };
}

function slackOf(given: Given): SlackSettings | undefined {
  if (!given.SLACK_BOT_TOKEN) return undefined;
  return {
    botToken: given.SLACK_BOT_TOKEN,
    signingSecret: given.SLACK_SIGNING_SECRET,
    appToken: given.SLACK_APP_TOKEN,
    apiUrl: given.SLACK_API_URL,
  };
}

function embeddingsOf(given: Given): SecondOpinionSettings | undefined {
  if (!given.EMBEDDINGS_URL) return undefined;
  return {
    url: given.EMBEDDINGS_URL.replace(/\/+$/, '').replace(/\/embeddings$/, ''),
    key: given.EMBEDDINGS_KEY,
    model: given.EMBEDDINGS_MODEL,
    apiVersion: given.EMBEDDINGS_API_VERSION,
    admits: given.EMBEDDINGS_ADMITS,
  };
}

function storeOf(given: Given): StoreSettings {
  const { AZURE_TABLES_CONNECTION_STRING: connectionString, AZURE_TABLES_ENDPOINT: endpoint } = given;
  if (connectionString) return { kind: 'azure', connectionString };
  if (endpoint) return { kind: 'azure', endpoint };
  return { kind: 'sqlite', file: join(given.LANTERN_HOME, 'lantern.db') };
}
