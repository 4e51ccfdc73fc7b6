/**
 * A pure stage that remembers what it made of an object for as long as the object lives. Inputs are never remembered: a
 * source that was read again and says the same is the same object (see `keepUnchanged`), and one that changed is another.
 */
export function memoize<K extends object, V>(stage: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { value: V }>();
  return (key) => {
    const known = made.get(key);
    if (known) return known.value;
    const value = stage(key);
    made.set(key, { value });
    return value;
  };
}

/** In the place of `memoize` where nothing is asked for again: what a stage made is let go with what was made of it. */
export function unmemoized<K extends object, V>(stage: (key: K) => V): (key: K) => V {
  return stage;
}

/** A pure stage that remembers what it made of a text, until it is given another one. */
export function memoizeLast<V>(stage: (text: string) => V): (text: string) => V {
  let last: { text: string; value: V } | undefined;
  return (text) => {
    if (last?.text !== text) last = { text, value: stage(text) };
    return last.value;
  };
}

/** What takes long is made when it is first asked for. */
export function lazy<V>(make: () => V): () => V {
  let made: { value: V } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
