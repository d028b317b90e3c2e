// Judges all steps, in their order. A step whose ground is missing is skipped, and says which one that is.

import type { Observations } from '../observations.ts';
import { type StepId, stepIds } from '../step-id.ts';
import { steps } from '../steps.ts';
import { type Finding, skipped, type StepResult } from '../verdict.ts';
import {
  judgeConversationId,
  judgeMadeUpId,
  judgeSecondCall,
  judgeSupportIds,
} from './judge-conversation.ts';
import { judgeChat, judgeChatCall, judgeConversationUrl, judgeHistory } from './judge-endpoints.ts';
import { judgeCut, judgeHangUp } from './judge-ending.ts';
import { judgeMessages } from './judge-messages.ts';
import { judgeBrowser, judgeCode } from './judge-page.ts';
import { judgeTokenLogin, judgeUnknownAssistant } from './judge-refusals.ts';
import { judgeLogin, judgeReady, judgeSettings, judgeSignaling } from './judge-session.ts';
import { judgeAnswered, judgeSoundIn, judgeSoundOut, judgeTrickle } from './judge-sound.ts';
import { judgeTool } from './judge-tool.ts';
import { judgeAssistantWords, judgeMarks, judgeTyped, judgeVisitorWords } from './judge-words.ts';

const judges: Readonly<Record<StepId, (observations: Observations) => Finding>> = {
  browser: judgeBrowser,
  code: judgeCode,
  signaling: judgeSignaling,
  login: judgeLogin,
  ready: judgeReady,
  settings: judgeSettings,
  answered: judgeAnswered,
  'sound-in': judgeSoundIn,
  'sound-out': judgeSoundOut,
  'trickle-ice': judgeTrickle,
  'assistant-words': judgeAssistantWords,
  'visitor-words': judgeVisitorWords,
  'typed-text': judgeTyped,
  tool: judgeTool,
  'conversation-id': judgeConversationId,
  'conversation-url': judgeConversationUrl,
  'support-ids': judgeSupportIds,
  'cut-socket': judgeCut,
  'hang-up': judgeHangUp,
  'second-call': judgeSecondCall,
  'made-up-id': judgeMadeUpId,
  'unknown-assistant': judgeUnknownAssistant,
  'token-login': judgeTokenLogin,
  'chat-url': judgeChat,
  'chat-history': judgeHistory,
  'chat-call': judgeChatCall,
  'speech-marks': judgeMarks,
  messages: judgeMessages,
};

export function judgeSteps(observations: Observations): StepResult[] {
  const results = new Map<StepId, StepResult>();
  for (const id of stepIds) {
    const missing = steps[id].needs.find((need) => {
      return ['fail', 'skipped'].includes(results.get(need)?.verdict ?? '');
    });
    const finding = missing
      ? skipped(`It needs “${steps[missing].title}”.`)
      : judges[id](observations);
    results.set(id, { id, ...finding });
  }
  return [...results.values()];
}
