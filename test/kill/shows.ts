const of = (capability: string, ...names: string[]): string[] => names.map((name) => `${capability}/${name}`);

/** Verbs that only show something: they leave nothing behind that a kill could lose. */
export const SHOWS: readonly string[] = [
  ...of('concern', 'mine', 'list', 'receivers', 'narrow', 'find', 'together', 'tasks', 'hand-over', 'card', 'more'),
  // The form of somebody who reports.
  ...of('concern', 'resume', 'change', 'conflict', 'other-part', 'add', 'answer', 'withdraw'),
  ...of('concern', 'links'),
  ...of('agreement', 'mine', 'show', 'read', 'question', 'changes', 'receipt', 'words', 'campaigns', 'standing'),
  ...of('agreement', 'start', 'preview', 'exempt', 'paper', 'paper-back', 'register-day'),
  ...of('agreement', 'visitor-new', 'visitor-links', 'visitor-link', 'visitor-end', 'visitors', 'visitor-find'),
  ...of('review', 'list', 'open', 'ratify', 'move', 'sign', 'views', 'view', 'needless', 'history', 'evidence'),
  ...of('review', 'statutory'),
  ...of('request', 'start', 'ask', 'mine', 'waiting', 'open-sites', 'open', 'decide', 'prolong'),
  ...of('duty', 'list', 'confirm-open', 'confirmations', 'year', 'open', 'history', 'done', 'skip'),
  ...of('report', 'newest', 'show', 'ask', 'remark'),
  ...of('retention', 'list', 'kind', 'open'),
  ...of('policy', 'list', 'open', 'findings', 'changes'),
  ...of('induction', 'mine', 'list', 'person', 'reporting', 'policy'),
  ...of('training', 'mine', 'list', 'kind', 'person', 'record', 'correct'),
  ...of('slip', 'list', 'class', 'tick', 'correct'),
  ...of('help', 'menu', 'set-up'),
  ...of('answer', 'ask', 'more', 'nearest', 'not-it', 'questions', 'asked', 'look', 'choose'),
];

const FORMS_OF_A_CASE = [
  ...of('concern', 'note', 'risk', 'task', 'task-done', 'ask', 'decide', 'refer', 'parents', 'device', 'contain'),
  ...of('concern', 'clock', 'clock-met', 'assign', 'share', 'unshare', 'link', 'part', 'redirect', 'aside', 'close'),
  ...of('concern', 'investigate', 'log-look', 'tick', 'conclude', 'hold', 'release'),
];
const CASE_INSTEAD =
  'where there is nothing to fill in, the case is shown in place of the form: the fact of concern/open';

/** Verbs that write and that no story needs, each with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  ...Object.fromEntries(FORMS_OF_A_CASE.map((verb) => [verb, CASE_INSTEAD])),
  'agreement/campaign': 'counts again what other rows say, where the count is old: nobody does anything by it',
};
