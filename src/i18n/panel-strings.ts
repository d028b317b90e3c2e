// English texts of the panel; they come with its code.

import type { CallErrorCode } from '../core/call-error.ts';

/** Of the texts below, for numbers and times among them (BCP 47). */
export const language = 'en';

export const panelStrings = {
  title: 'Voice call',
  collapse: 'Collapse',
  close: 'Close',
  mute: 'Mute microphone',
  tapToHear: 'Tap to hear',
  endCall: 'End call',
  tryAgain: 'Try again',
  callAgain: 'Call again',
  startOver: 'Start over',
  forget: 'Forget this conversation',
  forgotten: 'This conversation is forgotten. The next call begins a new one.',

  statusAllowMicrophone: 'Please allow the microphone…',
  statusConnecting: 'Connecting…',
  statusWaitingForSound: 'Connected, waiting for sound…',
  statusTalking: 'You can talk now',
  statusListening: 'You can type now',
  statusThinking: 'Thinking…',
  statusSpeaking: 'Speaking…',
  statusMuted: 'Your microphone is off',
  statusReconnecting: 'Connection lost. Reconnecting…',
  statusEnding: 'Ending the call…',
  statusEnded: 'Call ended',
  statusEndedByAssistant: 'The assistant ended the call',
  statusFailed: 'The call did not work',

  interruptHint: 'Speak to interrupt',
  interruptHintTyping: 'Type to interrupt',

  noticeContinued: 'Continuing your conversation from {when}',
  noticeNewConversation:
    'Your earlier conversation could not be continued, so this is a new conversation.',
  noticeSoundBlocked: 'Your browser is holding back the sound.',
  noticeReconnecting: 'The assistant may still hear you.',
  noticeDialogueFailed: 'Reading along and typing could not be loaded.',

  askTitle: 'Go on where you left off?',
  askText: 'You talked to this assistant {when}.',
  continue: 'Continue conversation',
  typeInstead: 'Type instead',

  transcript: 'Conversation',
  you: 'You',
  assistant: 'Assistant',
  interrupted: 'interrupted',
  image: 'Image',
  sending: 'Sending…',
  notSent: 'Not sent.',
  sendAgain: 'Send again',
  newest: 'Newest',
  earlier: 'Earlier messages',

  message: 'Message',
  send: 'Send message',
  addImage: 'Add an image',
  removeImage: 'Remove the image',
  imageTooLarge: 'This image is too large. The limit is {limit} MB.',
  imageUnreadable: 'This file cannot be read as an image.',
  waitToSend: 'You can send messages again when the connection is back.',

  menu: 'More',
  showTimes: 'Show times',
  hideTimes: 'Hide times',
  copyTranscript: 'Copy the conversation',
  downloadTranscript: 'Download the conversation',
  copied: 'Copied.',
  notCopied: 'The browser does not let this page copy.',
  giveFeedback: 'Give feedback',
  reportIssue: 'Report a problem',
  viewHistory: 'Earlier conversations',

  feedbackQuestion: 'How was the call?',
  feedbackRating: '{rating} of 5',
  feedbackComment: 'Anything to add?',
  feedbackSend: 'Send feedback',
  feedbackThanks: 'Thank you for your feedback.',

  errors: {
    'not-configured': 'This assistant is not set up yet. Please contact us another way.',
    'unsupported-browser':
      'This browser cannot make calls. Please open this page in a current version of Chrome, Edge, Firefox or Safari.',
    'insecure-context':
      'Calls work on secure pages only. Please open this page with an address that begins with https.',
    'mic-denied':
      'The microphone is not allowed. Allow it in the browser’s settings for this page, then try again.',
    'mic-missing': 'No microphone was found. Connect one, then try again.',
    'mic-busy': 'The microphone is being used elsewhere. Close the other program, then try again.',
    'mic-blocked-by-page':
      'This page does not let the call use your microphone. Please contact us another way.',
    offline: 'You are offline. Check your connection, then try again.',
    'load-failed': 'The call could not be loaded. Check your connection, then try again.',
    'gateway-unreachable':
      'The assistant cannot be reached. Check your connection, then try again.',
    'login-refused': 'The assistant does not take calls at the moment. Please try again later.',
    'token-failed': 'You could not be signed in for the call. Reload the page, then try again.',
    'conversation-gone': 'This conversation cannot be continued. You can start a new one.',
    'call-rejected': 'The assistant did not take the call. Please try again in a moment.',
    'connection-lost': 'The connection was lost. Check your network, then try again.',
    'busy-elsewhere': 'A call with this assistant is running in another tab. End it there first.',
    unexpected: 'Something went wrong. Please try again.',
  } satisfies Record<CallErrorCode, string>,
};

export type PanelStrings = typeof panelStrings;
