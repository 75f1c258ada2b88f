import { capabilities } from '../handlers';
import { openAgreeLinks } from '../infra/agree-links';
import { takeHome } from '../infra/home-lock';
import { type Log, lineLog } from '../infra/log';
import { openPageLinks } from '../infra/page-links';
import { openSecondOpinion } from '../infra/second-opinion';
import { openSignedLinks } from '../infra/signed-links';
import { openAgreePages } from './agree-pages';
import { openAlerts } from './alerts';
import { openChannels } from './channels';
import { loadEnvFile, readSettings, type Settings } from './config';
import { openGround } from './ground';
import { openHealth } from './health';
import type { House } from './house';
import { openHouseholds } from './households';
import { openRenewals } from './new-versions';
import { PACE, type Pace } from './pace';
import { openPages } from './pages';
import { openReportPages } from './report-pages';
import { runUntilStopped } from './program';
import { openReceiversPages } from './receivers-pages';
import { openRegisterPages } from './register-pages';
import { openReviewPages } from './review-pages';
import { closeDoors, createDoors, type Door, listen, sendJson } from './server';
import { openTicker, type Ticker } from './tick';

/** A bot that is running. */
export interface Running {
  /** Where it listens, without a slash at the end. */
  readonly url: string;
  readonly house: House;
  readonly ticker: Ticker;
  /** Answers what has been asked, finishes what is being sent, and lets go of the store. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** For the person at the console: what a school file changed, what is missing. */
  readonly say?: (line: string) => void;
  readonly log?: Log;
  readonly pace?: Pace;
}

/**
 * Puts the whole house together and opens its doors: settings, store, keys, schools, platforms, ticker, server.
 * @throws WrongSettings, UnusableSchool, HomeTaken or Unsealable, each with a message for the person at the console.
 */
export async function start(
  env: NodeJS.ProcessEnv,
  { say = toConsole, log = lineLog(), pace = PACE }: StartOptions = {},
): Promise<Running> {
  const settings = readSettings(env);
  const isAlone = settings.store.kind === 'sqlite';
  const undo: (() => Promise<void> | void)[] = [];
  const stop = once(async () => {
    for (const each of undo.splice(0).reverse()) await each();
  });
  try {
    if (isAlone) undo.push(takeHome(settings.home));
    const ground = await openGround(settings);
    undo.push(() => ground.store.close());
    const { notes, ...schools } = await openHouseholds(ground, settings);
    for (const note of notes) say(note);

    let ticker: Ticker | undefined;
    let house: House = {
      ...ground,
      log,
      ...schools,
      capabilities,
      ...(settings.embeddings ? { secondOpinion: openSecondOpinion(settings.embeddings, log) } : {}),
      channels: [],
      ...(settings.mail ? { mail: loadMail().openSmtp(settings.mail) } : {}),
      sole: isAlone,
      pace,
      poke: () => ticker?.poke(),
    };
    const { channels, doors, stop: stopChannels } = await openChannels(() => house, settings, log);
    house = { ...house, channels };
    const renew = openRenewals(
      () => house,
      (household) => {
        const { id } = household.school;
        if (house.households.has(id)) house = { ...house, households: new Map([...house.households, [id, household]]) };
        else house.others?.replace(household);
      },
      ({ school }) => {
        house = { ...house, households: new Map([...house.households].filter(([id]) => id !== school.id)) };
        house.others?.letGo(school.id);
      },
    );
    ticker = openTicker(() => house, renew);
    undo.push(() => ticker?.stop());
    undo.push(stopChannels);

    const server = createDoors(
      [
        ...doors,
        openAlerts(() => house, ground.masterKey),
        openPages(() => house),
        openReportPages(() => house),
        // Our own server speaks plain HTTP: where people come by HTTPS, a proxy of ours stands before it.
        ...openAgreePages(() => house, settings.publicUrl?.startsWith('https:') ?? false),
        ...openReviewPages(() => house),
        ...openRegisterPages(() => house),
        openReceiversPages(() => house),
        ...ownDoors(() => house),
      ],
      log,
    );
    const port = await listen(server, settings.host, settings.port);
    undo.push(() => closeDoors(server));
    const origin = originOf(settings, port);
    if (origin !== undefined)
      house = {
        ...house,
        links: openPageLinks(ground.masterKey, origin),
        agreeLinks: openAgreeLinks(ground.masterKey, origin),
        signedLinks: openSignedLinks(ground.masterKey, origin),
      };
    ticker.poke();
    if (!settings.teams && !settings.slack)
      say('Without Teams or Slack credentials Lantern listens to this machine only.');
    return {
      url: urlOf(settings.host, port),
      get house() {
        return house;
      },
      ticker,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Only a school that has a mail server waits for the package to load. */
function loadMail(): typeof import('./mail/smtp') {
  return require('./mail/smtp');
}

/** For whoever watches over the bot. `/ready` asks for nothing: it answers once everything is open. */
function ownDoors(house: () => House): Door[] {
  const health = openHealth(house);
  return [
    {
      method: 'GET',
      path: '/health',
      largestBody: 0,
      async handle(_request, response) {
        const now = await health();
        sendJson(response, now.status === 'ok' ? 200 : 503, now);
      },
    },
    {
      method: 'GET',
      path: '/ready',
      largestBody: 0,
      handle: (_request, response) => sendJson(response, 200, { status: 'ready' }),
    },
  ];
}

/** Where people reach the pages: nobody outside reaches a bot by the address at which it listens. */
function originOf({ publicUrl, teams, slack, host }: Settings, port: number): string | undefined {
  return publicUrl ?? (teams || slack ? undefined : urlOf(host, port));
}

function urlOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

function toConsole(line: string): void {
  process.stderr.write(`${line}\n`);
}

if (require.main === module) {
  void runUntilStopped(() => {
    loadEnvFile();
    return start(process.env);
  });
}
