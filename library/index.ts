export type * from './document';
export type * from './found';
export { type Agreement, findAgreement } from './agreement';
export { openLibrary } from './finding';
export { fold, withoutMarks } from './fold';
export { type Reading, read, type WhyUnread } from './read';
