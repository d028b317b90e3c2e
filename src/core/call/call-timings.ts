/**
 * In milliseconds: from the click to the answer, from the click to the first sound, and the last
 * wait for an answer of the assistant.
 */
export type CallTimings = Readonly<Partial<Record<'answer' | 'start' | 'turn', number>>>;
