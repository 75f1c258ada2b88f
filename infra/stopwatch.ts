/**
 * Milliseconds since now, also where the process was held up or the machine slept meanwhile: by whichever of two clocks
 * says more, because the watch of a machine that sleeps stands still, and its clock may be set.
 */
export function openStopwatch(): () => number {
  const [watch, clock] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - watch, Date.now() - clock);
}
