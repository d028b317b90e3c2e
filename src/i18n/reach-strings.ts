// The English texts of other ways to reach the site. They come with their code.

export const reachStrings = {
  callByPhone: 'Call {number} by phone',
  copyNumber: 'Copy the number',
  copyDetails: 'Copy details for support',
  // As in the conversation, whose code may not be there.
  copied: 'Copied.',
  notCopied: 'The browser does not let this page copy.',
};

export type ReachStrings = typeof reachStrings;
