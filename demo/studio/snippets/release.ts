// What a snippet needs of a release: its version, and the hashes of its files.

export interface Release {
  readonly version: string;
  /** Hashes by the file's name in `dist/cdn`. Empty if nothing was built. */
  readonly integrity: Readonly<Record<string, string>>;
}

export function urlOf({ version }: Release, file: string): string {
  return `https://cdn.example/telnyx-ai-call@${version}/dist/cdn/${file}`;
}
