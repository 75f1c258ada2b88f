import { type FloorName, floorOf } from './house-files';
import { capabilityOf, type Import } from './imports-read';

/** What each floor may stand on, beside itself. No import runs up; between neighbours only as written here. */
const BELOW: Readonly<Record<FloorName, readonly FloorName[]>> = {
  bot: ['handlers', 'pages', 'infra', 'library', 'cards', 'domain'],
  handlers: ['pages', 'infra', 'library', 'cards', 'domain'],
  pages: ['infra', 'library', 'cards', 'domain'],
  infra: ['library', 'cards', 'domain'],
  library: ['domain'],
  cards: ['domain'],
  domain: [],
};

/** Packages that every floor may use: they hold no state, reach nothing outside, and rules are written with them. */
const ANYWHERE = ['luxon', 'zod'];

/** The one folder in which each other package is imported. */
export const HOME_OF: Readonly<Record<string, string>> = {
  '@azure/data-tables': 'infra/',
  '@azure/identity': 'infra/',
  '@azure/keyvault-keys': 'infra/',
  // The demonstration's windows: a program that is started, and nothing that a school's Lantern needs.
  '@microsoft/m365agentsplayground': 'bot/playground-window.ts',
  '@slack/bolt': 'bot/slack/',
  '@resvg/resvg-js': 'pages/',
  'adaptive-expressions': 'cards/',
  'adaptivecards-templating': 'cards/',
  botbuilder: 'bot/teams/',
  'csv-parse': 'bot/commands/',
  'csv-stringify': 'bot/csv.ts',
  hast: 'library/',
  'hast-util-from-html': 'library/',
  'ical-generator': 'pages/',
  'intl-messageformat': 'cards/',
  libsql: 'infra/',
  mammoth: 'library/',
  mdast: 'library/',
  'mdast-util-from-markdown': 'library/',
  nodemailer: 'bot/mail/',
  'pdfjs-dist': 'library/',
  'snowball-stemmers': 'library/',
  uqr: 'pages/',
  vega: 'pages/',
  'vega-lite': 'pages/',
  yaml: 'infra/',
  yauzl: 'library/',
};

/** What is wrong with one import of the house, in a sentence, or undefined when the law allows it. */
export function breach(one: Import): string | undefined {
  const wrong = breachOfPurity(one) ?? breachOfFloors(one) ?? breachOfCapabilities(one) ?? breachOfPlatforms(one);
  return wrong && `${one.from} imports ${one.to}: ${wrong}`;
}

function breachOfPurity({ from, to }: Import): string | undefined {
  if (!isPure(from) || ANYWHERE.includes(to) || floorOf(to) === 'domain') return undefined;
  if (to === from.replace(/\/rules\.ts$/, '/schema.ts')) return undefined;
  // A part of a capability adds to the shapes of the whole.
  if (to === from.replace(/^(handlers\/[^/]+)\/.+\/(rules|schema)\.ts$/, '$1/schema.ts')) return undefined;
  return 'a rule is worked out from luxon, zod and domain/ alone';
}

function breachOfFloors({ from, to }: Import): string | undefined {
  const here = floorOf(from);
  if (!here || to.startsWith('node:') || to === '#root') return undefined;
  if (ANYWHERE.includes(to)) return undefined;
  const there = floorOf(to);
  if (there) return there === here || BELOW[here].includes(there) ? undefined : 'no import runs up or aside';
  if (to.includes('.')) return 'the house stands on nothing but its own floors';
  const home = HOME_OF[to];
  if (!home) return 'a package has one folder, and imports-law.ts says which';
  return from.startsWith(home) ? undefined : `this package is imported in ${home} only`;
}

function breachOfCapabilities({ from, to }: Import): string | undefined {
  const [own, other] = [capabilityOf(from), capabilityOf(to)];
  if (own && to === 'handlers/index.ts') return 'a capability does not know which others there are';
  if (own) return other && other !== own ? 'a capability never imports another' : undefined;
  return floorOf(from) === 'handlers' && other && from !== 'handlers/index.ts'
    ? 'what capabilities share does not know any of them'
    : undefined;
}

/** Outside its folder a platform is one thing that receives and delivers; no other file of it is anybody's business. */
function breachOfPlatforms({ from, to }: Import): string | undefined {
  const [, platform] = /^(bot\/(?:teams|slack)\/)/.exec(to) ?? [];
  if (!platform || from.startsWith(platform) || to === `${platform}receive.ts`) return undefined;
  return `only ${platform}receive.ts is for others`;
}

/** Only main may know the whole house: the list of capabilities and the platforms. */
export function knowsEverything(imports: readonly Import[]): string[] {
  const files = [...new Set(imports.map(({ from }) => from))];
  return files.filter((file) => {
    const to = imports.filter(({ from }) => from === file).map((each) => each.to);
    const platforms = to.some((path) => path === 'bot/channels.ts' || /^bot\/(teams|slack)\//.test(path));
    return to.includes('handlers/index.ts') && platforms;
  });
}

/** A rule may import its own schema, so a schema brings in nothing that a rule may not. */
function isPure(path: string): boolean {
  return path.startsWith('domain/') || /^handlers\/.+\/(rules|schema)\.ts$/.test(path);
}
