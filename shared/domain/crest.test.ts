import { expect, test } from 'vitest'
import { readImageHead } from './crest.ts'

const png = Uint8Array.from(Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAFAAAABQCAYAAACOEfKt', 'base64'))
/** An application segment, then a progressive frame of 70 × 90. */
const jpeg = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc2, 0, 11, 8, 0, 90, 0, 70, 3, 0, 0)

test('an image is what its bytes say, with its size (screens.md 5.5)', () => {
  expect(readImageHead(png)).toEqual({ mediaType: 'image/png', width: 80, height: 80 })
  expect(readImageHead(jpeg)).toEqual({ mediaType: 'image/jpeg', width: 70, height: 90 })
})

test.each([
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000')],
  ['nothing', Buffer.alloc(0)],
  ['a JPEG that ends before its frame', jpeg.subarray(0, 9)],
  ['a PNG that ends before its size', png.subarray(0, 20)],
  ['a JPEG whose segments run into rubbish', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)],
])('%s is none', (_name, bytes) => {
  expect(readImageHead(bytes)).toBeNull()
})
