// What a test in the page can ask of the browser around it: one name and one payload each.

export type Permission = 'granted' | 'denied' | 'prompt';

export interface Media {
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce';
  readonly contrast?: 'more';
  readonly forcedColors?: 'active';
}

/** What the edges of the screen take, in CSS pixels: a notch, a bar to swipe. */
export interface SafeArea {
  readonly top?: number;
  readonly right?: number;
  readonly bottom?: number;
  readonly left?: number;
}

export interface CommandPayloads {
  'microphone-permission': Permission;
  offline: boolean;
  media: Media;
  'safe-area': SafeArea;
  screenshot: string;
}
