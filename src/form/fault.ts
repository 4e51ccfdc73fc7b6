export interface FormFault {
  path: readonly (string | number)[];
  wording: string;
  args: Record<string, string>;
}
