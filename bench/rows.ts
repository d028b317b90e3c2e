// Every row, in the order of the table.

import type { Row } from './row.ts';
import { callBytes } from './rows/call-bytes.ts';
import { calmLoad } from './rows/calm-load.ts';
import { coldCall } from './rows/cold-call.ts';
import { deadStun } from './rows/dead-stun.ts';
import { eagerTraffic } from './rows/eager-traffic.ts';
import { firstTap } from './rows/first-tap.ts';
import { leaks } from './rows/leaks.ts';
import { longTranscript } from './rows/long-transcript.ts';
import { scriptTime } from './rows/script-time.ts';
import { transcriptRenders } from './rows/transcript-renders.ts';
import { twoHourCall } from './rows/two-hour-call.ts';
import { warmCall } from './rows/warm-call.ts';

export const rows: readonly Row[] = [
  eagerTraffic,
  scriptTime,
  calmLoad,
  callBytes,
  warmCall,
  coldCall,
  firstTap,
  deadStun,
  leaks,
  longTranscript,
  transcriptRenders,
  twoHourCall,
];
