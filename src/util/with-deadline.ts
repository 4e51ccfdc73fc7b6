/**
 * What `work` gives, or what `toError` makes when `milliseconds` pass first. The timer keeps the program alive: while it
 * waits only for somebody who is gone, Node would end it without a word.
 */
export async function withDeadline<T>(
  work: Promise<T>,
  milliseconds: number,
  toError: () => Error,
): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(toError()), milliseconds);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
