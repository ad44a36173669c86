import { createHash } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';

/** What says which folder is one of these: BagIt 1.0 (RFC 8493), which archives and their tools know. */
const BAG = 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n';
const MANIFEST = 'manifest-sha256.txt';
/** Which files of the manifest are being written anew or taken away: there only meanwhile, and after a power cut. */
const CHANGING = 'changing.txt';
const PART = '.part';

/** A line of the manifest as `sha256sum -c` reads it. */
const LINE = /^([0-9a-f]{64}) {2}(data\/.+)$/;

/**
 * A folder of files with their checksums, which can be filled in several goes. What was half written when the power went is
 * taken away when it is opened again, and the manifest says then what there is: every file that is whole, and nothing else.
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
    await opened.#mend();
    await opened.#writeManifest();
    return opened;
  }

  get files(): number {
    return this.#sums.size;
  }

  has(path: string): boolean {
    return this.#sums.has(`data/${path}`);
  }

  /** Writes files and then their checksums, after what was put before; takes away those that they come `instead` of. Paths are relative, with slashes. */
  put(files: readonly { path: string; bytes: Uint8Array }[], instead: readonly string[] = []): Promise<void> {
    // Two who put the same file at the same time would write into each other's.
    const putting = this.#putting.then(() => this.#put(files, instead));
    this.#putting = putting.catch(() => undefined);
    return putting;
  }

  async #put(files: readonly { path: string; bytes: Uint8Array }[], instead: readonly string[]): Promise<void> {
    const lines: string[] = [];
    const gone = instead.filter((path) => this.has(path));
    const changing = [...files.map(({ path }) => path).filter((path) => this.has(path)), ...gone];
    if (changing.length > 0)
      await this.#write(CHANGING, Buffer.from(changing.map((path) => `data/${path}\n`).join('')));
    for (const { path, bytes } of files) {
      await this.#write(`data/${path}`, bytes);
      const sum = sumOf(bytes);
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
    for (const path of gone) {
      await rm(join(this.folder, 'data', path), { force: true });
      this.#sums.delete(`data/${path}`);
    }
    if (gone.length > 0) await this.#writeManifest();
    if (changing.length > 0) await rm(join(this.folder, CHANGING), { force: true });
  }

  /** After a power cut: half a file is none, what was being changed is looked at, and a whole file has its line. */
  async #mend(): Promise<void> {
    const data = join(this.folder, 'data');
    const found = await readdir(data, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = found
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => `data/${relative(data, join(parentPath, name)).split(sep).join('/')}`);
    const isPart = (path: string) => path.endsWith(PART);
    for (const path of files.filter(isPart)) await rm(join(this.folder, path));
    const changing = (await textOf(join(this.folder, CHANGING)))?.split('\n').filter(Boolean) ?? [];
    for (const path of changing) this.#sums.delete(path);
    for (const path of files) {
      if (isPart(path) || this.#sums.has(path)) continue;
      this.#sums.set(path, sumOf(await readFile(join(this.folder, path))));
    }
    for (const part of [MANIFEST, CHANGING, 'bagit.txt'])
      await rm(join(this.folder, `${part}${PART}`), { force: true });
    // Only when the manifest says it.
    if (changing.length === 0) return;
    await this.#writeManifest();
    await rm(join(this.folder, CHANGING), { force: true });
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
    const file = await open(`${to}${PART}`, 'w', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(`${to}${PART}`, to);
  }
}

const textOf = (file: string): Promise<string | undefined> => readFile(file, 'utf8').catch(() => undefined);

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const lineOf = ([path, sum]: readonly [string, string]): string => `${sum}  ${path}\n`;

/** What is there is something else. */
export class NoArchiveFolder extends Error {
  constructor(folder: string) {
    super(`${folder} holds something else`);
    this.name = 'NoArchiveFolder';
  }
}
