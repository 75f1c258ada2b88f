/**
 * Whether the long forms of the tests are wanted: `npm run proof`. `npm test` goes through a part of each, another part
 * of it where there is a choice, so that it ends within minutes.
 */
export const IS_WHOLE = process.env.LANTERN_PROOF === 'whole';
