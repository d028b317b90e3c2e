// The last step: where the files lie, the code for each way of building a site, and how to hand it on.

import { html, nothing, type TemplateResult } from 'lit';
import type { FilesCheck } from '../snippets/check-files.ts';
import type { Snippet } from '../snippets/snippet.ts';

export interface Status {
  readonly place: 'code' | 'handover';
  readonly words: string;
}

export interface PublishState {
  readonly snippets: readonly Snippet[];
  readonly chosen: Snippet;
  readonly check: FilesCheck | 'checking' | 'local';
  readonly hasId: boolean;
  readonly isBuilt: boolean;
  /** This page is on the person's own computer. */
  readonly isLoopback: boolean;
  /** What the last press has done, below its button. */
  readonly status: Status;
  readonly choose: (id: string) => void;
  readonly copyCode: () => void;
  readonly copyLink: () => void;
  readonly developerText: string;
  readonly copyText: () => void;
  readonly save: () => void;
  readonly load: (file: File) => void;
  readonly reset: () => void;
  /** `null`: nothing was put back. */
  readonly undo: (() => void) | null;
}

const verdicts: Readonly<Record<PublishState['check'], string>> = {
  local: 'Empty: the files of this computer. The code then works only here.',
  checking: 'Looking for the files…',
  same: 'The files are there, and they are those of this studio.',
  other: 'Files of another version lie there. The code fits those.',
  unreachable: 'The files could not be read there. Nothing can be said of them from here.',
};

export function publishView(state: PublishState): TemplateResult {
  const { chosen } = state;
  return html`<p id="files-check" role="status" class="quiet">
      ${
        state.isBuilt
          ? verdicts[state.check]
          : 'Nothing is built yet. In the folder of this project, run: npm run build'
      }
    </p>
    ${state.hasId ? nothing : html`<p class="doubt">Your assistant’s ID is missing: step 1.</p>`}
    <h3 id="snippet-title">The code</h3>
    <div class="tabs" role="tablist" aria-labelledby="snippet-title" @keydown=${moved(state)}>
      ${state.snippets.map(
        ({ id, title }) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${id}"
            aria-selected=${id === chosen.id}
            aria-controls="snippet-panel"
            tabindex=${id === chosen.id ? 0 : -1}
            @click=${() => state.choose(id)}
          >
            ${title}
          </button>`,
      )}
    </div>
    <div id="snippet-panel" role="tabpanel" tabindex="0" aria-labelledby="tab-${chosen.id}">
      <div class="how">
        <ol>
          ${chosen.how.map((line) => html`<li>${line}</li>`)}
        </ol>
        <button type="button" class="primary" @click=${state.copyCode}>Copy the code</button>
      </div>
      ${statusView('code', state)}
      <pre
        tabindex="0"
        aria-labelledby="snippet-title"
      ><code id="snippet">${chosen.code}</code></pre>
    </div>
    ${shareView(state)}`;
}

function shareView(state: PublishState): TemplateResult {
  const { undo } = state;
  return html`<h3>Hand it on</h3>
    <div class="row">
      <button type="button" @click=${state.copyText}>Send to a developer</button>
      <button type="button" @click=${state.copyLink}>Copy link</button>
      <button type="button" @click=${state.save}>Save as a file</button>
      <label class="button"
        >Open a file
        <input
          type="file"
          class="unseen"
          accept=".json,application/json"
          @change=${(event: Event) => {
            const input = event.target as HTMLInputElement;
            const [file] = input.files ?? [];
            if (file) state.load(file);
            input.value = '';
          }}
      /></label>
    </div>
    ${statusView('handover', state)}
    <details>
      <summary>The text for a developer</summary>
      <pre tabindex="0" aria-label="The text for a developer">${state.developerText}</pre>
    </details>
    <p class="quiet">
      “Send to a developer” copies one text: the code, what is set, and what to check.
      ${
        state.isLoopback
          ? 'The link opens on this computer only. Others need the file, or the text.'
          : 'The link holds all that is set, and no secrets.'
      }
    </p>
    <div class="row">
      <button type="button" id="reset" @click=${state.reset}>Begin anew</button>
      ${undo ? html`<button type="button" @click=${() => takeBack(undo)}>Take it back</button>` : nothing}
    </div>`;
}

function statusView(place: Status['place'], { status }: PublishState): TemplateResult {
  const words = status.place === place ? status.words : '';
  return html`<p id="${place}-status" class="status" role="status">${words}</p>`;
}

/** The button goes away with what it takes back. */
function takeBack(undo: () => void): void {
  undo();
  document.querySelector<HTMLElement>('#reset')?.focus();
}

/** Arrow keys, as tabs have them. */
function moved({ snippets, chosen, choose }: PublishState) {
  return (event: KeyboardEvent) => {
    const last = snippets.length - 1;
    const now = snippets.indexOf(chosen);
    const to = {
      ArrowRight: now === last ? 0 : now + 1,
      ArrowLeft: now === 0 ? last : now - 1,
      Home: 0,
      End: last,
    }[event.key];
    const snippet = to === undefined ? undefined : snippets[to];
    if (!snippet) return;
    event.preventDefault();
    choose(snippet.id);
    document.querySelector<HTMLElement>(`#tab-${snippet.id}`)?.focus();
  };
}
