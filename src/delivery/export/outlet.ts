import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** A stream that is written to as fast as it takes it. What fails it fails the next step of whoever writes. */
export interface Outlet {
  write(bytes: Uint8Array | string): void;
  drained(): Promise<void>;
  end(): Promise<void>;
}

export function outletTo(stream: Writable): Outlet {
  let failed: { error: unknown } | undefined;
  stream.on('error', (error) => {
    failed ??= { error };
  });
  const unlessFailed = () => {
    if (failed) throw failed.error;
  };
  return {
    write: (bytes) => void stream.write(bytes),
    async drained() {
      unlessFailed();
      if (stream.writableNeedDrain) await once(stream, 'drain');
      unlessFailed();
    },
    async end() {
      unlessFailed();
      stream.end();
      if (!stream.writableFinished) await once(stream, 'finish');
      unlessFailed();
    },
  };
}
