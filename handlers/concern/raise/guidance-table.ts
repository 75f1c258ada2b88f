import type { Category } from '../../../domain/categories';

/** What a reporter is told to do or not to do. The words stand in `cards/words/en.json` under `guidance`. */
export type GuidanceId =
  | 'ring-999-first'
  | 'find-lead-in-person'
  | 'ring-duty-team'
  | 'anyone-may-refer'
  | 'stay-with-the-child'
  | 'listen'
  | 'childs-own-words'
  | 'do-not-examine'
  | 'do-not-view-or-copy'
  | 'do-not-delete'
  | 'leave-image-questions'
  | 'no-blame'
  | 'adult-involved-police'
  | 'stop-and-leave-device'
  | 'leave-device-as-it-is'
  | 'no-prints-of-abuse'
  | 'note-the-address'
  | 'do-not-go-back'
  | 'accidents-count'
  | 'keep-the-message'
  | 'report-to-ceop'
  | 'prevent'
  | 'tell-lead-only'
  | 'do-not-investigate'
  | 'do-not-tell-subject'
  | 'your-name-is-kept'
  | 'who-receives'
  | 'ring-lado'
  | 'ring-council-officer'
  | 'employer-told-later'
  | 'fgm-own-duty'
  | 'tell-data-lead-now'
  | 'ask-to-delete'
  | 'change-password'
  | 'lock-or-wipe'
  | 'take-page-down'
  | 'two-senior-staff'
  | 'one-machine'
  | 'no-names-in-channel'
  | 'report-anyway'
  | 'complaints'
  | 'raise-if-child-harmed'
  | 'welsh-guidance';

/**
 * What each category asks of the reporter, what matters most first. Where each line comes from: `guidance-sources.ts`.
 * The rules in `guidance.ts` put before these what the hour and the people ask for, and leave out what does not fit.
 */
export const BY_CATEGORY: Readonly<Record<Category, readonly GuidanceId[]>> = {
  cyberbullying: [
    'keep-the-message',
    'listen',
    'childs-own-words',
    'report-anyway',
    'tell-lead-only',
    'no-names-in-channel',
    'note-the-address',
  ],
  'accidental-access': [
    'note-the-address',
    'do-not-go-back',
    'listen',
    'accidents-count',
    'no-blame',
    'tell-lead-only',
    'childs-own-words',
  ],
  'illegal-material': [
    'stop-and-leave-device',
    'leave-device-as-it-is',
    'do-not-view-or-copy',
    'no-prints-of-abuse',
    'do-not-investigate',
    'do-not-delete',
    'tell-lead-only',
    'note-the-address',
  ],
  grooming: [
    'ring-999-first',
    'keep-the-message',
    'listen',
    'report-to-ceop',
    'note-the-address',
    'no-names-in-channel',
    'childs-own-words',
    'report-anyway',
  ],
  nudes: [
    'do-not-view-or-copy',
    'do-not-delete',
    'leave-image-questions',
    'no-blame',
    'adult-involved-police',
    'tell-lead-only',
    'listen',
    'no-names-in-channel',
  ],
  radicalisation: [
    'prevent',
    'listen',
    'note-the-address',
    'childs-own-words',
    'do-not-go-back',
    'do-not-investigate',
    'no-names-in-channel',
    'tell-lead-only',
  ],
  'self-harm-online': [
    'ring-999-first',
    'stay-with-the-child',
    'listen',
    'childs-own-words',
    'no-blame',
    'note-the-address',
    'no-names-in-channel',
    'tell-lead-only',
  ],
  'filtering-bypassed': [
    'note-the-address',
    'do-not-go-back',
    'do-not-investigate',
    'two-senior-staff',
    'one-machine',
    'listen',
    'report-anyway',
    'change-password',
  ],
  'account-misuse': [
    'change-password',
    'keep-the-message',
    'do-not-investigate',
    'two-senior-staff',
    'one-machine',
    'listen',
  ],
  'personal-data': [
    'tell-data-lead-now',
    'ask-to-delete',
    'take-page-down',
    'change-password',
    'accidents-count',
    'no-names-in-channel',
  ],
  'lost-device': ['tell-data-lead-now', 'lock-or-wipe', 'change-password', 'accidents-count'],
  'staff-conduct': ['listen', 'do-not-view-or-copy', 'childs-own-words', 'do-not-examine'],
  'low-level-concern': ['report-anyway', 'no-names-in-channel'],
  'about-myself': ['do-not-delete', 'childs-own-words', 'accidents-count'],
  'website-content': [
    'take-page-down',
    'note-the-address',
    'do-not-go-back',
    'tell-data-lead-now',
    'no-names-in-channel',
  ],
  other: ['listen', 'childs-own-words', 'do-not-investigate', 'no-names-in-channel', 'report-anyway'],
  fgm: [
    'do-not-examine',
    'listen',
    'childs-own-words',
    'do-not-investigate',
    'anyone-may-refer',
    'no-names-in-channel',
    'tell-lead-only',
  ],
  scam: [
    'keep-the-message',
    'note-the-address',
    'listen',
    'no-blame',
    'change-password',
    'do-not-go-back',
    'tell-lead-only',
  ],
  'sexual-harassment': [
    'listen',
    'childs-own-words',
    'no-blame',
    'do-not-view-or-copy',
    'stay-with-the-child',
    'tell-lead-only',
    'do-not-investigate',
    'no-names-in-channel',
  ],
  hate: ['listen', 'childs-own-words', 'keep-the-message', 'no-blame', 'report-anyway', 'tell-lead-only'],
  home: ['listen', 'childs-own-words', 'tell-lead-only', 'do-not-investigate', 'anyone-may-refer', 'report-anyway'],
  injury: [
    'do-not-examine',
    'listen',
    'childs-own-words',
    'anyone-may-refer',
    'stay-with-the-child',
    'do-not-investigate',
    'tell-lead-only',
  ],
  behaviour: ['listen', 'childs-own-words', 'no-blame', 'do-not-investigate', 'tell-lead-only', 'report-anyway'],
  exploitation: [
    'ring-999-first',
    'listen',
    'childs-own-words',
    'do-not-investigate',
    'anyone-may-refer',
    'tell-lead-only',
    'no-names-in-channel',
    'report-anyway',
  ],
  'filter-alert': ['note-the-address', 'do-not-go-back', 'two-senior-staff', 'one-machine'],
  'abuse-or-neglect': [
    'listen',
    'childs-own-words',
    'do-not-examine',
    'anyone-may-refer',
    'stay-with-the-child',
    'do-not-investigate',
    'no-names-in-channel',
    'report-anyway',
  ],
};

/** What is shown when it is no safeguarding matter: a complaint, or adults who fell out. */
export const NOT_SAFEGUARDING: readonly GuidanceId[] = ['complaints', 'raise-if-child-harmed'];
