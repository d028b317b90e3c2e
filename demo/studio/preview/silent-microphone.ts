// While a state is only shown, the page has a silent microphone and plays nothing aloud.

let isSilent = false;

export function setSilent(wanted: boolean): void {
  isSilent = wanted;
}

/** Called once, before the element looks for a microphone. */
export function lendSilentMicrophone(): void {
  const { mediaDevices } = navigator;
  // A page without HTTPS has none; the element says so itself.
  if (!('getUserMedia' in mediaDevices)) return;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = (constraints) =>
    isSilent ? Promise.resolve(silence()) : ask(constraints);
  const { prototype } = HTMLMediaElement;
  const play = Object.getOwnPropertyDescriptor(prototype, 'play')?.value as () => Promise<void>;
  prototype.play = function (this: HTMLMediaElement) {
    // A browser lets a page play what cannot be heard, without a press.
    if (isSilent) this.muted = true;
    return play.call(this);
  };
}

function silence(): MediaStream {
  const context = new AudioContext();
  const destination = context.createMediaStreamDestination();
  // Without a source no packets would leave, and the element would say that nobody is heard.
  const source = new ConstantSourceNode(context, { offset: 0 });
  source.connect(destination);
  source.start();
  return destination.stream;
}
