/** What the image of a unit’s crest may be (screens.md 5.5): told by its bytes, whatever its file is called. */

export const crestTypes = ['image/png', 'image/jpeg'] as const
export type CrestType = (typeof crestTypes)[number]

export const maxCrestBytes = 512 * 1024
/** Of each side in pixels: enough for five centimetres on paper, and no more than is drawn anew on every page at once. */
export const crestSides = { min: 64, max: 1500 } as const

export interface ImageHead {
  readonly mediaType: CrestType
  readonly width: number
  readonly height: number
}

const pngSignature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean => signature.every((byte, index) => bytes[index] === byte)

/** What the bytes say they are; null where they are neither PNG nor JPEG. Nothing is decoded. */
export function readImageHead(bytes: Uint8Array): ImageHead | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, pngSignature) && bytes.length >= 24) return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) }
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return readJpegHead(view)
  return null
}

/** A frame begins with one of SOF0 to SOF15, among which three markers are something else. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

function readJpegHead(view: DataView): ImageHead | null {
  for (let at = 2; at + 9 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (isFrame(marker)) return { mediaType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}
