// When a visitor may be invited. Pure.

import type { Settings } from '../../contract/settings.ts';

export interface Situation {
  /** The page is in sight. */
  readonly isSeen: boolean;
  readonly secondsSinceUse: number;
  /** The focus is in a field of the page. */
  readonly isTyping: boolean;
  /** A dialog, a menu or a picture of the page stands over it. */
  readonly hasDialog: boolean;
  readonly hasKeyboard: boolean;
  /** The launcher is there, nothing was begun with it, and nothing went wrong. */
  readonly isLauncherCalm: boolean;
}

/** A page that nobody has touched for so long is likely not looked at. */
const longestPauseSeconds = 30;

export function isInUse({ isSeen, secondsSinceUse }: Situation): boolean {
  return isSeen && secondsSinceUse < longestPauseSeconds;
}

export function isDue(
  seenSeconds: number,
  scrolledPercent: number,
  { inviteAfter, inviteScroll }: Pick<Settings, 'inviteAfter' | 'inviteScroll'>,
): boolean {
  return seenSeconds >= inviteAfter || (inviteScroll !== null && scrolledPercent >= inviteScroll);
}

export function mayInvite(situation: Situation): boolean {
  const { isTyping, hasDialog, hasKeyboard, isLauncherCalm } = situation;
  return isInUse(situation) && isLauncherCalm && !isTyping && !hasDialog && !hasKeyboard;
}
