// The English texts of the button that hides the launcher. They come with its code.

export const dismissalStrings = {
  dismiss: 'Hide this button',
};

export type DismissalStrings = typeof dismissalStrings;
