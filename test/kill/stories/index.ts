import type { Story } from '../act';
import { AGREEMENT } from './agreement';
import { CONCERN } from './concern';
import { DAILY } from './daily';
import { DUE } from './due';

/** Everything that people do while the bot is killed. */
export const STORIES: readonly Story[] = [...CONCERN, ...AGREEMENT, ...DUE, ...DAILY];
