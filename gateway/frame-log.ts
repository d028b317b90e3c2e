// Records the frames that a session received or sent. The oldest are dropped.
import { type Fields, fieldsOf, textOf } from './fields.ts';
import type { FrameRecord } from './records.ts';

const LONGEST_LOG = 5000;

export class FrameLog {
  readonly #records: FrameRecord[] = [];

  get records(): readonly FrameRecord[] {
    return this.#records;
  }

  add(frame: Fields): void {
    this.#records.push(recordOf(frame));
    if (this.#records.length > LONGEST_LOG) this.#records.shift();
  }
}

function recordOf(frame: Fields): FrameRecord {
  const outcome = frame.error === undefined ? 'result' : 'error';
  const method = textOf(frame.method) ?? textOf(frame.type) ?? outcome;
  const params = frame.params ?? frame[outcome] ?? null;
  return { atMs: Date.now(), method, id: frame.id, params };
}

/** Whether a record has this method, or carries a message or item of this type. */
export function isNamed(record: FrameRecord, name: string): boolean {
  const params = fieldsOf(record.params);
  return [record.method, params.type, fieldsOf(params.item).type].includes(name);
}
