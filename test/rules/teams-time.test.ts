import { within } from '../../bot/teams/wire';

test('the time that is left for a message may be a part of a millisecond, or none', () => {
  expect(within(6999.3).abortSignal.aborted).toBe(false);
  expect(() => within(-0.5)).not.toThrow();
});
