import type { IncomingMessage } from 'node:http';

/** Bytes of one activity; Teams itself sends at most about 100 KB. */
export const LARGEST_BODY = 256 * 1024;

/** Why a body was not read, as the status that says so. */
export type BodyProblem = 400 | 413 | 415;

/**
 * The JSON in a request. Only `application/json`: a web page in somebody's browser cannot send that
 * to this machine without being asked first, and is never answered.
 */
export async function readJson(request: IncomingMessage): Promise<{ value: unknown } | { problem: BodyProblem }> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return { problem: 415 };
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return { problem: 413 };
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += chunk.length;
      if (size > LARGEST_BODY) return { problem: 413 };
      chunks.push(chunk);
    }
    return { value: JSON.parse(Buffer.concat(chunks).toString('utf8')) };
  } catch {
    return { problem: 400 };
  }
}
