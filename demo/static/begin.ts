// The first script of every page of the static build: the gateway and the site's endpoints run inside the
// page, so no server is needed. Pages of `npm start` do without it.

import { installPageGateway } from '../../gateway/page/install-page-gateway.ts';
import { answerRequests } from './answer-requests.ts';
import { TypedConversations } from './typed-conversations.ts';

const gateway = installPageGateway();
answerRequests(new TypedConversations(gateway));
// By then the page's own script has made its navigation.
addEventListener('DOMContentLoaded', () => {
  showWayToDocuments();
  tellWhatRunsHere();
});

function showWayToDocuments(): void {
  const link = document.createElement('a');
  // All code of the build is in its first folder.
  const documents = 'docs/index.html';
  link.href = new URL(documents, import.meta.url).href;
  link.textContent = 'Documentation';
  const item = document.createElement('li');
  item.append(link);
  document.querySelector('nav ul')?.append(item);
}

/** The studio, whose title is not seen, says itself who answers. */
function tellWhatRunsHere(): void {
  const note = document.createElement('p');
  note.className = 'quiet';
  note.textContent =
    'This is the static demo: what answers calls, and what answers typing, runs inside this page.';
  document.querySelector('main h1:not(.unseen)')?.after(note);
}
