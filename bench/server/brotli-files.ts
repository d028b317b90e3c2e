// The files of the bench's server. Each is compressed once, with Brotli's best level.

import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';

export interface ServedFile {
  readonly type: string;
  readonly body: Buffer;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

const compress = promisify(brotliCompress);

export class BrotliFiles {
  readonly #folders: Readonly<Record<string, string>>;
  readonly #files = new Map<string, Promise<ServedFile | null>>();

  /** @param folders the folder for each first part of a path */
  constructor(folders: Readonly<Record<string, string>>) {
    this.#folders = folders;
  }

  get(path: string): Promise<ServedFile | null> {
    const known = this.#files.get(path);
    if (known) return known;
    const file = this.#read(path);
    this.#files.set(path, file);
    return file;
  }

  async #read(path: string): Promise<ServedFile | null> {
    const [root = '', ...rest] = normalize(path).slice(1).split('/');
    const folder = this.#folders[root];
    const type = types[extname(path)];
    if (folder === undefined || type === undefined) return null;
    try {
      const text = await readFile(join(folder, ...rest));
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: text.length,
      };
      return { type, body: await compress(text, { params }) };
    } catch {
      return null;
    }
  }
}
