/** In milliseconds: from the click to the answer and to the first sound, and the latest turn. */
export type CallTimings = Readonly<Partial<Record<'answer' | 'start' | 'turn', number>>>;
