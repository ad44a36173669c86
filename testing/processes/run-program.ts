import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { nodeArguments, type Program, ROOT } from './programs.js';

/** Runs a program to its end, as an operator does with a command: what it has said, what it has complained of, and its code. */
export async function runProgram(
  program: Program,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
) {
  const child = spawn(process.execPath, [...nodeArguments(program), ...args], {
    env: { PATH: process.env.PATH ?? '', NODE_ENV: 'test', ...env },
    cwd: ROOT,
  });
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  return { said, complained, code };
}
