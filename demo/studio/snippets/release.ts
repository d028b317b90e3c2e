// What a snippet needs to know of the files that it loads: where they lie, and their hashes.

export interface Release {
  readonly version: string;
  /** Hashes by the file's name in `dist/cdn`. Empty if nothing was built. */
  readonly integrity: Readonly<Record<string, string>>;
  /** Where the files lie, with a slash at the end. */
  readonly filesUrl: string;
}

export function urlOf({ filesUrl }: Release, file: string): string {
  return `${asFolder(filesUrl)}${file}`;
}

export function asFolder(url: string): string {
  const [address = ''] = url.split(/[?#]/);
  return address.replace(/(\/|\/?(telnyx-ai-call|loader)\.js)?$/, '/');
}
