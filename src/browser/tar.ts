const blockBytes = 512;

export interface TarFile {
  /** Relative, with forward slashes, never leading out of the folder it is unpacked into. */
  path: string;
  bytes: Buffer;
}

/**
 * The regular files of a plain ustar archive; folders, links and extensions are left out, because nothing that we unpack
 * needs them. Throws on a cut-off archive and on a path that leads out of its folder.
 */
export function readTar(archive: Buffer): TarFile[] {
  const files: TarFile[] = [];
  for (let at = 0; at + blockBytes <= archive.length; ) {
    const header = archive.subarray(at, at + blockBytes);
    if (header[0] === 0) break;
    const size = Number.parseInt(readText(header, 124, 12), 8);
    const start = at + blockBytes;
    if (!Number.isSafeInteger(size) || start + size > archive.length) throw new Error('truncated tar');
    const type = readText(header, 156, 1);
    if (type === '0' || type === '') {
      const prefix = readText(header, 345, 155);
      const path = `${prefix ? `${prefix}/` : ''}${readText(header, 0, 100)}`;
      if (path.startsWith('/') || path.includes('\\') || path.split('/').includes('..')) {
        throw new Error(`unsafe path in tar: ${path}`);
      }
      files.push({ path, bytes: archive.subarray(start, start + size) });
    }
    at = start + Math.ceil(size / blockBytes) * blockBytes;
  }
  return files;
}

/** A field ends at its first NUL. */
function readText(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end).trim();
}
