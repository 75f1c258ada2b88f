export { type Agreement, findAgreement } from './agreement';
export { type Classified, classify, type Intent } from './classify';
export type * from './document';
export { openLibrary } from './finding';
export { type Finding, type FindingKind, findingsIn } from './findings';
export { fold, withoutMarks } from './fold';
export type * from './found';
export { type Reading, read, type WhyUnread } from './read';
export { type ImportSummary, summarise } from './summary';
