// What a test in the page can ask of the browser around it: one name and one payload each.

export type Permission = 'granted' | 'denied' | 'prompt';

export interface Media {
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce';
  readonly contrast?: 'more';
  readonly forcedColors?: 'active';
}

export interface CommandPayloads {
  'microphone-permission': Permission;
  offline: boolean;
  media: Media;
  screenshot: string;
}
