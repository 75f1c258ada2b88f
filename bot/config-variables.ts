import { DateTime } from 'luxon';
import { z } from 'zod';
import { isVaultKey } from '../infra/key-vault';

const text = z.string().optional();
const address = z
  .url({ protocol: /^https?$/, error: 'is a web address such as https://lantern.example.org' })
  .optional();

/** In small letters, as addresses are compared; nothing between two commas is none. */
function isHost(text: string): boolean {
  return text === '' || /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(text);
}

/** Every setting that Lantern reads, as the environment gives it. A message follows the name of the setting. */
export const Variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number('is a number')
    .int('is a whole number')
    .min(0, 'is 0 or more')
    .max(65_535, 'is at most 65535')
    .default(3978),
  LANTERN_HOME: z.string().default('./data'),
  LANTERN_SCHOOL: text,
  LANTERN_KEY: text,
  LANTERN_OLD_KEY: text,
  LANTERN_NOW: z
    .string()
    .refine((value) => DateTime.fromISO(value).isValid, 'is a day and time such as 2026-11-24T10:15')
    .optional(),
  LANTERN_WINDOWS: text,
  MicrosoftAppId: text,
  MicrosoftAppPassword: text,
  MicrosoftAppType: z
    .enum(['MultiTenant', 'SingleTenant', 'UserAssignedMSI'], 'is MultiTenant, SingleTenant or UserAssignedMSI')
    .default('MultiTenant'),
  MicrosoftAppTenantId: text,
  TEAMS_SERVICE_HOSTS: z
    .string()
    .refine((list) => list.split(/[\s,]+/).every(isHost), 'is a list of hosts such as smba.example.com')
    .optional(),
  SLACK_SIGNING_SECRET: text,
  SLACK_BOT_TOKEN: text,
  SLACK_APP_TOKEN: text,
  SLACK_API_URL: address,
  PUBLIC_URL: address,
  SMTP_URL: z
    .url({ protocol: /^smtps?$/, error: 'is an address such as smtps://user:password@mail.example.org' })
    .optional(),
  MAIL_FROM: z.email('is an e-mail address').optional(),
  AZURE_TABLES_CONNECTION_STRING: text,
  AZURE_TABLES_ENDPOINT: address,
  AZURE_KEY_VAULT_KEY: z
    .string()
    .refine(isVaultKey, 'is the address of a key, such as https://name.vault.azure.net/keys/lantern')
    .optional(),
  EMBEDDINGS_URL: address,
  EMBEDDINGS_KEY: text,
  EMBEDDINGS_MODEL: text,
  EMBEDDINGS_API_VERSION: text,
  EMBEDDINGS_ADMITS: z.coerce.number('is a number').min(0, 'is 0 or more').max(1, 'is at most 1').default(0.5),
});
export type Given = z.output<typeof Variables>;
export type SettingName = keyof Given;

export const SETTING_NAMES: readonly SettingName[] = Variables.keyof().options;
