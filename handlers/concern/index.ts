import { phrase, type View } from '../../cards/view';
import { classify } from '../../library';
import { type Route, routeConcern } from '../../domain/routes';
import { ADULT_LINES } from '../../domain/routes-table';
import type { Capability, Desk, Speaker, Turn } from '../capability';
import { isCommand } from '../command';
import { caseVerbs } from './case';
import { addVerbs } from './report/adding';
import { answerVerbs } from './report/answering';
import { listMine, mineVerbs } from './report/mine';
import { ownReportVerbs } from './report/own-report';
import { isStillAsked, questionUndelivered, remindOfQuestion } from './report/questions';
import { withdrawVerbs } from './report/withdrawing';
import { escalate, remindOfClock, undelivered } from './escalate/escalating';
import { isStillWanted } from './escalate/still';
import { grow } from './ageing';
import { routePart } from './case/parts';
import { endShare } from './case/share-ends';
import { remindOfTask } from './case/task-reminders';
import { concernOf } from './finding';
import { retell } from './first-telling';
import { isKeptFrom, isReceiver, matterOf } from './rules';
import { Which } from './schema';
import { askedToFind } from './find/asking';
import { figures } from './figures';
import { file } from './find/filing';
import { find, findVerbs } from './find/searching';
import { togetherVerb } from './find/together';
import { handOne, handOver, handOverVerbs } from './hand-over/handing';
import { handOverNudges } from './hand-over/nudging';
import { listTasks, taskVerbs } from './list/my-tasks';
import { forgetDraft } from './raise/forgetting';
import { partVerbs } from './raise/other-part';
import { formVerbs } from './raise/forms';
import { listOpen, listVerbs, countOpen } from './list/listing';
import { putRight, refile } from './list/refiling';
import { morningNudges } from './list/morning';
import { aboutPerson } from './pack/reports';
import { draftOf } from './raise/drafts';
import { routeOfPress } from './raise/meant';
import { callsForSomebody, disclosure } from './raise/disclosure';
import { isPictureAlone, withPictures } from './raise/picture';
import { insteadOf, numberOutside, peopleOf, whomToFind } from '../people-to-find';
import { retained } from './retained';
import { forget } from './retained/traces';
import { sayOutside, toldFirst } from './shown';
import { start, startVerbs } from './raise/starting';
import { receiversVerbs, showReceivers } from './scenario/receivers';

const ASKS = {
  start:
    /^\W*(please )?((i (want|need|would like) to|(how|where) (do|can|should) i) )?(report|raise|log|make|record)( an?| my| some)? (new |safeguarding )?(concerns?|worr(y|ies))\b|^\W*(please )?(i (want|need|would like) to )?(report|raise|log|record)( an?| my| some)? (new |safeguarding )?(something|incident)\b|^\W*concern\W*$/i,
  mine: /^\W*my reports?\W*$/i,
  open: /^\W*(my |show |list )?open concerns?\W*$/i,
  tasks: /^\W*(my |show |list )(open )?tasks?\W*$/i,
  receivers:
    /^\W*(show |print )?(me )?(the )?(who (gets|receives) (what|which concerns?|(a |the )?concerns?)|routing table|table of receivers)\W*$/i,
  handOver: /^\W*hand ?over( (all )?(my )?(open )?(cases|concerns))?\W*$/i,
} as const;

/**
 * Takes a concern, hands it to those who may have it, and lets them work it until it is closed.
 * A message that reads as a disclosure is heard here and is never answered by search.
 */
export const concern: Capability = {
  name: 'concern',
  isUrgent: true,
  hears: (text, pictures = 0, by) =>
    asked(text, receives(by)) !== undefined ||
    askedToFind(text, receives(by)) !== undefined ||
    isPictureAlone(text, pictures) ||
    callsForSomebody(text) ||
    classify(text).intent === 'report-concern',

  async said(turn, desk) {
    if (turn.act.kind !== 'said') return { reply: {} };
    const { text, pictures } = turn.act;
    if (isPictureAlone(text, pictures)) return withPictures(pictures, turn, desk, { reply: {} });
    const what = asked(text, isReceiver(desk.school, turn.person.id));
    if (what === 'start') return withPictures(pictures, turn, desk, await start(turn, desk));
    if (what === 'mine') return listMine(turn, desk);
    if (what === 'open') return listOpen(turn, desk);
    if (what === 'receivers') return showReceivers(turn, desk);
    const sought = askedToFind(text, isReceiver(desk.school, turn.person.id));
    if (sought !== undefined) return find(sought, turn, desk);
    if (what === 'tasks') return listTasks(turn, desk);
    if (what === 'handOver') return handOver(turn, desk);
    return disclosure(turn, desk, text);
  },

  /** A message passed on with "Report a concern about this message": the form, in private. */
  shared: (turn, desk) => start(turn, desk),

  verbs: [
    ...[...startVerbs, ...formVerbs, ...partVerbs, ...caseVerbs, ...listVerbs, ...findVerbs, togetherVerb],
    ...[...taskVerbs, ...handOverVerbs, ...receiversVerbs],
    ...[...mineVerbs, ...ownReportVerbs, ...addVerbs, ...answerVerbs, ...withdrawVerbs],
  ],

  jobs: {
    'concern/escalate': escalate,
    'concern/undelivered': undelivered,
    'concern/retell': retell,
    'concern/clock': remindOfClock,
    'concern/forget-draft': forgetDraft,
    'concern/question-again': remindOfQuestion,
    'concern/question-undelivered': questionUndelivered,
    'concern/file': file,
    'concern/age': grow,
    'concern/refile': refile,
    'concern/share-ends': endShare,
    'concern/task-due': remindOfTask,
    'concern/hand-over': handOne,
    'concern/part': routePart,
  },

  still: { 'concern/still': isStillWanted, 'concern/still-asked': isStillAsked },

  nudges: async (desk) => [...(await morningNudges(desk)), ...(await handOverNudges(desk))],

  async summary(person, desk) {
    const open = await countOpen(person, desk);
    const mine = { title: phrase('concern.summary.mine'), verb: 'concern/mine' };
    const start = { title: phrase('concern.summary.start'), verb: 'concern/start' };
    if (open === 0 && !isReceiver(desk.school, person.id)) return [start, mine];
    return [start, { title: phrase('concern.summary.open', { count: open }), verb: 'concern/list' }, mine];
  },

  sorry,

  figures,

  putRight,

  retained,
  aboutPerson,
  forget,
};

/**
 * Whom to find when it could not be kept: those who would have received it, so that nobody is sent to the person it is
 * about. For a report that was sent, those of its own route; whoever did not send it, or is kept out of it now, is told no name.
 */
async function sorry(turn: Turn, desk: Desk): Promise<View> {
  const about = turn.act.kind === 'pressed' ? Which.safeParse({ ref: turn.act.data.ref }).data : undefined;
  if (about) {
    const concern = (await concernOf(about.ref, desk).catch(() => undefined))?.concern;
    if (concern?.raisedBy !== turn.person.id || isKeptFrom(concern, desk)) return { card: 'common/sorry', data: {} };
    return failedView(routeConcern(desk.school, matterOf(concern), desk.now), turn.person.id, desk);
  }
  const kept = await draftOf(turn.person.id, desk).catch(() => undefined);
  return failedView(routeOfPress(turn, kept?.draft, desk), turn.person.id, desk);
}

function failedView(route: Route | undefined, by: string, { school, now }: Desk): View {
  if (!route)
    return { card: 'concern/failed', data: { ...whomToFind(school, now, by), outside: numberOutside(school, now) } };
  const people = toldFirst(route);
  const find = peopleOf(school, people, now);
  // Whoever is left out of it may be the very one who stands in.
  const isForAll = !ADULT_LINES.includes(route.line) && route.excluded.length === 0;
  const notThem = isForAll ? insteadOf(people, school, by, now) : '';
  return { card: 'concern/failed', data: { find, notThem, outside: sayOutside(route.outOfHours ?? route.end) } };
}

/** @param isReceiving to nobody else is there a table of who receives what: their words are a question to the policies. */
function asked(text: string, isReceiving: boolean): keyof typeof ASKS | undefined {
  if (text.length > 200) return undefined;
  if (ASKS.mine.test(text) || isCommand(text, ['my reports'])) return 'mine';
  if (ASKS.open.test(text) || isCommand(text, ['open concerns'])) return 'open';
  if (ASKS.tasks.test(text)) return 'tasks';
  if (ASKS.handOver.test(text)) return 'handOver';
  if (isReceiving && ASKS.receivers.test(text)) return 'receivers';
  return ASKS.start.test(text) || isCommand(text, ['report concern', 'report a concern']) ? 'start' : undefined;
}

function receives(by: Speaker | undefined): boolean {
  return by !== undefined && isReceiver(by.school, by.person.id);
}
