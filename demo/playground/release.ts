// What a snippet names: a version, and the hashes of its files.

export interface Release {
  readonly version: string;
  /** By the file's name in `dist/cdn`; empty where nothing was built. */
  readonly integrity: Readonly<Record<string, string>>;
}

export function urlOf({ version }: Release, file: string): string {
  return `https://cdn.example/telnyx-ai-call@${version}/dist/cdn/${file}`;
}
