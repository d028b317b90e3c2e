// The English texts of the conversation's views. They come with the code of a call.

import type { PanelStrings } from './panel-strings.ts';

export const dialogueStrings = {
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
  showAll: 'Show all',
  callBegan: 'Call started',
  interruptHint: 'Speak to interrupt',
  interruptHintTyping: 'Type to interrupt',

  message: 'Message',
  waitToSend: 'You can send messages again when the connection is back.',
  send: 'Send message',
  stopAnswer: 'Stop the answer',
  addImage: 'Add an image',
  removeImage: 'Remove the image',
  imageTooLarge: 'This image is too large. The limit is {limit} MB.',
  imagesTooMany: 'Too many images. The limit is {limit}.',
  imageUnreadable: 'This file cannot be read as an image.',

  devices: 'Microphone and speaker',
  microphone: 'Microphone',
  speaker: 'Speaker',
  systemDefault: 'System default',
  noticeContinued: 'Continuing your conversation from {when}',
  noticeNewConversation:
    'Your earlier conversation could not be continued, so this is a new conversation.',
  poorConnection: 'Your connection is poor. There may be gaps in the sound.',
  noticeUnheard:
    'You are not heard. Check that your microphone is on and not in use elsewhere, then try again.',
  noticeUnanswered:
    'The assistant has been silent for a while. You can say it again, or call later.',

  deviceFailed: 'This device cannot be used.',
  copied: 'Copied.',
  notCopied: 'The browser does not let this page copy.',

  forgotten: 'This conversation is forgotten. The next call begins a new one.',

  menu: 'More',
  showTimes: 'Show times',
  hideTimes: 'Hide times',
  copyTranscript: 'Copy the conversation',
  downloadTranscript: 'Download the conversation',
  giveFeedback: 'Give feedback',
  reportIssue: 'Report a problem',
  viewHistory: 'Earlier conversations',
  withdrawConsent: 'Withdraw my agreement',

  feedbackQuestion: 'How was the call?',
  feedbackRating: '{rating} of {most}',
  feedbackComment: 'Anything to add?',
  feedbackSend: 'Send feedback',
  feedbackThanks: 'Thank you for your feedback.',
};

export type DialogueStrings = typeof dialogueStrings;

/** All texts that the conversation's views show or hand to the panel around them. */
export type DialogueTexts = PanelStrings & DialogueStrings;
