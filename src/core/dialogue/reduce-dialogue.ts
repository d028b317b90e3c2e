// What keeps account of a dialogue: the transcript, whose turn it is, and what is heard.

export { initialTurn, reduceTurn } from './assistant-turn.ts';
export { reduceSound } from './sound.ts';
export { reduceTranscript } from './transcript.ts';
