/** Dots of the picture for each of its units, so that it is sharp in print. */
const DENSITY = 2;

/**
 * Draws a picture as PNG. The browser reads the SVG as an image at an address that lives as long as this takes: `blob:` is what the
 * content-security policy allows images besides the server's own, as only scripts of the page can make such an address. (Bitmaps are not
 * made of SVG, `createImageBitmap` refuses it.)
 */
export async function toPng(svg: SVGSVGElement): Promise<Blob> {
  const text = new XMLSerializer().serializeToString(svg);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = svg.viewBox.baseVal.width * DENSITY;
    canvas.height = svg.viewBox.baseVal.height * DENSITY;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((png) =>
        png === null ? reject(new Error('The picture is too large to be drawn.')) : resolve(png),
      );
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}
