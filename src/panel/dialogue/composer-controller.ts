// Keeps what the visitor is about to send: words and images.

import { CallError } from '../../core/call/call-error.ts';
import { fill } from '../../i18n/fill.ts';
import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';
import { inTime, loadOnce } from '../../platform/load-once.ts';
import type { DialogueActs, PanelHost } from '../panel-ports.ts';
import type { ComposerContext } from './composer.ts';

const loadImageReader = loadOnce(() => import('../../platform/read-image.ts'));

/** Larger files are not even opened, in megabytes. */
const imageLimitMb = 10;
const imageQuality = 0.85;
/** Each takes megabytes while it waits to be sent. */
const mostImages = 10;

/** `unexpected`: what reads images could not be loaded. */
type Problem = 'imageTooLarge' | 'imageUnreadable' | 'imagesTooMany' | 'unexpected';

export class ComposerController {
  readonly #host: PanelHost;
  readonly #acts: DialogueActs;
  #draft = '';
  #images: readonly HTMLCanvasElement[] = [];
  /** How many are on their way. */
  #reading = 0;
  #problem: Problem | null = null;

  constructor(host: PanelHost, acts: DialogueActs) {
    this.#host = host;
    this.#acts = acts;
  }

  /** @param stop ends the answer to what was typed without a call. */
  context(strings: DialogueTexts, stop: () => void): ComposerContext {
    const most = this.#problem === 'imagesTooMany' ? mostImages : imageLimitMb;
    const limit = most.toLocaleString(strings.language);
    const texts = { ...strings, ...strings.errors };
    const problem = this.#problem && fill(texts[this.#problem], { limit });
    return {
      draft: this.#draft,
      images: this.#images,
      problem,
      strings,
      type: (text) => this.#type(text),
      send: () => this.#send(),
      stop,
      addImages: (files) => this.#addImages(files),
      removeImage: (image) => this.#setImages(this.#images.filter((each) => each !== image)),
    };
  }

  #type(text: string): void {
    this.#draft = text;
    // What the box shows is known to be what was typed: only so can it be emptied.
    this.#host.requestUpdate();
  }

  #send(): void {
    const text = this.#draft.trim();
    if (text === '' && this.#images.length === 0) return;
    const images = this.#images.map((image) => image.toDataURL('image/jpeg', imageQuality));
    this.#draft = '';
    this.#problem = null;
    this.#setImages([]);
    // What cannot be sent says so in the transcript, where it can be sent again.
    this.#acts.send(text, images).catch(() => undefined);
  }

  /** @returns whether there are images among the files. */
  #addImages(files: FileList | null | undefined): boolean {
    const given = [...(files ?? [])];
    const images = given.filter(({ type }) => type.startsWith('image/'));
    for (const image of images) void this.#addImage(image);
    if (images.length < given.length) this.#complain('imageUnreadable');
    return images.length > 0;
  }

  async #addImage(file: File): Promise<void> {
    if (file.size > imageLimitMb * 1_000_000) return this.#complain('imageTooLarge');
    this.#problem = null;
    if (this.#images.length + this.#reading >= mostImages) return this.#complain('imagesTooMany');
    this.#reading += 1;
    try {
      const { readImage } = await inTime(loadImageReader());
      const image = await readImage(file);
      image.role = 'img';
      image.ariaLabel = file.name;
      this.#setImages([...this.#images, image]);
    } catch (thrown) {
      this.#complain(thrown instanceof CallError ? 'unexpected' : 'imageUnreadable');
    } finally {
      this.#reading -= 1;
    }
  }

  #complain(problem: Problem): void {
    this.#problem = problem;
    this.#host.requestUpdate();
  }

  #setImages(images: readonly HTMLCanvasElement[]): void {
    this.#images = images;
    this.#host.requestUpdate();
  }
}
