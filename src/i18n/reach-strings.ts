// The English texts of other ways to reach the site. They come with their code.

export const reachStrings = {
  callByPhone: 'Call {number} by phone',
  copyNumber: 'Copy the number',
  copyDetails: 'Copy details for support',
};

export type ReachStrings = typeof reachStrings;
