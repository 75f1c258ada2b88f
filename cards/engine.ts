type Engine = typeof import('adaptivecards-templating');

let engine: Engine | undefined;

/**
 * What binds templates. With all that it stands on it takes as long to load as a quarter of the whole house, so it is
 * loaded with the first card and not before.
 */
export function cardEngine(): Engine {
  engine ??= require('adaptivecards-templating') as Engine;
  return engine;
}
