/** Only some browsers have this: https://wicg.github.io/savedata/ */
interface Connection {
  readonly saveData?: boolean;
}

/** Whether the visitor asks for little traffic. */
export function savesData(): boolean | undefined {
  return (navigator as Navigator & { readonly connection?: Connection }).connection?.saveData;
}
