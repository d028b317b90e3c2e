// The first demo page: the widget, a choice of what the local gateway does, and links to the other pages.

import { createLink, isThisPage, itemOf, pages, showNavigation } from './navigation.ts';
import { find, findWidget, idHere } from './widget.ts';

/** What happens, by the assistant's id. The gateway reads the id as a script. */
const scenarios = {
  'assistant-demo': 'Takes the call',
  'assistant-slow': 'Takes the call, over a slow network',
  'assistant-sends-settings': 'Takes the call, with settings of its own',
  'assistant-hangs-up-after': 'Hangs up after a second',
  'assistant-drops-socket': 'Loses the connection, and comes back',
  'assistant-drops-socket-for-good': 'Loses the connection for good',
  'assistant-unknown-conversation': 'Knows no earlier conversation',
  'assistant-refuses-login': 'Refuses the login',
  'assistant-refuses-invite': 'Refuses the call',
  'assistant-never-answers-invite': 'Never answers',
};

showNavigation();
const widget = findWidget();
const scenario = find(HTMLSelectElement, '#scenario');
for (const [id, does] of Object.entries(scenarios)) scenario.append(new Option(does, id));
const choose = () => (widget.assistantId = idHere(scenario.value));
scenario.addEventListener('change', choose);
// After a reload the browser may have restored the earlier choice.
choose();

const others = pages.filter(({ file }) => !isThisPage(file));
find(HTMLElement, '#pages').append(
  ...others.map(({ file, title, shows }) => itemOf(createLink(file, title), `: ${shows}`)),
);
