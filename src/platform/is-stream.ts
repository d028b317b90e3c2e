/** By what it can do: the page may have put another constructor in the place of the browser's. */
export function isStream(source: MediaProvider | null): source is MediaStream {
  return source !== null && 'getAudioTracks' in source;
}
