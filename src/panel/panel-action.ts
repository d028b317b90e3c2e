/** What a visitor can do in the panel with one press. */
export type PanelAction =
  | 'call'
  | 'call-without-microphone'
  | 'start-over'
  | 'use-here'
  | 'end-call'
  | 'mute'
  | 'unmute'
  | 'play-sound'
  | 'reopen-microphone'
  | 'forget'
  | 'collapse'
  | 'expand'
  | 'close'
  | 'load-dialogue'
  | 'send-again';

/** The same, where it is about what is said. */
export type DialogueAction =
  | 'forget'
  | 'withdraw-consent'
  | 'toggle-menu'
  | 'toggle-size'
  | 'toggle-times'
  | 'copy-transcript'
  | 'download-transcript'
  | 'show-newest'
  | 'show-earlier';
