import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Compiles a strict site's file with the published types. Without `exports`, as older tools do it, the package
 * is found by `module` and `moduleResolution`.
 * @returns the compiler's messages.
 */
export function compileSite(name: string, text: string, resolution = '--module nodenext'): string {
  const path = `.cache/site/${name}`;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  const options = `--noEmit --strict --ignoreConfig --skipLibCheck --target es2022 --jsx react-jsx ${resolution}`;
  const compiler = ['node_modules/typescript/bin/tsc', ...options.split(' ')];
  try {
    return execFileSync(process.execPath, [...compiler, path], { encoding: 'utf8' });
  } catch (error) {
    return String(Reflect.get(Object(error), 'stdout'));
  }
}
