/** Computes again only when an argument is another one than the last time. */
export function memoizeLast<Args extends readonly unknown[], Result>(
  compute: (...args: Args) => Result,
): (...args: Args) => Result {
  let last: { readonly args: Args; readonly result: Result } | null = null;
  return (...args) => {
    const isSame = last?.args.every((arg, index) => Object.is(arg, args[index]));
    if (!last || !isSame) last = { args, result: compute(...args) };
    return last.result;
  };
}
