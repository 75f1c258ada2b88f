import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformFileSync } from '@swc/core';
import { HomeTaken, takeHome } from '../../infra/home-lock';

const root = dirname(require.resolve('#root'));

/** The project's own lock as a program that takes a home and holds it. */
function lockProgram(folder: string): string {
  for (const name of ['home-lock', 'error-code']) {
    const { code } = transformFileSync(join(root, 'infra', `${name}.ts`), {
      jsc: { parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    writeFileSync(join(folder, `${name}.js`), code);
  }
  const file = join(folder, 'hold.js');
  writeFileSync(
    file,
    `require('./home-lock').takeHome(process.argv[2]);console.log('taken');setInterval(()=>{},1000);`,
  );
  return file;
}

async function holdElsewhere(home: string, folder: string) {
  const child = spawn(process.execPath, [lockProgram(folder), home], {
    env: { ...process.env, NODE_PATH: join(root, 'node_modules') },
  });
  await once(child.stdout, 'data');
  return child;
}

describe('a home', () => {
  it('belongs to one bot, also across processes, and is free the moment that bot is killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lantern-'));
    const home = join(folder, 'home');
    const child = await holdElsewhere(home, folder);

    expect(() => takeHome(home)).toThrow(HomeTaken);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const giveBack = takeHome(home);

    expect(() => takeHome(home)).toThrow(HomeTaken);
    giveBack();
    takeHome(home)();
  });
});
