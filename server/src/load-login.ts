import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CreateLogin } from './login.ts';

/** @param file a module of the site's own that exports `createLogin`. */
export async function loadLogin(file: string): Promise<CreateLogin> {
  const module: unknown = await import(pathToFileURL(resolve(file)).href).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(`LOGIN_MODULE cannot be loaded: ${reason}. Does its name end in .mjs?`);
    },
  );
  const createLogin: unknown = Reflect.get(Object(module), 'createLogin');
  if (typeof createLogin === 'function') return createLogin as CreateLogin;
  throw new Error('LOGIN_MODULE exports no function createLogin.');
}
