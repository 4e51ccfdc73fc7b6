/** What a form says that cannot be: where, as a path of keys and indexes, and a wording of the catalogue. */
export interface FormFault {
  path: readonly (string | number)[];
  wording: string;
  args: Record<string, string>;
}
