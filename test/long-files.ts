// Roughly how many seconds the longest test files take, on a machine with nothing else to do. They begin
// first, so that none is left alone at the end.

const seconds: Readonly<Record<string, number>> = {
  'element/latency.browser': 70,
  'faults/connecting.browser': 55,
  'faults/active.browser': 55,
  'faults/ending.browser': 50,
  'faults/ringing.browser': 48,
  'faults/reconnecting.browser': 48,
  'element/scenarios.browser': 50,
  'site/both-homes.browser': 50,
  'element/page-handlers.browser': 50,
  'element/page-handlers-moving.browser': 46,
  'element/press-path.browser': 45,
  'element/press-path-properties.browser': 40,
  'element/press-path-promises.browser': 30,
  'element/press-path-constructors.browser': 25,
  'element/press-path-negotiation.browser': 25,
  'faults/preparing.browser': 28,
  'faults/idle.browser': 18,
  'element/conversation-accessibility.browser': 20,
  'element/transcript.browser': 20,
  'element/login.browser': 25,
  'demo/check/deviations.node': 100,
  'demo/check/endpoints.node': 60,
  'demo/check/surprises.node': 55,
  'demo/check/bends.node': 105,
  'demo/check/command.node': 60,
  'demo/check/stranger.node': 40,
  'demo/studio-lengths.node': 50,
  'demo/demo-pages.node': 70,
  'demo/studio.node': 40,
  'demo/studio-preview.node': 45,
  'demo/snippets-run.node': 45,
  'docs/readme-samples.node': 50,
  'browsers/everyday.node': 25,
  'site/static-site.node': 45,
  'site/documents.node': 60,
  'bundlers/bundlers.node': 30,
  'build/cdn-page.node': 20,
  'build/pages-and-tabs.node': 28,
  'build/presses.node': 25,
  'element/attempt-sequences.node': 15,
  'telnyx/fuzz.node': 15,
};

/** Most of this is to open a page. */
const ofAnyOther = 8;

export function secondsOf(file: string): number {
  return seconds[file.replace(/^test\//, '').replace(/\.test\.ts$/, '')] ?? ofAnyOther;
}

export function longestFirst(files: readonly string[]): string[] {
  return [...files].sort((one, other) => secondsOf(other) - secondsOf(one));
}
