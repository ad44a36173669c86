import { execFile } from 'node:child_process';
import { type FSWatcher, watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { languages } from '../../src/domain/languages';
import { wcag } from './card-stage';
import { hostConfigs } from './host-config';

const ROOT = join(__dirname, '..', '..');
const PAGE = join(__dirname, 'page');
/** Saving anything here draws the cards again. */
const watched = [
  'src/cards',
  'src/text',
  'cards',
  'dev/gallery',
  'dev/audits/accessibility',
  'testing/samples',
  'testing/cards',
];
/** An editor writes a file in several steps; the page is told once, so many milliseconds after the last. */
const CALM_MS = 150;
const MOST_BYTES = 64 * 1024 * 1024;

const files: Readonly<Record<string, { path: string; type: string }>> = {
  '/': { path: join(PAGE, 'index.html'), type: 'text/html' },
  '/gallery.css': { path: join(PAGE, 'gallery.css'), type: 'text/css' },
  '/teams.css': { path: join(PAGE, 'teams.css'), type: 'text/css' },
  '/gallery.js': { path: join(PAGE, 'gallery.js'), type: 'text/javascript' },
  '/draw-card.js': { path: join(PAGE, 'draw-card.js'), type: 'text/javascript' },
  '/measure-card.js': { path: join(PAGE, 'measure-card.js'), type: 'text/javascript' },
  '/check-card.js': { path: join(PAGE, 'check-card.js'), type: 'text/javascript' },
  '/adaptivecards.js': { path: require.resolve('adaptivecards/dist/adaptivecards.min.js'), type: 'text/javascript' },
  '/axe.js': { path: require.resolve('axe-core/axe.min.js'), type: 'text/javascript' },
};

export interface Gallery {
  address: string;
  close(): Promise<void>;
}

/** Serves the gallery on this machine only; rejects where the port is taken. Port 0 takes any free one. */
export async function startGallery(port: number): Promise<Gallery> {
  const listeners = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    answer(request, response, listeners).catch((error: Error) => send(response, 500, 'text/plain', error.message));
  });
  await listening(server, port);
  const watchers = watchFiles(() => {
    for (const listener of listeners) listener.write('event: changed\ndata: \n\n');
  });
  const address = server.address();
  return {
    address: `http://localhost:${typeof address === 'object' ? address?.port : port}`,
    close: () => {
      for (const watcher of watchers) watcher.close();
      server.closeAllConnections();
      return promisify(server.close.bind(server))();
    },
  };
}

const listening = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });

async function answer(request: IncomingMessage, response: ServerResponse, listeners: Set<ServerResponse>) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
  if (pathname === '/changes') return listen(request, response, listeners);
  if (pathname === '/looks.json') {
    return send(response, 200, 'application/json', JSON.stringify({ hostConfigs, wcag, languages }));
  }
  if (pathname === '/cards.json') {
    const cards = await printedCards([searchParams.get('language') ?? '', searchParams.get('sample') ?? '']);
    return send(response, 200, 'application/json', cards);
  }
  const file = files[pathname];
  return file
    ? send(response, 200, file.type, await readFile(file.path))
    : send(response, 404, 'text/plain', `There is no ${pathname}`);
}

function listen(request: IncomingMessage, response: ServerResponse, listeners: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.flushHeaders();
  listeners.add(response);
  request.on('close', () => listeners.delete(response));
}

function send(response: ServerResponse, status: number, type: string, body: string | Buffer): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
  response.end(body);
}

/** Rejects with what the views or templates said when they cannot be drawn; the page shows it. */
async function printedCards(wanted: readonly string[]): Promise<string> {
  const script = join(__dirname, 'print-cards.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...wanted], {
    cwd: ROOT,
    maxBuffer: MOST_BYTES,
  });
  return stdout;
}

function watchFiles(tell: () => void): FSWatcher[] {
  let calm: NodeJS.Timeout | undefined;
  const changed = () => {
    clearTimeout(calm);
    calm = setTimeout(tell, CALM_MS);
  };
  return watched.map((folder) => watch(join(ROOT, folder), { recursive: true }, changed));
}
