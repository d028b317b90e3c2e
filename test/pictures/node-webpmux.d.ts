declare module 'node-webpmux' {
  interface Frame {
    readonly img: unknown;
  }
  interface Animation {
    readonly width: number;
    readonly height: number;
    readonly frames: readonly Frame[];
    /** How often it is played; 0 is for ever. */
    readonly loops: number;
  }
  const webp: {
    readonly Image: {
      generateFrame(frame: { buffer: Buffer; delay: number }): Promise<Frame>;
      save(path: string, animation: Animation): Promise<void>;
    };
  };
  export default webp;
}
