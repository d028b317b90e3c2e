// Measures the element's colours as the browser computes them, with defaults, in light and in dark.

import { tokens } from '../../../src/element/tokens.styles.ts';
import { panelTokens } from '../../../src/panel/panel-tokens.styles.ts';
import {
  type ColourPair,
  contrastOf,
  flatten,
  hexOf,
  mixedPapers,
  pairs,
  type Rgba,
} from './contrast.ts';
import type { WidgetSettings } from '../fields/widget-settings.ts';

export const schemes = ['light', 'dark'] as const;
export type Scheme = (typeof schemes)[number];

/** Where the element names its colours. */
export const colourStyles = `${tokens}\n${panelTokens}`;

export interface Measured extends ColourPair {
  readonly scheme: Scheme;
  readonly ratio: number;
  readonly inkColour: string;
  readonly paperColour: string;
}

/** Measures on an element that has the widget's colour names and nothing else of it. */
export class ContrastMeter {
  readonly #host: HTMLElement;
  readonly #probe = document.createElement('span');
  #schemes: readonly Scheme[] = schemes;
  readonly #canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

  constructor(host: HTMLElement) {
    this.#host = host;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(colourStyles + mixedPapers);
    this.#probe.className = 'widget';
    const root = host.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [sheet];
    root.append(this.#probe);
  }

  /** Measures in the colour schemes that the theme allows. */
  measure({ attributes, properties }: WidgetSettings): Measured[] {
    this.#host.removeAttribute('style');
    for (const [name, value] of properties) this.#host.style.setProperty(name, value);
    const theme = attributes.find(({ name }) => name === 'theme')?.value;
    this.#schemes = schemes.filter((scheme) => theme === undefined || theme === scheme);
    return this.#schemes.flatMap((scheme) => pairs.map((pair) => this.#measurePair(pair, scheme)));
  }

  /** Whether all of them could be read with another value of a custom property, in this scheme. */
  wouldBeRead(
    property: string,
    value: string,
    measured: readonly ColourPair[],
    scheme: Scheme,
  ): boolean {
    const { style } = this.#host;
    const before = style.getPropertyValue(property);
    style.setProperty(property, value);
    const areRead = measured.every((pair) => {
      const { ratio, needs } = this.#measurePair(pair, scheme);
      return ratio >= needs;
    });
    style.setProperty(property, before);
    return areRead;
  }

  /** The colour that a custom property has come to in the last measure. */
  bytesOf(property: string, scheme: Scheme): Rgba {
    this.#probe.style.colorScheme = scheme;
    const colours = [`var(${property.replace('telnyx-ai-call-', '')})`, 'Canvas'];
    const [own, canvas] = colours.map((each) => this.#bytesOf(this.#resolve(each))) as [Rgba, Rgba];
    return flatten(own, canvas);
  }

  /** The same in the light, as `#rrggbb`. */
  colourOf(property: string): string {
    return hexOf(this.bytesOf(property, 'light'));
  }

  #measurePair(pair: ColourPair, scheme: Scheme): Measured {
    this.#probe.style.colorScheme = scheme;
    const inkColour = this.#resolve(`var(${pair.ink})`);
    const paperColour = this.#resolve(`var(${pair.paper})`);
    const [ink, paper, canvas] = [inkColour, paperColour, this.#resolve('Canvas')].map((colour) =>
      this.#bytesOf(colour),
    ) as [Rgba, Rgba, Rgba];
    return { ...pair, scheme, inkColour, paperColour, ratio: contrastOf(ink, paper, canvas) };
  }

  #resolve(colour: string): string {
    this.#probe.style.color = colour;
    return getComputedStyle(this.#probe).color;
  }

  /** Reads a colour by painting it, so that it works for every notation of the browser. */
  #bytesOf(colour: string): Rgba {
    if (!this.#canvas) throw new Error('This browser cannot paint.');
    this.#canvas.clearRect(0, 0, 1, 1);
    this.#canvas.fillStyle = colour;
    this.#canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0, alpha = 0] = this.#canvas.getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha];
  }
}
