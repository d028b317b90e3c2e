// What the page's author has set, as plain data. The element takes a snapshot of it whenever something
// begins; whoever gets one never looks at the element again.

import type { WaitLimits } from '../core/call/call-waits.ts';
import type { Credentials } from '../core/call/credentials.ts';
import type { Variables } from '../core/call/custom-headers.ts';
import type { ClientTools } from '../core/dialogue/client-tools.ts';
import type { StringOverrides } from '../i18n/string-overrides.ts';

export const resumeModes = ['auto', 'ask', 'off'] as const;
export type ResumeMode = (typeof resumeModes)[number];

export const modes = ['', 'voice', 'both', 'text'] as const;
export type Mode = (typeof modes)[number];

export const placements = [
  'bottom-right',
  'bottom-left',
  'top-right',
  'top-left',
  'inline',
] as const;
export type Placement = (typeof placements)[number];

export const themes = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

export const preloads = ['intent', 'visible', 'none'] as const;
export type Preload = (typeof preloads)[number];

export const launcherForms = ['pill', 'round', 'avatar', 'card'] as const;
export type LauncherForm = (typeof launcherForms)[number];

/** The element's properties of the same names say what each means. An empty string means: not set. */
export interface Settings {
  readonly assistantId: string;
  readonly assistantVersion: string;
  readonly conversationId: string;
  readonly conversationUrl: string;
  readonly chatUrl: string;
  readonly tokenUrl: string;
  readonly gatewayUrl: string;
  readonly callerName: string;
  readonly destination: string;
  readonly region: string;
  readonly resume: ResumeMode;
  readonly resumeHours: number;
  readonly mode: Mode;
  readonly preload: Preload;
  readonly variables: Variables;
  readonly noTrickleIce: boolean;
  readonly callReports: boolean;
  readonly keepAcrossPages: boolean;
  readonly requireConsent: boolean;
  readonly debug: boolean;
  readonly tools: ClientTools;
  readonly iceServers: readonly RTCIceServer[] | null;
  readonly credentials: Credentials | null;
  readonly waitLimitsMs: Partial<WaitLimits>;
  readonly placement: Placement;
  readonly theme: Theme;
  readonly noTranscript: boolean;
  readonly noText: boolean;
  readonly noMarkdown: boolean;
  readonly feedback: boolean;
  readonly dismissible: boolean;
  readonly allowRemoteLogo: boolean;
  readonly assistantName: string;
  readonly avatar: string;
  readonly launcher: LauncherForm;
  readonly greeting: string;
  readonly prompts: readonly string[];
  readonly invite: string;
  readonly inviteAfter: number;
  readonly inviteScroll: number | null;
  readonly phone: string;
  readonly holdToTalk: boolean;
  readonly strings: StringOverrides;
  /** Every attribute of the tag by its name, ours or not. */
  readonly attributes: ReadonlyMap<string, string>;
}
