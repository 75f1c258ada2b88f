import { Server } from 'node:net';

/*
 * One window of the demonstration, as a program of its own: Microsoft's Agents Playground with two changes.
 * Its command line is the playground's own, because the playground reads it.
 *
 * It listens to this machine alone. By itself it would listen to the whole network, and whoever found it
 * could read over the shoulder of the safeguarding lead.
 */
const { listen } = Server.prototype;
Server.prototype.listen = function listenHere(this: Server, ...[port, ...rest]: unknown[]): Server {
  const isOpenToAll = typeof port === 'number' && typeof rest[0] !== 'string';
  return Reflect.apply(listen, this, isOpenToAll ? [port, '127.0.0.1', ...rest] : [port, ...rest]);
};

/* It ends with the demonstration, also when that is killed: then its input ends. */
process.stdin.on('end', () => process.exit(0)).resume();

require('@microsoft/m365agentsplayground/cli.js');
