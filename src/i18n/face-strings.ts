// The English texts of what an assistant looks like in the panel, and of the panel's size. They come with its
// code.

export const faceStrings = {
  suggestions: 'Suggestions',
  enlarge: 'Make the panel larger',
  shrink: 'Make the panel smaller',
};

export type FaceStrings = typeof faceStrings;
