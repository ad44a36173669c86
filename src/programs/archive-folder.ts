import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What says which folder is one of these: BagIt 1.0 (RFC 8493), which archives and their tools know. */
const BAG = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
const MANIFEST = 'manifest-sha256.txt';

/** A line of the manifest as `sha256sum -c` reads it. */
const LINE = /^([0-9a-f]{64}) {2}(data\/.+)$/;

/**
 * A folder of files with their checksums, which can be filled in several goes: what was half written when the power went is
 * written anew, and nothing stands in the manifest that is not whole.
 */
export class ArchiveFolder {
  /** The checksum of each file, by its path. */
  readonly #sums: Map<string, string>;

  /** What is being put; it never rejects. */
  #putting: Promise<void> = Promise.resolve();

  private constructor(
    readonly folder: string,
    sums: Map<string, string>,
  ) {
    this.#sums = sums;
  }

  /** Opens a folder, or begins one. Throws where it cannot be written, or holds something else. */
  static async open(folder: string): Promise<ArchiveFolder> {
    await mkdir(folder, { recursive: true });
    const isOurs = (await readdir(folder)).length === 0 || (await textOf(join(folder, 'bagit.txt'))) === BAG;
    if (!isOurs) throw new NoArchiveFolder(folder);
    const manifest = await textOf(join(folder, MANIFEST));
    // A line that the power cut off is none; of a file that was written again, the last one counts.
    const lines = (manifest ?? '').split('\n').slice(0, -1);
    const sums = new Map(
      lines.flatMap((line): [string, string][] => {
        const [, sum, path] = LINE.exec(line) ?? [];
        return sum && path ? [[path, sum]] : [];
      }),
    );
    const opened = new ArchiveFolder(folder, sums);
    await opened.#write('bagit.txt', Buffer.from(BAG));
    await opened.#writeManifest();
    return opened;
  }

  get files(): number {
    return this.#sums.size;
  }

  has(path: string): boolean {
    return this.#sums.has(`data/${path}`);
  }

  /** Writes files and then their checksums, after what was put before. Paths are relative, with slashes. */
  put(files: readonly { path: string; bytes: Uint8Array }[]): Promise<void> {
    // Two who put the same file at the same time would write into each other's.
    const putting = this.#putting.then(() => this.#put(files));
    this.#putting = putting.catch(() => undefined);
    return putting;
  }

  async #put(files: readonly { path: string; bytes: Uint8Array }[]): Promise<void> {
    const lines: string[] = [];
    for (const { path, bytes } of files) {
      await this.#write(`data/${path}`, bytes);
      const sum = createHash('sha256').update(bytes).digest('hex');
      this.#sums.set(`data/${path}`, sum);
      lines.push(lineOf([`data/${path}`, sum]));
    }
    const manifest = await open(join(this.folder, MANIFEST), 'a');
    try {
      await manifest.appendFile(lines.join(''));
      await manifest.sync();
    } finally {
      await manifest.close();
    }
  }

  /** The manifest with each file once, in order: what was written twice stands there twice until then. */
  finish(): Promise<void> {
    return this.#writeManifest();
  }

  #writeManifest(): Promise<void> {
    const lines = [...this.#sums].sort(([one], [other]) => (one < other ? -1 : 1)).map(lineOf);
    return this.#write(MANIFEST, Buffer.from(lines.join('')));
  }

  /** Whole or not at all. */
  async #write(path: string, bytes: Uint8Array): Promise<void> {
    const to = join(this.folder, path);
    await mkdir(dirname(to), { recursive: true });
    const file = await open(`${to}.part`, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${to}.part`, to);
  }
}

const textOf = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);

const lineOf = ([path, sum]: readonly [string, string]): string => `${sum}  ${path}\n`;

/** What is there is something else. */
export class NoArchiveFolder extends Error {
  constructor(folder: string) {
    super(`${folder} holds something else`);
    this.name = 'NoArchiveFolder';
  }
}
