// What keeps account of a dialogue: the transcript, and whose turn it is.

export { initialTurn, reduceTurn } from './assistant-turn.ts';
export { reduceTranscript } from './transcript.ts';
