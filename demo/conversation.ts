// Transcript and typing: buttons with things to say, and how much of the conversation the widget shows.

import { bindAttributes, markupOf } from './attribute-form.ts';
import { itemOf, showNavigation } from './navigation.ts';
import { createSendButtons } from './send.ts';
import { find, findWidget } from './widget.ts';

/** One for each line that the gateway's assistant can answer with, see gateway/speech/speech-lines.ts. */
const suggestions = [
  'When are you open?',
  'How much is it?',
  'What is this?',
  'List your topics, in Markdown',
  'An umbrella, please',
  'Goodbye',
];

showNavigation();
const widget = findWidget();

const problem = find(HTMLElement, '#problem');
const buttons = createSendButtons(widget, suggestions, (text) => (problem.textContent = text));
find(HTMLElement, '#suggestions').append(...buttons.map((button) => itemOf(button)));

const markup = find(HTMLElement, '#markup');
bindAttributes(find(HTMLFormElement, '#attributes'), widget, () => {
  markup.textContent = markupOf(widget);
});

const transcript = find(HTMLElement, '#transcript');
widget.addEventListener('telnyx-transcript', showTranscript);
widget.addEventListener('telnyx-call-start', showTranscript);

function showTranscript(): void {
  const lines = widget.transcript.map(({ role, text, final }) => {
    const who = document.createElement('strong');
    who.textContent = role;
    return itemOf(who, ` ${text}${final ? '' : ' …'}`);
  });
  transcript.replaceChildren(...lines);
}
