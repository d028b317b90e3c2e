// What each step is called, which earlier steps it stands on, and where it fails. A step whose ground failed is
// skipped.

import type { StepId } from './step-id.ts';

export interface Step {
  readonly title: string;
  readonly needs: readonly StepId[];
  /** For docs/check.md. */
  readonly failsWhere: string;
}

export const steps: Readonly<Record<StepId, Step>> = {
  browser: {
    title: 'Browser and page can call',
    needs: [],
    failsWhere:
      'the page is not served over https, the browser lacks WebRTC or is offline, there is no microphone, a policy or the visitor forbids it',
  },
  code: {
    title: 'The code of a call is loaded',
    needs: ['browser'],
    failsWhere:
      'the chunks of a call cannot be fetched, or another tab has a call with this assistant',
  },
  signaling: {
    title: 'The signaling server is reached',
    needs: ['code'],
    failsWhere: 'no socket can be opened: the page’s policy, a firewall, a proxy',
  },
  login: {
    title: 'The login is taken',
    needs: ['signaling'],
    failsWhere: 'the login is refused, or not answered; refusals that pass are counted',
  },
  ready: {
    title: 'The session is ready',
    needs: ['login'],
    failsWhere: 'no `clientReady` comes, or another gateway state than `REGED`',
  },
  settings: {
    title: 'The assistant’s settings are read',
    needs: ['ready'],
    failsWhere: 'settings come where the widget does not look; that none come is *not known*',
  },
  answered: {
    title: 'The call is answered',
    needs: ['ready'],
    failsWhere: 'the call is refused, not answered, or ended before the answer',
  },
  'sound-in': {
    title: 'Sound arrives',
    needs: ['answered'],
    failsWhere: 'no way for the sound is found, no packet arrives, or all are silent',
  },
  'sound-out': {
    title: 'Sound leaves',
    needs: ['answered'],
    failsWhere:
      'no way for the sound is found, or no packet leaves; a silent microphone is *not known*',
  },
  'trickle-ice': {
    title: 'Trickle ICE works',
    needs: ['answered'],
    failsWhere:
      'candidates are refused, or no way for the sound is found; that the browser names none is *not known*',
  },
  'assistant-words': {
    title: 'The assistant’s words are written',
    needs: ['answered'],
    failsWhere: 'the assistant speaks, and no message holds its words',
  },
  'visitor-words': {
    title: 'The visitor’s words are written',
    needs: ['answered'],
    failsWhere: 'sound leaves, and no message holds the visitor’s words',
  },
  'typed-text': {
    title: 'Typed text is taken and echoed',
    needs: ['answered'],
    failsWhere: 'the message is refused, or neither echoed nor answered',
  },
  tool: {
    title: 'A tool of the page is asked and answers',
    needs: ['answered'],
    failsWhere: 'the tool is not asked, or gets no answer',
  },
  'conversation-id': {
    title: 'The conversation’s id is learned',
    needs: ['answered'],
    failsWhere: 'no message names the conversation, or one does where the widget does not look',
  },
  'conversation-url': {
    title: 'The site’s server names the conversation of a call',
    needs: ['answered'],
    failsWhere:
      'the endpoint cannot be reached, is refused, replies with something else than JSON, or names none or another conversation',
  },
  'support-ids': {
    title: 'There are ids for support',
    needs: ['answered'],
    failsWhere: 'there is no `call_control_id`',
  },
  'cut-socket': {
    title: 'The call survives a cut socket',
    needs: ['answered'],
    failsWhere: 'the call does not come back after its socket was closed, or comes back silent',
  },
  'hang-up': {
    title: 'The call ends when you hang up, and not before',
    needs: ['answered'],
    failsWhere: 'the call ends by itself, or is not over after a hang-up',
  },
  'second-call': {
    title: 'A second call joins the conversation',
    needs: ['conversation-id'],
    failsWhere: 'the call is refused, or in another conversation',
  },
  'made-up-id': {
    title: 'A made-up conversation is refused',
    needs: ['answered'],
    failsWhere:
      'the call is answered and stays, or the widget takes the refusal for something else',
  },
  'unknown-assistant': {
    title: 'An assistant that does not exist is refused',
    needs: ['signaling'],
    failsWhere: 'the call is answered',
  },
  'token-login': {
    title: 'A login by token reaches the assistant',
    needs: ['code'],
    failsWhere: 'no token can be had, or the destination does not answer',
  },
  'chat-url': {
    title: 'A typed message is answered without a call',
    needs: [],
    failsWhere:
      'the endpoint cannot be reached (no server, policy, CORS), replies with an error or a page, does not end its stream, sends no words, or names no conversation',
  },
  'chat-history': {
    title: 'What was typed can be read again',
    needs: ['chat-url'],
    failsWhere: 'the same endpoint does not list the message that was just typed',
  },
  'chat-call': {
    title: 'A call goes on where typing stopped',
    needs: ['answered', 'chat-url'],
    failsWhere: 'the call is refused, or in another conversation than the one that was typed in',
  },
  'speech-marks': {
    title: 'Marks for the voice stay out of the text',
    needs: ['assistant-words'],
    failsWhere: 'marks are left in the transcript',
  },
  messages: {
    title: 'All messages are of a known shape',
    needs: ['signaling'],
    failsWhere:
      'a message comes that the widget does not know; it is listed by its type and the names of its fields',
  },
};
