import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** What somebody put into a OneDrive. */
export interface Put {
  path: string;
  range: string | undefined;
  bytes: Buffer;
}

/** Places for files as Teams opens them, on the loopback address: takes what is put there, or answers with a status of the test's own. */
export async function openOneDrive() {
  const puts: Put[] = [];
  const state = { status: 201, silent: false };
  const server = createServer(async (request, response) => {
    const { url = '', headers } = request;
    puts.push({ path: url, range: headers['content-range'], bytes: await buffer(request) });
    if (state.silent) return;
    if (state.status === 302) response.setHeader('location', '/elsewhere');
    response.statusCode = state.status;
    response.end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    puts,
    /** What Teams sends when somebody says yes to the bot's file. */
    place: { uploadUrl: `${url}/upload`, contentUrl: `${url}/file.txt`, uniqueId: 'file-1', fileType: 'txt' },
    answersWith(status: number): void {
      state.status = status;
    },
    staysSilent(): void {
      state.silent = true;
    },
    close(): void {
      server.close();
      server.closeAllConnections();
    },
  };
}
