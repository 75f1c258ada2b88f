import { AsyncLocalStorage } from 'node:async_hooks';
import http from 'node:http';
import type { deliver } from '../../bot/deliver';
import { JOB_HEADER } from '../connector/record';

/*
 * Read before the real program (`node --require`): every request that it makes to deliver a message bears the id of its
 * job. So whoever counts messages knows those that went out twice from those that only say the same.
 */

const current = new AsyncLocalStorage<string>();

const delivery: { deliver: typeof deliver } = require('../../bot/deliver');
const { deliver: unmarked } = delivery;
delivery.deliver = (message, job, ...rest) => current.run(job, () => unmarked(message, job, ...rest));

const { request } = http;
http.request = ((...args: Parameters<typeof request>) => {
  const made = request(...args);
  const job = current.getStore();
  if (job !== undefined && !made.headersSent) made.setHeader(JOB_HEADER, encodeURIComponent(job));
  return made;
}) as typeof request;
