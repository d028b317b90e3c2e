// How many tests of each file passed and failed.

export interface FileCounts {
  readonly file: string;
  readonly passed: number;
  readonly failed: number;
}

export function addUp(files: readonly FileCounts[]): Omit<FileCounts, 'file'> {
  return {
    passed: files.reduce((sum, each) => sum + each.passed, 0),
    failed: files.reduce((sum, each) => sum + each.failed, 0),
  };
}
