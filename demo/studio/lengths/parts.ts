// Where each text of the element is seen: in which stage of a visit, and by which rule it fits there.

import type { Settings } from '../fields/fields.ts';
import type { Rule } from './rules.ts';

/** What is on the screen while a text is measured. One visit goes through those from `call` to `ended`. */
export type Stage =
  | 'button'
  | 'invitation'
  | 'form'
  | 'question'
  | 'typing'
  | 'problem'
  | 'dead-end'
  | 'call'
  | 'speaking'
  | 'menu'
  | 'aside'
  | 'ended';

export interface Part {
  readonly stage: Stage;
  readonly rule: Rule;
  /** Texts that stand in the same place and are easier to bring about. The text is measured as these. */
  readonly as?: readonly string[];
}

interface Group extends Part {
  readonly names: string;
}

const errors = `mic-denied mic-missing mic-busy offline gateway-unreachable login-refused token-failed
  conversation-gone call-rejected connection-lost busy-elsewhere unexpected load-failed`;
/** Trying again is no way out of these. The phone number comes first there, and takes more room. */
const finalErrors = 'not-configured unsupported-browser insecure-context mic-blocked-by-page';

const groups: readonly Group[] = [
  { stage: 'button', rule: 'label', names: 'launcher' },
  { stage: 'button', rule: 'label', as: ['launcher'], names: 'statusPreparing expand endCall' },
  {
    stage: 'question',
    rule: 'status',
    as: ['consentTitle', 'consentTitleTyping'],
    names: 'consentTitle consentTitleTyping askTitle formTitle',
  },
  { stage: 'question', rule: 'sentence', as: ['consentText'], names: 'consentText askText' },
  {
    stage: 'question',
    rule: 'button',
    as: ['agreeAndCall', 'agree'],
    names: 'agreeAndCall agree notNow continue formContinue',
  },
  { stage: 'problem', rule: 'sentence', as: ['errors.call-rejected'], names: inErrors(errors) },
  {
    stage: 'dead-end',
    rule: 'sentence',
    as: ['errors.unsupported-browser'],
    names: inErrors(finalErrors),
  },
  {
    stage: 'problem',
    rule: 'sentence',
    as: ['errors.call-rejected'],
    names: `loadFailed typingLoadFailed noticeSoundBlocked noticeMicrophoneLost noticeReconnecting
      noticeDialogueFailed noticeContinued noticeNewConversation noticeUnheard noticeUnanswered
      poorConnection deviceFailed copied notCopied forgotten chatFailed chatBrokeOff chatTooMuch`,
  },
  {
    stage: 'problem',
    rule: 'button',
    as: ['tryAgain'],
    names: 'tryAgain tapToHear startOver useHere typeInstead close',
  },
  { stage: 'problem', rule: 'button', names: 'callByPhone' },
  {
    stage: 'speaking',
    rule: 'status',
    as: ['statusSpeaking'],
    names: `statusAllowMicrophone statusConnecting statusWaitingForSound statusTalking statusListening
      statusThinking statusSpeaking statusMuted statusUnheard statusReconnecting statusEnding statusEnded
      statusEndedByAssistant statusFailed statusAnswering holdListening holdHint`,
  },
  {
    stage: 'speaking',
    rule: 'note',
    as: ['you'],
    names: 'you assistant interrupted image sending notSent callBegan',
  },
  {
    stage: 'speaking',
    rule: 'sentence',
    as: ['interruptHint'],
    names: `interruptHint interruptHintTyping waitToSend imageTooLarge imagesTooMany imageUnreadable`,
  },
  { stage: 'call', rule: 'placeholder', names: 'message' },
  {
    stage: 'menu',
    rule: 'button',
    as: ['copyDetails'],
    names: `copyDetails showTimes hideTimes copyTranscript downloadTranscript giveFeedback reportIssue
      viewHistory withdrawConsent forget enlarge shrink useHoldToTalk useOpenMicrophone copyNumber devices`,
  },
  {
    stage: 'ended',
    rule: 'button',
    as: ['callAgain'],
    names: 'callAgain startCall holdToTalk sendAgain earlier showAll newest feedbackSend',
  },
  {
    stage: 'ended',
    rule: 'sentence',
    as: ['feedbackQuestion'],
    names: 'feedbackQuestion feedbackThanks',
  },
  { stage: 'ended', rule: 'placeholder', names: 'feedbackComment' },
  { stage: 'aside', rule: 'button', names: 'backToCall' },
];

/** They are read aloud, or stand in a list of the browser's own: they need no room. */
export const withoutRoom: readonly string[] = [
  ...['title', 'collapse', 'mute', 'transcript', 'send', 'stopAnswer', 'addImage', 'removeImage'],
  ...['microphone', 'speaker', 'systemDefault', 'menu', 'feedbackRating', 'dismiss', 'suggestions'],
  ...['invitation', 'chatTitle'],
];

const parts: ReadonlyMap<string, Part> = new Map(
  groups.flatMap(({ names, ...part }) => names.split(/\s+/).map((name) => [name, part] as const)),
);

/** @returns where the text of this name is seen with these settings; nothing: it needs no room. */
export function partOf(name: string, settings: Settings): Part | undefined {
  const part = parts.get(name);
  if (!part || settings.get('mode') !== 'text') return part;
  // There are no calls: the panel for typing has the same places.
  if (part.stage === 'call') return { ...part, stage: 'typing' };
  return part.rule === 'status' && part.stage === 'speaking'
    ? { ...part, stage: 'typing', as: ['statusListening'] }
    : part;
}

function inErrors(codes: string): string {
  return codes.replace(/\S+/g, 'errors.$&');
}
