// What each step is called, and which earlier steps it stands on. A step whose ground failed is skipped.

import type { StepId } from './step-id.ts';

export interface Step {
  readonly title: string;
  readonly needs: readonly StepId[];
}

export const steps: Readonly<Record<StepId, Step>> = {
  browser: { title: 'Browser and page can call', needs: [] },
  code: { title: 'The code of a call is loaded', needs: ['browser'] },
  signaling: { title: 'The signaling server is reached', needs: ['code'] },
  login: { title: 'The login is taken', needs: ['signaling'] },
  ready: { title: 'The session is ready', needs: ['login'] },
  settings: { title: 'The assistant’s settings are read', needs: ['ready'] },
  answered: { title: 'The call is answered', needs: ['ready'] },
  'sound-in': { title: 'Sound arrives', needs: ['answered'] },
  'sound-out': { title: 'Sound leaves', needs: ['answered'] },
  'trickle-ice': { title: 'Trickle ICE works', needs: ['answered'] },
  'assistant-words': { title: 'The assistant’s words are written', needs: ['answered'] },
  'visitor-words': { title: 'The visitor’s words are written', needs: ['answered'] },
  'typed-text': { title: 'Typed text is taken and echoed', needs: ['answered'] },
  tool: { title: 'A tool of the page is asked and answers', needs: ['answered'] },
  'conversation-id': { title: 'The conversation’s id is learned', needs: ['answered'] },
  'support-ids': { title: 'There are ids for support', needs: ['answered'] },
  'cut-socket': { title: 'The call survives a cut socket', needs: ['answered'] },
  'hang-up': { title: 'The call ends when you hang up, and not before', needs: ['answered'] },
  'second-call': { title: 'A second call joins the conversation', needs: ['conversation-id'] },
  'made-up-id': { title: 'A made-up conversation is refused', needs: ['answered'] },
  'unknown-assistant': {
    title: 'An assistant that does not exist is refused',
    needs: ['signaling'],
  },
  'token-login': { title: 'A login by token reaches the assistant', needs: ['code'] },
  'speech-marks': { title: 'Marks for the voice stay out of the text', needs: ['assistant-words'] },
  messages: { title: 'All messages are of a known shape', needs: ['signaling'] },
};
