import { join } from 'node:path';
import { readSettings, WrongSettings } from '../../bot/config';

const VAULT_KEY = 'https://x.vault.azure.net/keys/a';
const KEY = 'sixteen letters or more';
const TEAMS = { MicrosoftAppId: 'app', MicrosoftAppPassword: 'password', LANTERN_KEY: KEY };
const SLACK = { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_SIGNING_SECRET: 'secret', LANTERN_KEY: KEY };

function problemsWith(env: NodeJS.ProcessEnv): readonly string[] {
  try {
    readSettings(env);
  } catch (error) {
    if (error instanceof WrongSettings) return error.problems;
    throw error;
  }
  return [];
}

describe('settings', () => {
  it('need nothing at all for a demonstration on this machine', () => {
    const settings = readSettings({});

    expect(settings).toMatchObject({
      host: '127.0.0.1',
      port: 3978,
      home: './data',
      teams: undefined,
      slack: undefined,
    });
    expect(settings.store).toEqual({ kind: 'sqlite', file: join('data', 'lantern.db') });
  });

  it('count an empty line of .env as not set', () => {
    expect(readSettings({ MicrosoftAppId: '', PORT: ' ', LANTERN_KEY: '' })).toEqual(readSettings({}));
  });

  it('give each platform what it needs', () => {
    const both = readSettings({ ...TEAMS, ...SLACK, SLACK_APP_TOKEN: 'xapp-1', HOST: '0.0.0.0', PORT: '80' });

    expect(both.teams).toEqual({
      ...{ appId: 'app', password: 'password', type: 'MultiTenant', tenantId: undefined },
      serviceHosts: [],
    });
    expect(both.slack).toEqual({ botToken: 'xoxb-1', signingSecret: 'secret', appToken: 'xapp-1', apiUrl: undefined });
    expect(both).toMatchObject({ host: '0.0.0.0', port: 80 });
  });

  it('take a demonstration time without an offset as the time on the wall of a British school', () => {
    expect(readSettings({ LANTERN_NOW: '2026-07-01T09:00' }).startsAt?.toUTC().toISO()).toBe(
      '2026-07-01T08:00:00.000Z',
    );
  });

  it('name whose windows the demonstration opens, with commas or spaces between them', () => {
    expect(readSettings({ LANTERN_WINDOWS: 'office, head' }).windows).toEqual(['office', 'head']);
    expect(readSettings({}).windows).toBeUndefined();
  });

  it('name more hosts that Teams may be at, with commas or spaces between them', () => {
    expect(readSettings({ ...TEAMS, TEAMS_SERVICE_HOSTS: 'a.example, b.example' }).teams?.serviceHosts).toEqual([
      'a.example',
      'b.example',
    ]);
    expect(readSettings(TEAMS).teams?.serviceHosts).toEqual([]);
  });

  it('send no question anywhere unless the school names where', () => {
    const given = { EMBEDDINGS_URL: 'https://x.example/v1/embeddings/', EMBEDDINGS_MODEL: 'm', EMBEDDINGS_KEY: 'k' };

    expect(readSettings({}).embeddings).toBeUndefined();
    expect(readSettings(given).embeddings).toEqual({
      url: 'https://x.example/v1',
      key: 'k',
      model: 'm',
      apiVersion: undefined,
      admits: 0.5,
    });
    expect(readSettings({ ...given, EMBEDDINGS_URL: 'http://127.0.0.1:11434/v1' }).embeddings?.url).toBe(
      'http://127.0.0.1:11434/v1',
    );
  });

  it.each([
    ['a Teams app without its password', { MicrosoftAppId: 'app', LANTERN_KEY: KEY }, /MicrosoftAppPassword/],
    ['a Teams password without its app', { MicrosoftAppPassword: 'x' }, /without MicrosoftAppId/],
    ['a single-tenant app without its tenant', { ...TEAMS, MicrosoftAppType: 'SingleTenant' }, /MicrosoftAppTenantId/],
    ['a tenant for an app of many tenants', { ...TEAMS, MicrosoftAppTenantId: 't' }, /SingleTenant/],
    ['an app type that nobody knows', { ...TEAMS, MicrosoftAppType: 'Solo' }, /MicrosoftAppType is MultiTenant/],
    [
      'a Slack token that nothing vouches for',
      { SLACK_BOT_TOKEN: 'xoxb-1', LANTERN_KEY: KEY },
      /SLACK_SIGNING_SECRET or/,
    ],
    ['a host of Teams that is an address', { ...TEAMS, TEAMS_SERVICE_HOSTS: 'https://x.example/' }, /list of hosts/],
    [
      'this machine among the hosts of Teams',
      { ...TEAMS, TEAMS_SERVICE_HOSTS: 'a.example, 127.0.0.1' },
      /this machine/,
    ],
    ['a Slack secret without a token', { SLACK_SIGNING_SECRET: 's' }, /without SLACK_BOT_TOKEN/],
    ['Slack tokens that were swapped', { ...SLACK, SLACK_BOT_TOKEN: 'xapp-1', SLACK_APP_TOKEN: 'xoxb-1' }, /swapped/],
    ['an open address without credentials', { HOST: '0.0.0.0' }, /beyond this machine/],
    ['another open address without credentials', { HOST: '192.168.1.4' }, /beyond this machine/],
    ['a moved clock in a school that is in use', { ...TEAMS, LANTERN_NOW: '2026-11-24T10:15' }, /LANTERN_NOW/],
    [
      'windows of a demonstration in a school that is in use',
      { ...TEAMS, LANTERN_WINDOWS: 'office' },
      /LANTERN_WINDOWS/,
    ],
    [
      'windows of a demonstration beside a school file',
      { LANTERN_SCHOOL: 'a.yaml', LANTERN_WINDOWS: 'office' },
      /LANTERN_WINDOWS/,
    ],
    ['a time that is none', { LANTERN_NOW: 'tomorrow' }, /LANTERN_NOW is a day and time/],
    [
      'two ways to Azure',
      { AZURE_TABLES_CONNECTION_STRING: 'a', AZURE_TABLES_ENDPOINT: 'https://x.example', LANTERN_KEY: KEY },
      /both set/,
    ],
    ['a school in use without a key', { ...TEAMS, LANTERN_KEY: '' }, /LANTERN_KEY is missing/],
    ['Azure without a key', { AZURE_TABLES_ENDPOINT: 'https://x.example' }, /LANTERN_KEY is missing/],
    ['a key that is soon guessed', { ...TEAMS, LANTERN_KEY: 'school' }, /too short/],
    ['a port that is none', { PORT: 'three' }, /PORT is a number/],
    ['a port beyond the last', { PORT: '70000' }, /PORT is at most/],
    ['an address that is none', { PUBLIC_URL: 'lantern' }, /PUBLIC_URL is a web address/],
    ['a key for a second opinion that nobody gives', { EMBEDDINGS_KEY: 'x' }, /without EMBEDDINGS_URL/],
    ['a second opinion of no model', { EMBEDDINGS_URL: 'https://x.example/v1' }, /EMBEDDINGS_MODEL or/],
    [
      'questions that would cross the network in the open',
      { EMBEDDINGS_URL: 'http://x.example/v1', EMBEDDINGS_MODEL: 'm' },
      /not encrypted/,
    ],
    [
      'a nearness that cannot be',
      { EMBEDDINGS_URL: 'https://x.example/v1', EMBEDDINGS_MODEL: 'm', EMBEDDINGS_ADMITS: '7' },
      /EMBEDDINGS_ADMITS is at most 1/,
    ],
    ['mail without a sender', { SMTP_URL: 'smtps://mail.example.org' }, /go together/],
    ['a key vault beside a key in plain words', { AZURE_KEY_VAULT_KEY: VAULT_KEY, LANTERN_KEY: KEY }, /run key wrap/],
    ['a key vault and no key', { AZURE_KEY_VAULT_KEY: VAULT_KEY }, /run key wrap/],
    ['a key that nobody is named to open', { LANTERN_KEY: 'vault.1a2b.abcd' }, /AZURE_KEY_VAULT_KEY is missing/],
    [
      'a key vault that is none',
      { AZURE_KEY_VAULT_KEY: 'http://x.example/keys/a', LANTERN_KEY: 'vault.1a2b.abcd' },
      /AZURE_KEY_VAULT_KEY is the address of a key/,
    ],
    ['a name that was misspelt', { MICROSOFT_APP_ID: 'app' }, /write it MicrosoftAppId/],
  ])('refuse %s', (_what, env, said) => {
    const problems = problemsWith(env);

    expect(problems).toEqual([expect.stringMatching(said)]);
  });

  it('name everything that is wrong in one message', () => {
    const env = { MicrosoftAppId: 'app', SLACK_SIGNING_SECRET: 's', PORT: 'x', LANTERN_NOW: 'y' };

    expect(problemsWith(env).length).toBeGreaterThanOrEqual(6);
    expect(() => readSettings(env)).toThrow(/cannot work with these settings:\n(- .+\n?){6,}/);
  });

  it('never repeat a secret in what is wrong with it', () => {
    const message = problemsWith({ ...TEAMS, LANTERN_KEY: 'hush', SLACK_BOT_TOKEN: 'xapp-quiet' }).join();

    expect(message).not.toMatch(/hush|quiet/);
  });
});

test('a school may leave its key vault: the key of before is wrapped, and the new one is not', () => {
  const env = { AZURE_KEY_VAULT_KEY: VAULT_KEY, LANTERN_OLD_KEY: 'vault.1a2b.abcd', LANTERN_KEY: KEY };

  expect(readSettings(env)).toMatchObject({ key: KEY, oldKey: 'vault.1a2b.abcd', keyVault: VAULT_KEY });
});
