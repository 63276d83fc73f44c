import { expect, test, vi } from 'vitest'

vi.mock('../../api.ts', () => ({ api: () => undefined }))
const { printable, spacedHex } = await import('./use-frames.ts')

test('a frame is shown byte by byte, and by its signs (screens.md 5.1)', () => {
  expect(spacedHex('0230310D')).toBe('02 30 31 0D')
  expect(printable('0230310D7F20')).toBe('·01·· ')
  expect([spacedHex(''), printable('')]).toEqual(['', ''])
})
