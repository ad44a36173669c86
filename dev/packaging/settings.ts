/** The values that differ from one municipality to the next, and what each of them must be. */
import { domainToASCII } from 'node:url';
import { z } from 'zod';

/** The values for the placeholders of manifest/manifest.json: `{{NAME}}` there is the variable NAME here. */
export type PackageSettings = Record<SettingName, string>;

export type SettingsReading = { ok: true; settings: PackageSettings } | { ok: false; problems: string[] };

type SettingName =
  | 'MicrosoftAppId'
  | 'TEAMS_APP_ID'
  | 'BOT_DOMAIN'
  | 'WEBSITE_URL'
  | 'PRIVACY_URL'
  | 'TERMS_URL'
  | 'DEVELOPER_NAME';

interface EnvironmentSetting {
  name: SettingName;
  /** Ends the sentence "NAME must be …". */
  mustBe: string;
  accepts: z.ZodType<string>;
  /** What holds when the variable is not set; without it the variable is required. */
  otherwise?: (env: Environment) => string | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Names that never lead anywhere: RFC 2606 and RFC 6761. */
const RESERVED_HOST = /(^|\.)(example(\.(com|net|org))?|test|invalid|localhost|local)$/;
const DOTTED_HOST = /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/;

function isPublicHost(host: string): boolean {
  return domainToASCII(host) === host && DOTTED_HOST.test(host) && !RESERVED_HOST.test(host);
}

function isPublicHttpsAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return protocol === 'https:' && isPublicHost(hostname) && username === '' && password === '';
}

/** Of the form of a GUID and yet nobody's: `00000000-…`, `11111111-…`, `12345678-…`. */
const GUID_FOR_SHOW = /^(([0-9a-f])\2{7}|01234567|12345678)-/i;

function isIssuedGuid(text: string): boolean {
  return z.guid().safeParse(text).success && !GUID_FOR_SHOW.test(text);
}

const guid = z.string().refine(isIssuedGuid);
const host = z.string().refine(isPublicHost);
/** 2,048 characters is the manifest schema's limit for an address. */
const httpsAddress = z.string().max(2048).refine(isPublicHttpsAddress);
/** 32 characters is the manifest schema's limit for `developer.name`. */
const publisher = z
  .string()
  .max(32)
  .refine((text) => !/[{}<>]/.test(text));

const SETTINGS: readonly EnvironmentSetting[] = [
  { name: 'MicrosoftAppId', mustBe: "the GUID of the bot's app registration", accepts: guid },
  {
    name: 'TEAMS_APP_ID',
    mustBe: 'the GUID that names this app in Teams, or left out to be the same as MicrosoftAppId',
    accepts: guid,
    otherwise: (env) => env.MicrosoftAppId,
  },
  {
    name: 'BOT_DOMAIN',
    mustBe: 'the host name alone at which the bot answers over https, without https://, port, path or *',
    accepts: host,
  },
  { name: 'WEBSITE_URL', mustBe: 'the https address of the page where users get support', accepts: httpsAddress },
  {
    name: 'PRIVACY_URL',
    mustBe: 'the https address of the page that says how personal data is handled',
    accepts: httpsAddress,
  },
  { name: 'TERMS_URL', mustBe: 'the https address of the terms of use', accepts: httpsAddress },
  {
    name: 'DEVELOPER_NAME',
    mustBe: "the publisher's name, at most 32 characters",
    accepts: publisher,
    otherwise: () => 'Idélotsen',
  },
];

/**
 * Reads the package's values from the environment.
 * A value that is missing, a placeholder (also an `example.com` address or a GUID of zeros) or not of its form gives one
 * sentence; a problem that only follows from another variable's is not told twice.
 */
export function readPackageSettings(env: Environment): SettingsReading {
  const problems: string[] = [];
  const settings = Object.fromEntries(
    SETTINGS.map(({ name, mustBe, accepts, otherwise }) => {
      const given = env[name]?.trim() || undefined;
      const value = given ?? otherwise?.(env)?.trim();
      const follows = given === undefined && otherwise !== undefined;
      if (!follows && !accepts.safeParse(value).success) {
        problems.push(`${name} is ${given === undefined ? 'not set' : `"${given}"`}: it must be ${mustBe}.`);
      }
      return [name, value ?? ''];
    }),
  ) as PackageSettings;
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
}
