// The English texts that come with the panel's code. Those of the launcher are there before.

import type { CallErrorCode } from '../core/call/call-error.ts';
import type { InLanguage, launcherStrings } from './launcher-strings.ts';

export const panelStrings = {
  title: 'Voice call',
  expand: 'Expand',
  collapse: 'Collapse',
  close: 'Close',
  mute: 'Mute microphone',
  tapToHear: 'Tap to hear',
  callAgain: 'Call again',
  startOver: 'Start over',
  useHere: 'Use here instead',
  forget: 'Forget this conversation',

  statusAllowMicrophone: 'Please allow the microphone…',
  statusConnecting: 'Connecting…',
  statusWaitingForSound: 'Connected, waiting for sound…',
  statusTalking: 'You can talk now',
  statusListening: 'You can type now',
  statusThinking: 'Thinking…',
  statusSpeaking: 'Speaking…',
  statusMuted: 'Your microphone is off',
  statusUnheard: 'The assistant does not hear you',
  statusReconnecting: 'Connection lost. Reconnecting…',
  statusEnding: 'Ending the call…',
  statusEnded: 'Call ended',
  statusEndedByAssistant: 'The assistant ended the call',
  statusFailed: 'The call did not work',

  noticeSoundBlocked: 'Your browser is holding back the sound.',
  noticeMicrophoneLost:
    'The assistant does not hear you any more. Connect a microphone, then try again.',
  noticeReconnecting: 'The assistant may still hear you.',
  noticeDialogueFailed: 'Reading along and typing could not be loaded.',

  typeInstead: 'Type instead',

  errors: {
    'not-configured': 'This assistant is not set up yet. Please contact us another way.',
    'unsupported-browser':
      'This browser cannot make calls. Please use a current Chrome, Edge, Firefox or Safari.',
    'insecure-context': 'Calls work on secure pages only. Use an address that begins with https.',
    'mic-denied':
      'The microphone is not allowed. Allow it in the browser’s settings for this page, then try again.',
    'mic-missing': 'No microphone was found. Connect one, then try again.',
    'mic-busy': 'The microphone is used elsewhere. Close the other program, then try again.',
    'mic-blocked-by-page':
      'This page does not let the call use your microphone. Please contact us another way.',
    offline: 'You are offline. Check your connection, then try again.',
    'gateway-unreachable':
      'The assistant cannot be reached. Check your connection, then try again.',
    'login-refused': 'The assistant does not take calls at the moment. Please try again later.',
    'token-failed': 'You could not be signed in for the call. Reload the page, then try again.',
    'conversation-gone': 'This conversation cannot be continued. You can start a new one.',
    'call-rejected': 'The assistant did not take the call. Please try again in a moment.',
    'connection-lost': 'The connection was lost. Check your network, then try again.',
    'busy-elsewhere': 'A call with this assistant is running in another tab.',
    unexpected: 'Something went wrong. Please try again.',
  } satisfies Omit<Record<CallErrorCode, string>, 'load-failed'>,
};

export type PanelStrings = InLanguage<typeof launcherStrings> &
  Omit<typeof panelStrings, 'errors'> & {
    readonly errors: Readonly<Record<CallErrorCode, string>>;
  };
