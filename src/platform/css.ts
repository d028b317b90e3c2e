/** The text of a style sheet. The tag's name lets editors and the build know that it is one. */
export const css = String.raw;
