// The English texts around a form of the page's own that is asked before a conversation. They come with its code.

export const formStrings = {
  formTitle: 'Before we begin',
  formContinue: 'Continue',
};

export type FormStrings = typeof formStrings;
