// The steps of a check: a closed list, in the order in which a reader sees them.

export const stepIds = [
  'browser',
  'code',
  'signaling',
  'login',
  'ready',
  'settings',
  'answered',
  'sound-in',
  'sound-out',
  'trickle-ice',
  'assistant-words',
  'visitor-words',
  'typed-text',
  'tool',
  'conversation-id',
  'conversation-url',
  'support-ids',
  'cut-socket',
  'hang-up',
  'second-call',
  'made-up-id',
  'unknown-assistant',
  'token-login',
  'chat-url',
  'chat-history',
  'chat-call',
  'speech-marks',
  'messages',
] as const;

export type StepId = (typeof stepIds)[number];
