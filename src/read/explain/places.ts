/** What of a JSON Schema this file looks at. */
interface Schema {
  $ref?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  definitions?: Record<string, Schema>;
}

/** Each known key → the keys under which it may stand; '' is the left margin. */
export type KeyPlaces = ReadonlyMap<string, readonly string[]>;

/** Where a schema has each of its keys. */
export function findKeyPlaces(schema: unknown): KeyPlaces {
  const places = new Map<string, string[]>();
  collect(schema as Schema, '', schema as Schema, places);
  return places;
}

function collect(schema: Schema, parent: string, root: Schema, places: Map<string, string[]>): void {
  const { $ref, items, properties } = schema;
  const target = $ref?.startsWith('#/definitions/') ? root.definitions?.[$ref.slice(14)] : undefined;
  if (target !== undefined) collect(target, parent, root, places);
  if (items !== undefined) collect(items, parent, root, places);
  for (const [key, value] of Object.entries(properties ?? {})) {
    const parents = places.get(key) ?? [];
    if (!parents.includes(parent)) parents.push(parent);
    places.set(key, parents);
    collect(value, key, root, places);
  }
}
