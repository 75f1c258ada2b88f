export { type Agreement, findAgreement } from './agreement';
export { type Classified, classify, type Intent } from './classify';
export type * from './document';
export { openLibrary } from './finding';
export { fold, withoutMarks } from './fold';
export type * from './found';
export { type Reading, read, type WhyUnread } from './read';
