/** An id of the form of Telnyx's that no assistant has. */
export const noAssistant = 'assistant-00000000-0000-4000-8000-000000000000';
