import { crc32, deflateRawSync } from 'node:zlib';

/** A part as it stands, or packed already with a size that it only claims to have. */
type Content = string | Buffer | { readonly packed: Buffer; readonly saysBytes: number };

/** A zip of some parts, written by hand (PKWARE APPNOTE 4.3), so that a test can also write one that lies. */
export function zipOf(parts: Readonly<Record<string, Content>>): Buffer {
  const bodies: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const { packed, size, sum } = packedOf(content);
    const file = Buffer.from(name);
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(8, 4);
    about.writeUInt32LE(sum, 10);
    about.writeUInt32LE(packed.length, 14);
    about.writeUInt32LE(size, 18);
    about.writeUInt16LE(file.length, 22);
    bodies.push(Buffer.from('PK\x03\x04'), about, file, packed);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    entries.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), about, place, file);
    at += 30 + file.length + packed.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  const count = Object.keys(parts).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...bodies, list, Buffer.from('PK\x05\x06'), end]);
}

function packedOf(content: Content): { packed: Buffer; size: number; sum: number } {
  if (typeof content === 'object' && 'packed' in content) return { ...content, size: content.saysBytes, sum: 0 };
  const bytes = Buffer.from(content);
  return { packed: deflateRawSync(bytes), size: bytes.length, sum: crc32(bytes) };
}
