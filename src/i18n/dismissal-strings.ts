// English texts of what puts the launcher away; they come with its code.

export const dismissalStrings = {
  dismiss: 'Hide this button',
};

export type DismissalStrings = typeof dismissalStrings;
