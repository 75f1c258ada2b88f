/** People of the sample school, one for each office and role, and somebody whom the school does not know. */
export const PEOPLE = [
  ...['teacher', 'assistant', 'office', 'lead', 'second-lead', 'head'],
  ...['chair', 'governor', 'ict', 'dpo', 'guest', 'stranger'],
] as const;
export type PersonName = (typeof PEOPLE)[number];

/**
 * Who may press a verb on what already exists:
 * everybody · who may open that concern · who reported it · whose form it is · who keeps the policy · whom the agreement is for · who decides on the policy ·
 * whom a question was passed on to · who asked for permission · who may give it · either of them
 * who keeps the register, where no one record is meant · who sees a duty, and who may settle it
 * who may have the table of who receives what
 * who keeps the school's training · who looks a report over before it goes out · who may ask for one
 * whom a question was passed on to · whose view of the policy is asked for · who sees the whole list of reviews
 * who confirms for themselves, and who sees all that did
 * who answers a question about an agreement
 * who sees the forms of a class, and who notes what is back
 * who has part in removing what has reached its end, who may agree to what somebody proposed, and who sees it
 */
export type Who =
  | 'everybody'
  | 'registrars'
  | 'receivers'
  | 'openers'
  | 'reporter'
  | 'writer'
  | 'signer'
  | 'deciders'
  | 'keepers'
  | 'asked'
  | 'wisher'
  | 'granters'
  | 'wish-readers'
  | 'office'
  | 'dutySeers'
  | 'dutyDoers'
  | 'lookers'
  | 'reportAskers'
  | 'viewers'
  | 'confirmers'
  | 'confirmedSeers'
  | 'viewers'
  | 'overseers'
  | 'answerer'
  | 'overseers'
  | 'calendar'
  | 'slipSeers'
  | 'slipNoters'
  | 'dataKeepers'
  | 'seconds'
  | 'proposalSeers';

/** Every verb of the house. A new one stands here before it can be delivered. */
export const WHO: Readonly<Record<string, Who>> = {
  'concern/start': 'everybody',
  'concern/mine': 'everybody',
  'concern/list': 'everybody',
  'concern/receivers': 'receivers',
  'concern/narrow': 'everybody',
  'concern/find': 'everybody',
  'concern/together': 'everybody',
  'concern/tasks': 'everybody',
  'concern/hand-over': 'everybody',
  'concern/do-hand-over': 'everybody',
  'concern/danger-yes': 'writer',
  'concern/danger-no': 'writer',
  'concern/danger-about': 'writer',
  'concern/resume': 'writer',
  'concern/fresh': 'writer',
  'concern/kind': 'writer',
  'concern/about': 'writer',
  'concern/category': 'writer',
  'concern/subject': 'writer',
  'concern/look': 'writer',
  'concern/change': 'writer',
  'concern/conflict': 'writer',
  'concern/conflicts': 'writer',
  'concern/keep': 'writer',
  'concern/advice': 'writer',
  'concern/leave-out': 'writer',
  'concern/other-part': 'writer',
  'concern/do-other-part': 'writer',
  'concern/drop-part': 'writer',
  'concern/discard': 'writer',
  'concern/send': 'writer',
  'concern/details': 'reporter',
  'concern/open': 'openers',
  'concern/take': 'openers',
  'concern/card': 'openers',
  'concern/more': 'openers',
  'concern/read': 'openers',
  'concern/history': 'openers',
  'concern/alerts': 'openers',
  'concern/record': 'openers',
  'concern/note': 'openers',
  'concern/do-note': 'openers',
  'concern/risk': 'openers',
  'concern/do-risk': 'openers',
  'concern/task': 'openers',
  'concern/do-task': 'openers',
  'concern/task-done': 'openers',
  'concern/do-task-done': 'openers',
  'concern/ask': 'openers',
  'concern/do-ask': 'openers',
  'concern/decide': 'openers',
  'concern/do-decide': 'openers',
  'concern/refer': 'openers',
  'concern/do-refer': 'openers',
  'concern/investigation': 'openers',
  'concern/investigate': 'openers',
  'concern/do-investigate': 'openers',
  'concern/log-look': 'openers',
  'concern/do-log-look': 'openers',
  'concern/tick': 'openers',
  'concern/do-tick': 'openers',
  'concern/conclude': 'openers',
  'concern/do-conclude': 'openers',
  'concern/stop': 'openers',
  'concern/device': 'openers',
  'concern/do-device': 'openers',
  'concern/contain': 'openers',
  'concern/do-contain': 'openers',
  'concern/sanctions': 'openers',
  'concern/parents': 'openers',
  'concern/do-parents': 'openers',
  'concern/links': 'openers',
  'concern/link': 'openers',
  'concern/do-link': 'openers',
  'concern/unlink': 'openers',
  'concern/hold': 'openers',
  'concern/do-hold': 'openers',
  'concern/release': 'openers',
  'concern/do-release': 'openers',
  'concern/assign': 'openers',
  'concern/do-assign': 'openers',
  'concern/share': 'openers',
  'concern/do-share': 'openers',
  'concern/unshare': 'openers',
  'concern/do-unshare': 'openers',
  'concern/clock': 'openers',
  'concern/do-clock': 'openers',
  'concern/clock-met': 'openers',
  'concern/do-clock-met': 'openers',
  'concern/close': 'openers',
  'concern/do-close': 'openers',
  'concern/aside': 'openers',
  'concern/do-aside': 'openers',
  'concern/redirect': 'openers',
  'concern/do-redirect': 'openers',
  'concern/part': 'openers',
  'concern/do-part': 'openers',
  'concern/reopen': 'openers',
  'concern/add': 'reporter',
  'concern/do-add': 'reporter',
  'concern/my-report': 'reporter',
  'concern/my-words': 'reporter',
  'concern/withdraw': 'reporter',
  'concern/do-withdraw': 'reporter',
  'concern/answer': 'reporter',
  'concern/do-answer': 'reporter',
  'agreement/mine': 'everybody',
  'agreement/show': 'signer',
  'agreement/read': 'signer',
  'agreement/question': 'signer',
  'agreement/do-ask': 'signer',
  'agreement/take-back': 'signer',
  'agreement/reply': 'answerer',
  'agreement/changes': 'signer',
  'agreement/agree': 'signer',
  'agreement/receipt': 'signer',
  'agreement/visitor-new': 'office',
  'agreement/visitor-make': 'keepers',
  'agreement/visitor-links': 'office',
  'agreement/visitor-link': 'keepers',
  'agreement/visitor-end': 'keepers',
  'agreement/visitor-ended': 'keepers',
  'agreement/visitors': 'office',
  'agreement/visitor-find': 'office',
  'agreement/words': 'signer',
  'agreement/campaigns': 'everybody',
  'agreement/register': 'office',
  'agreement/register-day': 'office',
  'agreement/campaign': 'keepers',
  'agreement/standing': 'keepers',
  'agreement/start': 'keepers',
  'agreement/preview': 'keepers',
  'agreement/do-start': 'keepers',
  'agreement/remind': 'keepers',
  'agreement/remind-all': 'keepers',
  'agreement/exempt': 'keepers',
  'agreement/do-exempt': 'keepers',
  'agreement/unexempt': 'keepers',
  'agreement/paper': 'keepers',
  'agreement/do-paper': 'keepers',
  'agreement/paper-back': 'keepers',
  'agreement/do-paper-back': 'keepers',
  'review/list': 'everybody',
  'review/open': 'deciders',
  'review/ratify': 'deciders',
  'review/move': 'deciders',
  'review/ratified': 'deciders',
  'review/moved': 'deciders',
  'review/sign': 'deciders',
  'review/signed': 'deciders',
  'review/not-me': 'deciders',
  'request/start': 'everybody',
  'request/ask': 'everybody',
  'request/send': 'everybody',
  'request/mine': 'everybody',
  'request/waiting': 'everybody',
  'request/open-sites': 'everybody',
  'request/open': 'wish-readers',
  'request/decide': 'granters',
  'request/do-decide': 'granters',
  'request/withdraw': 'wisher',
  'request/blocked': 'granters',
  'request/prolong': 'granters',
  'request/do-prolong': 'granters',
  'duty/list': 'everybody',
  'duty/confirm-open': 'confirmers',
  'duty/confirm': 'confirmers',
  'duty/confirmations': 'confirmedSeers',
  'duty/year': 'everybody',
  'duty/open': 'dutySeers',
  'duty/history': 'dutySeers',
  'duty/done-today': 'dutyDoers',
  'duty/done': 'dutyDoers',
  'duty/do-done': 'dutyDoers',
  'duty/skip': 'dutyDoers',
  'duty/do-skip': 'dutyDoers',
  'report/newest': 'everybody',
  'report/show': 'lookers',
  'report/ask': 'reportAskers',
  'report/do-ask': 'reportAskers',
  'report/fine': 'lookers',
  'report/remark': 'lookers',
  'report/do-remark': 'lookers',
  'report/send': 'lookers',
  'retention/list': 'dataKeepers',
  'retention/kind': 'dataKeepers',
  'retention/propose': 'dataKeepers',
  'retention/open': 'proposalSeers',
  'retention/approve': 'seconds',
  'retention/decline': 'proposalSeers',
  'review/views': 'deciders',
  'review/view': 'viewers',
  'review/do-view': 'viewers',
  'review/no-change': 'viewers',
  'review/now': 'deciders',
  'review/needless': 'deciders',
  'review/not-needed': 'deciders',
  'review/history': 'overseers',
  'review/evidence': 'overseers',
  'review/statutory': 'everybody',
  'calendar/renew': 'calendar',
  'policy/list': 'everybody',
  'policy/open': 'keepers',
  'policy/findings': 'keepers',
  'policy/changes': 'keepers',
  'policy/again': 'keepers',
  'induction/mine': 'everybody',
  'induction/list': 'everybody',
  'induction/person': 'registrars',
  'induction/reporting': 'everybody',
  'induction/know': 'everybody',
  'induction/policy': 'everybody',
  'induction/read': 'everybody',
  'training/mine': 'everybody',
  'training/list': 'everybody',
  'training/kind': 'registrars',
  'training/person': 'registrars',
  'training/record': 'registrars',
  'training/do-record': 'registrars',
  'training/correct': 'registrars',
  'training/do-correct': 'registrars',
  'slip/list': 'everybody',
  'slip/class': 'slipSeers',
  'slip/tick': 'slipNoters',
  'slip/do-tick': 'slipNoters',
  'slip/correct': 'slipNoters',
  'slip/do-correct': 'slipNoters',
  'help/menu': 'everybody',
  'help/set-up': 'everybody',
  'answer/ask': 'everybody',
  'answer/more': 'everybody',
  'answer/nearest': 'everybody',
  'answer/not-it': 'everybody',
  'answer/pass-on': 'everybody',
  'answer/questions': 'everybody',
  'answer/asked': 'asked',
  'answer/look': 'asked',
  'answer/choose': 'asked',
  'answer/match': 'asked',
  'answer/hand-on': 'asked',
  'answer/absent': 'asked',
  'answer/leave': 'asked',
  'answer/reopen': 'asked',
};

/** Verbs that make something of a person's own out of nothing: a form, a question for the owner of a policy, a line of somebody new. */
export const BEGINS = ['concern/start', 'answer/pass-on', 'induction/know'];

/** Three concerns, so that nobody is on the right side of all of them. */
export const CONCERNS = [
  { about: 'pupil', by: 'teacher', openers: ['lead', 'second-lead'] },
  { about: 'lead', by: 'assistant', subject: 'lead', openers: ['head'] },
  { about: 'headteacher', by: 'office', openers: ['chair'] },
] as const satisfies readonly { about: string; by: PersonName; subject?: PersonName; openers: readonly PersonName[] }[];

/** Whom each of them is about, where that is somebody of the school. */
export const SUBJECTS: readonly (PersonName | undefined)[] = [undefined, 'lead', 'head'];

/** Verbs whose reply may stand in a channel for all to read. */
export const FOR_ALL = ['concern/card', 'answer/more', 'answer/nearest'];

/** Who wrote the form that lies about, whom the agreement is for, and who decides on the policy. */
export const WRITER: PersonName = 'ict';
export const SIGNER: PersonName = 'guest';
export const DECIDERS: readonly PersonName[] = ['head', 'chair', 'office'];
export const KEEPERS: readonly PersonName[] = ['office', 'head'];

/** A duty of the ICT lead: who may say that it is done, and who sees it beside them. */
export const DUTY_DOERS: readonly PersonName[] = ['ict', 'head', 'office'];
export const DUTY_SEERS: readonly PersonName[] = [...DUTY_DOERS, 'lead', 'second-lead', 'chair', 'governor'];
/** To whom cases come by their office, and who may have the table of who receives what. */
export const RECEIVERS: readonly PersonName[] = ['lead', 'second-lead', 'head'];
/** Who keeps the school's training: the office manager and the headteacher. */
export const REGISTRARS: readonly PersonName[] = ['office', 'head'];
/** Who looks the governors' report over. */
export const LOOKERS: readonly PersonName[] = ['head', 'governor'];
/** Who may ask for a report of now: those, the chair and the leads. */
export const REPORT_ASKERS: readonly PersonName[] = [...LOOKERS, 'chair', 'lead', 'second-lead'];
/** The policy asks the ICT lead for a view; owners, governors and leads see the list of reviews. */
export const VIEWERS: readonly PersonName[] = ['ict'];
/** Whose office the calendar that is renewed belongs to. */
export const CALENDAR: readonly PersonName[] = ['governor'];
export const OVERSEERS: readonly PersonName[] = ['office', 'lead', 'second-lead', 'head', 'chair', 'governor', 'ict'];

/** Governors confirm for themselves; who sees the list of those who did. */
export const CONFIRMERS: readonly PersonName[] = ['chair', 'governor'];
export const CONFIRMED_SEERS: readonly PersonName[] = ['office', 'head', 'chair'];

/** The class is the teacher's: who notes what is back there, and who sees it beside them. */
export const SLIP_NOTERS: readonly PersonName[] = ['teacher', 'office'];
export const SLIP_SEERS: readonly PersonName[] = [...SLIP_NOTERS, 'lead', 'second-lead'];

/** Who has part in removing what has reached its end; a request of the teacher's waits, which the office manager proposed to remove. */
export const DATA_KEEPERS: readonly PersonName[] = ['office', 'lead', 'second-lead', 'head', 'chair', 'dpo'];
export const PROPOSER: PersonName = 'office';
export const SECONDS: readonly PersonName[] = ['head', 'dpo'];

/** A question that no policy was near goes to the office manager. */
export const ASKED: PersonName = 'office';

/** Who asked for a website to be unblocked, and who may say yes to it. */
export const WISHER: PersonName = 'teacher';
export const GRANTERS: readonly PersonName[] = ['ict', 'head'];
/** Who owns the policy that the agreement stands in. */
export const ANSWERER: PersonName = 'head';

/** The people for whom this verb is meant, on one of the concerns. */
export function permitted(verb: string, { by, openers }: (typeof CONCERNS)[number]): readonly PersonName[] {
  const who = WHO[verb];
  if (who === 'openers') return openers;
  if (who === 'reporter') return [by];
  if (who === 'writer') return [WRITER];
  if (who === 'signer') return [SIGNER];
  if (who === 'deciders') return DECIDERS;
  if (who === 'keepers' || who === 'office') return KEEPERS;
  if (who === 'dutyDoers') return DUTY_DOERS;
  if (who === 'dutySeers') return DUTY_SEERS;
  if (who === 'lookers') return LOOKERS;
  if (who === 'reportAskers') return REPORT_ASKERS;
  if (who === 'confirmers') return CONFIRMERS;
  if (who === 'confirmedSeers') return CONFIRMED_SEERS;
  if (who === 'asked') return [ASKED];
  if (who === 'wisher') return [WISHER];
  if (who === 'granters') return GRANTERS;
  if (who === 'wish-readers') return [WISHER, ...GRANTERS];
  if (who === 'registrars') return REGISTRARS;
  if (who === 'receivers') return RECEIVERS;
  if (who === 'viewers') return VIEWERS;
  if (who === 'calendar') return CALENDAR;
  if (who === 'overseers') return OVERSEERS;
  if (who === 'answerer') return [ANSWERER];
  if (who === 'slipNoters') return SLIP_NOTERS;
  if (who === 'slipSeers') return SLIP_SEERS;
  if (who === 'dataKeepers') return DATA_KEEPERS;
  if (who === 'seconds') return SECONDS;
  if (who === 'proposalSeers') return [PROPOSER, ...SECONDS];
  return PEOPLE;
}
