// The English texts of the questions before a call. They come with the questions' code.

export const questionStrings = {
  consentTitle: 'Before you call',
  consentTitleTyping: 'Before you write',
  consentText:
    'You will talk to an AI assistant. Your voice and what you write are sent to it and may be kept.',
  agreeAndCall: 'Agree and call',
  agree: 'Agree',
  notNow: 'Not now',

  askTitle: 'Go on where you left off?',
  askText: 'You talked to this assistant {when}.',
  continue: 'Continue conversation',
};

export type QuestionStrings = typeof questionStrings;
