import { expect, test } from 'vitest'
import { chooseDevice, mayFetchForPaper, paperAddress, printFailure } from './print-plan.ts'

const devices = [
  { name: 'HP_LaserJet_4', displayName: 'HP LaserJet (ship’s office)' },
  { name: 'PDF', displayName: '' },
]

test('a printer is chosen by the name that people know, or by its own', () => {
  expect(chooseDevice(devices, 'HP LaserJet (ship’s office)')).toBe('HP_LaserJet_4')
  expect(chooseDevice(devices, 'PDF')).toBe('PDF')
})

test('where none was chosen, or the chosen one is gone, the PC’s own printer takes it: paper from another is better than none', () => {
  expect(chooseDevice(devices, null)).toBeUndefined()
  expect(chooseDevice(devices, 'Old printer')).toBeUndefined()
})

test('a page for the printer keeps its accents, and may fetch nothing', () => {
  const address = paperAddress('<p>Bélanger–Œuvray</p>')
  expect(Buffer.from(address.split(',')[1] ?? '', 'base64').toString('utf8')).toBe('<p>Bélanger–Œuvray</p>')
  expect(mayFetchForPaper(address)).toBe(true)
  for (const other of ['https://example.org/a.png', 'http://127.0.0.1/', 'file:///etc/passwd', 'app://sentinel/index.html', 'ws://localhost']) expect(mayFetchForPaper(other)).toBe(false)
})

test('a failure is said in plain words, and what is not known in the printer’s own', () => {
  expect(printFailure('No printers available on the network', 'en')).toBe('This PC has no printer.')
  expect(printFailure('Print job canceled', 'fr')).toBe('L’impression a été annulée.')
  expect(printFailure('toner door open', 'en')).toContain('toner door open')
})
