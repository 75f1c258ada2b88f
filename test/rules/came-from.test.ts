import fc from 'fast-check';
import { cameFrom } from '../../bot/came-from';

const PROXY = '10.0.0.4';

function from(remoteAddress: string | undefined, passedOn?: string | string[], hasProxy = true): string {
  const headers = passedOn === undefined ? {} : { 'x-forwarded-for': passedOn as string };
  return cameFrom({ socket: { remoteAddress }, headers }, hasProxy);
}

describe('where a request came from', () => {
  test.each([
    ['nobody says', '203.0.113.9', undefined, '203.0.113.9'],
    ['a stranger says something of itself', '203.0.113.9', '192.0.2.1', '203.0.113.9'],
    ['a proxy of our own says it', PROXY, '192.0.2.1', '192.0.2.1'],
    ['a proxy says it behind what the stranger said', PROXY, '1.2.3.4, 192.0.2.1', '192.0.2.1'],
    ['a proxy says it with the port', PROXY, '192.0.2.1:50123', '192.0.2.1'],
    ['the front of a web app of Azure says it', '169.254.130.1', '192.0.2.1:50123', '192.0.2.1'],
    ['the front of a container of Azure says it', '::ffff:100.100.0.7', '192.0.2.1', '192.0.2.1'],
    ['this machine says it', '::1', '192.0.2.1', '192.0.2.1'],
    ['a proxy says what is no address', PROXY, 'unknown', PROXY],
    ['a proxy says nothing', PROXY, '', PROXY],
    ['a line of IPv6 is one, whatever the address on it', PROXY, '2001:db8:0:7::1', '2001:db8:0:7'],
    ['and with a port', PROXY, '[2001:0db8:0000:0007:ffff::2]:443', '2001:db8:0:7'],
    ['also where it is short', '2001:db8::1', undefined, '2001:db8:0:0'],
    ['there is no address at all', undefined, undefined, ''],
  ])('when %s', (_what, peer, passedOn, said) => {
    expect(from(peer, passedOn)).toBe(said);
  });

  test('is never what anybody says of themselves where there is no proxy', () => {
    expect(from(PROXY, '192.0.2.1', false)).toBe(PROXY);
    expect(from('::1', '192.0.2.1', false)).toBe('0:0:0:0');
  });

  test('is never what a stranger says of itself, and never throws', () => {
    fc.assert(
      fc.property(
        fc.ipV4().filter((ip) => !/^(10|127|100|169|172|192)\./.test(ip)),
        fc.string(),
        (peer, said) => {
          expect(from(peer, said)).toBe(peer);
          expect(from(PROXY, said).length).toBeLessThanOrEqual(45);
        },
      ),
    );
  });
});
