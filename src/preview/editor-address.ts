/** Opens a file in VS Code. */
export const VS_CODE = 'vscode://file/{file}:{line}:{column}';

/**
 * The address of a file in an editor, `{line}` and `{column}` still to be filled. `path`: absolute; a drive's colon stays as it
 * is, everything else that an address cannot hold is encoded.
 */
export function fillFile(template: string, path: string): string {
  const encoded = path
    .split(/^[a-z]:\\/i.test(path) ? /[\\/]/ : '/')
    .map((part, index) => (index === 0 && /^[a-z]:$/i.test(part) ? part : encodeURIComponent(part)))
    .join('/');
  // `vscode://file/` before a path that begins with a slash itself.
  return template.replace('/{file}', `/${encoded.replace(/^\//, '')}`).replace('{file}', encoded);
}
