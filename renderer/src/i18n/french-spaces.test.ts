import { expect, test, vi } from 'vitest'
import { frenchSpaces } from './french-spaces.ts'

vi.mock('react-i18next', () => ({ initReactI18next: { type: '3rdParty', init: () => {} } }))
const { i18n } = await import('./index.ts')

test('spaces before double punctuation and inside quotation marks are narrow and do not break', () => {
  expect(frenchSpaces('Écrivez ainsi : « 2026-11-23 » ; compris ? Oui !')).toBe('Écrivez ainsi\u202f: «\u202f2026-11-23\u202f»\u202f; compris\u202f? Oui\u202f!')
  expect(frenchSpaces('18:36 · http://127.0.0.1')).toBe('18:36 · http://127.0.0.1')
})

test('every French text of the windows, the shared ones too, is set so', () => {
  const texts = (value: unknown): string[] => (typeof value === 'string' ? [value] : value === null || typeof value !== 'object' ? [] : Object.values(value).flatMap(texts))
  const all = texts(i18n.getDataByLanguage('fr'))
  expect(all.length).toBeGreaterThan(200)
  expect(all.filter((text) => /[ \u00a0][:;?!»]|«[ \u00a0]/.test(text))).toEqual([])
  // Nobody forgot the space altogether.
  expect(all.filter((text) => /[\p{L}}][;?!»]|[\p{L}}]:(?!\/)|«\S/u.test(text.replaceAll('\u202f', ' ')))).toEqual([])
})
