/** From 0 to 1. Sound below this level is silence. */
export const audibleLevel = 0.005;
