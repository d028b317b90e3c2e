// English texts that the launcher needs before any code of a call is there.

export const launcherStrings = {
  launcher: 'Talk to the assistant',
  endCall: 'End call',
  tryAgain: 'Try again',
  expand: 'Expand',
  dismiss: 'Hide this button',
  statusPreparing: 'Starting…',
  loadFailed: 'The call could not be loaded. Check your connection, then try again.',
};

export type LauncherStrings = typeof launcherStrings;
