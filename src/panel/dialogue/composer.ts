// Where the visitor types: Enter sends, Shift+Enter breaks the line, an input method's Enter does
// neither. Images are pasted, dropped or picked.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';
import { imageIcon, sendIcon, stopIcon } from './dialogue-icons.ts';
import { closeIcon } from '../panel-icons.ts';
import type { ComposerState } from '../panel-view.ts';
import { isOfInputMethod } from '../is-of-input-method.ts';

export interface ComposerContext {
  readonly draft: string;
  readonly images: readonly HTMLCanvasElement[];
  /** What is wrong with an image, in words. */
  readonly problem: string | null;
  readonly strings: DialogueTexts;
  readonly type: (text: string) => void;
  readonly send: () => void;
  /** Ends the answer to what was typed without a call. */
  readonly stop: () => void;
  readonly addImages: (files: FileList | null | undefined) => boolean;
  readonly removeImage: (image: HTMLCanvasElement) => void;
}

export function renderComposer(
  { waitingFor, typing }: ComposerState,
  context: ComposerContext,
): TemplateResult {
  const { draft, images, problem, strings, type, send } = context;
  const waiting = waitingFor !== null;
  const addImages: ComposerContext['addImages'] = (files) => !typing && context.addImages(files);
  const submit = (event: Event) => {
    event.preventDefault();
    if (!waiting && !typing?.isAnswering) send();
  };
  const keyPressed = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !isOfInputMethod(event)) submit(event);
  };
  const takeFiles = (event: Event, files: FileList | null | undefined) => {
    if (addImages(files)) event.preventDefault();
  };
  const dropped = (event: DragEvent) => {
    const files = event.dataTransfer?.files;
    addImages(files);
    // Left alone, the browser would open a file in place of the page, and end the call.
    if (files && files.length > 0) event.preventDefault();
  };
  // Office programs paste a picture of the text beside it: the text is what is meant.
  const pasted = (event: ClipboardEvent) => {
    const { clipboardData } = event;
    if (!clipboardData?.types.includes('text/plain')) takeFiles(event, clipboardData?.files);
  };
  return html`
    <form
      class="composer"
      part="composer"
      @submit=${submit}
      @paste=${pasted}
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${dropped}
    >
      ${images.map((image) => attachedImage(image, context))}
      ${problem === null ? nothing : html`<p class="complaint" role="alert" .textContent=${problem}></p>`}
      ${
        waiting
          ? html`<p
              class="reason"
              id="reason"
              .textContent=${waitingFor || strings.waitToSend}
            ></p>`
          : nothing
      }
      <div class="line">
        ${typing ? nothing : picker(waiting, strings, addImages)}
        <textarea
          rows="1"
          enterkeyhint="send"
          aria-label=${strings.message}
          placeholder=${strings.message}
          aria-describedby=${waiting ? 'reason' : nothing}
          .value=${draft}
          ?readonly=${waiting}
          @input=${({ target }: Event) => type((target as HTMLTextAreaElement).value)}
          @keydown=${keyPressed}
        ></textarea>
        ${typing?.isAnswering ? stopButton(context) : sendButton(waiting, strings)}
      </div>
    </form>
  `;
}

function picker(
  waiting: boolean,
  strings: DialogueTexts,
  addImages: ComposerContext['addImages'],
): TemplateResult {
  return html`<label class="pick" title=${strings.addImage}>
    <input
      type="file"
      accept="image/*"
      aria-label=${strings.addImage}
      ?disabled=${waiting}
      @change=${({ target }: Event) => pickedFrom(target as HTMLInputElement, addImages)}
    />
    ${imageIcon}
  </label>`;
}

function sendButton(waiting: boolean, strings: DialogueTexts): TemplateResult {
  return html`<button class="button round accent" aria-label=${strings.send} ?disabled=${waiting}>
    ${sendIcon}
  </button>`;
}

function stopButton({ stop, strings }: ComposerContext): TemplateResult {
  return html`<button
    type="button"
    class="button round"
    aria-label=${strings.stopAnswer}
    @click=${stop}
  >
    ${stopIcon}
  </button>`;
}

/** A canvas is shown as it is: an image element would need the page's leave to load a `data:` address. */
function attachedImage(image: HTMLCanvasElement, { strings, removeImage }: ComposerContext) {
  return html`<span class="attached">
    ${image}
    <button
      type="button"
      class="quiet"
      aria-label=${strings.removeImage}
      @click=${() => removeImage(image)}
    >
      ${closeIcon}
    </button>
  </span>`;
}

function pickedFrom(input: HTMLInputElement, addImages: ComposerContext['addImages']): void {
  addImages(input.files);
  // The same file can be picked again.
  input.value = '';
}
