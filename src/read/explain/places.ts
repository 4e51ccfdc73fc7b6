interface Schema {
  $ref?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  definitions?: Record<string, Schema>;
}

/** Each known key → the keys under which it may be; '' is the left margin. */
export type KeyPlaces = ReadonlyMap<string, readonly string[]>;

export function findKeyPlaces(schema: unknown): KeyPlaces {
  const places = new Map<string, string[]>();
  collect(schema as Schema, '', { root: schema as Schema, places, followed: new Set() });
  return places;
}

interface Search {
  root: Schema;
  places: Map<string, string[]>;
  /** The references that were followed, with the key above each: a definition may hold itself. */
  followed: Set<string>;
}

function collect(schema: Schema, parent: string, search: Search): void {
  const { $ref, items, properties } = schema;
  const { root, places, followed } = search;
  const target = $ref?.startsWith('#/definitions/') ? root.definitions?.[$ref.slice(14)] : undefined;
  if (target !== undefined && !followed.has(`${$ref} ${parent}`)) {
    followed.add(`${$ref} ${parent}`);
    collect(target, parent, search);
  }
  if (items !== undefined) collect(items, parent, search);
  for (const [key, value] of Object.entries(properties ?? {})) {
    const parents = places.get(key) ?? [];
    if (!parents.includes(parent)) parents.push(parent);
    places.set(key, parents);
    collect(value, key, search);
  }
}
