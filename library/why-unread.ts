import type { Assembled } from './assemble';

/** Why a file gave no policy. Each has a sentence for people in the phrases `policy.unread`. */
export type WhyUnread =
  | 'empty'
  /** More bytes, or more words, than any policy has. */
  | 'too large'
  /** A zip that is small on the disk and has no bounds once it is unpacked. */
  | 'swollen'
  /** Built so that reading it does not come to an end. */
  | 'takes too long'
  /** The thread that read it is gone, and nobody knows why. */
  | 'broke off'
  | 'scanned pdf'
  | 'locked pdf'
  | 'damaged pdf'
  | 'locked word file'
  | 'damaged word file'
  | 'old word file'
  | 'spreadsheet'
  | 'slides'
  | 'open document'
  | 'rich text'
  | 'archive'
  | 'picture'
  | 'not text';

/** What the reader of one format makes of a file. */
export type ReadFile =
  | ({ readonly ok: true; readonly titleCandidates: readonly string[] } & Assembled)
  | { readonly ok: false; readonly why: WhyUnread };
