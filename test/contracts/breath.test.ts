import { openBreath } from '../../infra/breath';
import { openSqlite } from '../../infra/sqlite';

describe('whoever reads on and on', () => {
  test('goes on at once for a while, then lets the others have their turn', async () => {
    let at = 0;
    const breathe = openBreath(10, () => at);
    const order: string[] = [];
    setImmediate(() => order.push('somebody else'));

    for (let read = 0; read < 15; read++) {
      at += 1;
      await breathe();
      order.push('read');
    }

    expect(order.indexOf('somebody else')).toBe(10);
  });

  test('in a file, holds up nobody who came in meanwhile', async () => {
    const store = openSqlite(':memory:');
    await store.insert('school', 'row', { text: 'x'.repeat(1000) });
    let isLetIn = false;
    setTimeout(() => {
      isLetIn = true;
    }, 1);

    let reads = 0;
    for (; !isLetIn && reads < 1_000_000; reads++)
      await (reads % 2 ? store.get('school', 'row') : store.query('school', { from: '', to: '~', limit: 10 }));

    expect(isLetIn).toBe(true);
    await store.close();
  });
});
