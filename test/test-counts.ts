// How many tests passed and failed.

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

export function addUp(counts: readonly TestCounts[]): TestCounts {
  return {
    passed: counts.reduce((sum, each) => sum + each.passed, 0),
    failed: counts.reduce((sum, each) => sum + each.failed, 0),
  };
}
