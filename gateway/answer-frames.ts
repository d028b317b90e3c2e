// The frames that answer a call. Usually there is one; a scenario may want two in a row.
import { type Fields, textOf } from './fields.ts';
import type { Scenario } from './scenario.ts';

export interface CallFrame {
  readonly method: string;
  readonly params: Fields;
}

export function answerFrames(answer: Fields, twice: Scenario['answerTwice']): readonly CallFrame[] {
  const first = { method: 'telnyx_rtc.answer', params: answer };
  const sdp = textOf(answer.sdp);
  switch (twice) {
    case 'no':
      return [first];
    case 'same':
      return [first, first];
    case 'as-media':
      return [first, { method: 'telnyx_rtc.media', params: { sdp } }];
    case 'different': {
      const later = sdp?.replace(/^o=(\S+ \S+) \d+/m, 'o=$1 99');
      return [first, { ...first, params: { sdp: later, variables: { later: 'yes' } } }];
    }
  }
}
