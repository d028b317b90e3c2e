// How somebody uses the studio who has keys only, or a finger only. What cannot be reached so is an error.

import type { KeyInput, Page } from 'puppeteer-core';

const mostTabs = 300;

export interface Hand {
  /** Presses a button, a switch, or a choice in a row. */
  press(selector: string): Promise<void>;
  /** Puts the text into a field. */
  write(selector: string, text: string): Promise<void>;
}

export class Keys implements Hand {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(selector: string): Promise<void> {
    const kind = await this.#page.$eval(selector, (control) => control.getAttribute('type'));
    if (kind === 'radio') return this.#choose(selector);
    await this.#reach(selector);
    await this.#page.keyboard.press(kind === 'checkbox' ? 'Space' : 'Enter');
  }

  async write(selector: string, text: string): Promise<void> {
    await this.#reach(selector);
    await this.#page.keyboard.down('Control');
    await this.#page.keyboard.press('a');
    await this.#page.keyboard.up('Control');
    await this.#page.keyboard.type(text);
  }

  /** A row of choices is one stop; arrows move within it. */
  async #choose(selector: string): Promise<void> {
    const [name, count] = await this.#page.$eval(selector, (control) => {
      const own = control.getAttribute('name') ?? '';
      return [own, document.querySelectorAll(`[name="${own}"]`).length] as const;
    });
    await this.#reach(`[name="${name}"]`);
    const isChosen = () => this.#page.$eval(selector, (radio) => radio.matches(':checked'));
    for (let presses = 0; presses < count && !(await isChosen()); presses += 1) {
      await this.#page.keyboard.press('ArrowRight' satisfies KeyInput);
    }
  }

  async #reach(selector: string): Promise<void> {
    for (let tabs = 0; tabs < mostTabs; tabs += 1) {
      const has = await this.#page.evaluate(
        (wanted) => document.activeElement?.matches(wanted) ?? false,
        selector,
      );
      if (has) return assertSeen(this.#page, selector, 'has the focus');
      await this.#page.keyboard.press('Tab');
    }
    throw new Error(`${selector} is not reached by the Tab key.`);
  }
}

export class Finger implements Hand {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async press(selector: string): Promise<void> {
    const control = await this.#page.waitForSelector(selector);
    // What a finger presses is the words beside an input.
    await control?.evaluate((element) => {
      const place = element.closest('label') ?? element;
      place.scrollIntoView({ block: 'center', inline: 'center', behavior: 'instant' });
    });
    await assertSeen(this.#page, selector, 'is to be touched');
    const box = await control?.boundingBox();
    if (!box) throw new Error(`${selector} has no place.`);
    await this.#page.touchscreen.tap(box.x + box.width / 2, box.y + box.height / 2);
  }

  async write(selector: string, text: string): Promise<void> {
    await this.press(selector);
    await this.#page.$eval(selector, (field) => {
      if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.select();
    });
    await this.#page.keyboard.type(text);
  }
}

/** Nothing covers it, and it is in the window. */
async function assertSeen(page: Page, selector: string, why: string): Promise<void> {
  const covering = await page.evaluate((wanted) => {
    const control =
      document.activeElement?.matches(wanted) === true
        ? document.activeElement
        : document.querySelector(wanted);
    if (!control) return 'nothing: it is not there';
    const { left, top, width, height } = control.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    const own = control.closest('label') ?? control;
    if (there && (own.contains(there) || there.contains(own))) return null;
    return there ? `<${there.localName} id="${there.id}" class="${there.className}">` : 'the edge';
  }, selector);
  if (covering !== null) throw new Error(`${selector} ${why}, and lies behind ${covering}.`);
}
