/** For so long, in milliseconds, somebody waits for what is alike: an index that is slower has nothing to say. */
const WAITS_MS = 700;

/** What the index answers; `otherwise` where it is slow or has failed. That it has been lost its own thread tells operators of. */
export async function unlessSlow<T>(asked: Promise<T>, otherwise: T): Promise<T> {
  let waiting: NodeJS.Timeout | undefined;
  const enough = new Promise<T>((resolve) => {
    waiting = setTimeout(() => resolve(otherwise), WAITS_MS);
  });
  try {
    return await Promise.race([asked.catch(() => otherwise), enough]);
  } finally {
    clearTimeout(waiting);
  }
}
