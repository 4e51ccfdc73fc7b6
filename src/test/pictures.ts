import { createCanvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy } from 'pdfjs-dist';

/** The pixels of a PDF's pages, four bytes each, as pdf.js draws them. */
export async function takePictures(pdf: PDFDocumentProxy): Promise<Uint8ClampedArray[]> {
  const pictures: Uint8ClampedArray[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale: 1.5 });
    const canvas = createCanvas(viewport.width, viewport.height);
    const context = canvas.getContext('2d');
    const canvasContext = context as unknown as CanvasRenderingContext2D;
    await page.render({ canvas: null, canvasContext, viewport }).promise;
    pictures.push(context.getImageData(0, 0, canvas.width, canvas.height).data);
  }
  return pictures;
}

/** How many bytes of each page differ by more than the edge of a glyph does that is moved by a thousandth of a pixel. */
export function differences(
  pictures: readonly Uint8ClampedArray[],
  others: readonly Uint8ClampedArray[],
): number[] {
  if (pictures.length !== others.length) throw new Error(`${pictures.length} pages and ${others.length}`);
  return pictures.map((picture, page) => {
    const other = others[page] ?? [];
    return picture.filter((value, at) => Math.abs(value - (other[at] ?? 0)) > 8).length;
  });
}
