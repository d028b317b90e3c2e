// Runs in a frame of a small phone's size that nobody sees. Takes the real element through the states in which the
// person's own texts are seen, and tells the studio which of them do not fit.

import '../../../src/define.ts';
import { loadFields } from '../fields/all-fields.ts';
import { fromAddress } from '../share/settings-address.ts';
import { lendSilentMicrophone, setSilent } from '../preview/silent-microphone.ts';
import { jobsFor } from './jobs.ts';
import { type Harm, Visit, visits } from './visit.ts';

/** What the studio is told. */
export interface Lengths {
  /** The settings that were measured. */
  readonly address: string;
  readonly harms: readonly Harm[];
}

let leaving = new AbortController();
/** What the last visits have found, by their first stage: most changes concern one of them. */
const known = new Map<string, { readonly of: string; readonly harms: readonly Harm[] }>();

let wanted = location.hash.slice(1);
/** Until it is known what can be set. */
let measure = () => {};

lendSilentMicrophone();
setSilent(true);
addEventListener('message', ({ origin, source, data }) => {
  if (origin !== location.origin || source !== parent || typeof data !== 'string') return;
  if (data === wanted) return;
  wanted = data;
  measure();
});

const fields = await loadFields();
measure = () => void measureAll(wanted);
measure();

async function measureAll(address: string): Promise<void> {
  leaving.abort();
  leaving = new AbortController();
  const { signal } = leaving;
  const settings = fromAddress(address, fields);
  const jobs = jobsFor(settings);
  const harms: Harm[] = [];
  for (const stages of visits) {
    const ofVisit = jobs.filter(({ stage }) => stages.includes(stage));
    if (ofVisit.length === 0) continue;
    const [first] = stages;
    const visit = new Visit(stages, settings, fields);
    const of = JSON.stringify([ofVisit, visit.layout]);
    const before = known.get(first);
    const found = before?.of === of ? before.harms : await visit.measure(ofVisit, signal);
    if (signal.aborted) return;
    known.set(first, { of, harms: found });
    harms.push(...found);
  }
  const lengths: Lengths = { address, harms };
  parent.postMessage(lengths, location.origin);
}
