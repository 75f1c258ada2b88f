// Draws the two icons that Teams asks for, so that no picture of anybody else's is needed:
//   node manifest/teams/draw-icons.mjs
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const WHITE = [255, 255, 255];
const BLUE = [0x1f, 0x4e, 0x79];
const FLAME = [0xff, 0xc8, 0x3d];
/** Each pixel is looked at in this many places across and down, for smooth edges. */
const LOOKS = 6;

/** The lantern on a square from 0 to 1: which part of it a point belongs to. */
function partAt(x, y) {
  const fromMiddle = Math.abs(x - 0.5);
  const ring = Math.hypot(x - 0.5, y - 0.2);
  if (ring > 0.075 && ring < 0.115 && y < 0.24) return 'frame';
  if (y > 0.24 && y < 0.33 && fromMiddle < 0.1 + (y - 0.24) * 1.2) return 'frame';
  if (y >= 0.33 && y < 0.74 && fromMiddle < 0.2) return fromMiddle > 0.155 ? 'frame' : flameAt(x, y);
  if (y >= 0.74 && y < 0.82 && fromMiddle < 0.24) return 'frame';
  return 'nothing';
}

function flameAt(x, y) {
  const height = (y - 0.42) / 0.27;
  if (height < 0 || height > 1) return 'glass';
  const width = 0.085 * Math.sqrt(height) * Math.sqrt(Math.max(0, 1.15 - height ** 3));
  return Math.abs(x - 0.5) < width ? 'flame' : 'glass';
}

function draw(size, colourOf) {
  const rows = [];
  for (let row = 0; row < size; row++) {
    const line = [0];
    for (let column = 0; column < size; column++) line.push(...pixel(column, row, size, colourOf));
    rows.push(Buffer.from(line));
  }
  return Buffer.concat(rows);
}

function pixel(column, row, size, colourOf) {
  const sum = [0, 0, 0, 0];
  for (let look = 0; look < LOOKS * LOOKS; look++) {
    const x = (column + ((look % LOOKS) + 0.5) / LOOKS) / size;
    const y = (row + (Math.floor(look / LOOKS) + 0.5) / LOOKS) / size;
    const [red, green, blue, alpha] = colourOf(partAt(x, y));
    sum[0] += red * alpha;
    sum[1] += green * alpha;
    sum[2] += blue * alpha;
    sum[3] += alpha;
  }
  const alpha = sum[3] || 1;
  return [sum[0] / alpha, sum[1] / alpha, sum[2] / alpha, (sum[3] / (LOOKS * LOOKS)) * 255].map(Math.round);
}

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body) >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function png(size, colourOf) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8); // eight bits a channel, with transparency
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(draw(size, colourOf))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const coloured = { frame: [...WHITE, 1], flame: [...FLAME, 1], glass: [0x2f, 0x66, 0x99, 1], nothing: [...BLUE, 1] };
/** Teams wants white on nothing, and nothing else. */
const outline = { frame: [...WHITE, 1], flame: [...WHITE, 1], glass: [...WHITE, 0], nothing: [...WHITE, 0] };

writeFileSync(
  new URL('color.png', import.meta.url),
  png(192, (part) => coloured[part]),
);
writeFileSync(
  new URL('outline.png', import.meta.url),
  png(32, (part) => outline[part]),
);
