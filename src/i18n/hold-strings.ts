// The English texts of a call in which the visitor holds a button to talk, and of one that is put aside. They come
// with their code.

export const holdStrings = {
  holdToTalk: 'Hold to talk',
  holdListening: 'Listening. Let go when you have finished.',
  holdHint: 'Hold the button while you speak',
  useHoldToTalk: 'Talk while holding a button',
  useOpenMicrophone: 'Keep the microphone open',
  backToCall: 'Back to call',
};

export type HoldStrings = typeof holdStrings;
