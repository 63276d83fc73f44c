import { describe, expect, test } from 'vitest'
import { chipColors, listNames, toCode } from '../../../../../shared/domain/definitions.ts'
import { colorOf, hueOf, hues } from '../../../ui/definition-chip.tsx'
import { draftOf, suggestCode, toChangedItem, toNewItem } from './draft.ts'

describe('a code is suggested from the name (domain.md 4.21)', () => {
  test.each([
    ['visitTypes', 'Journée des familles', 'journee_des_familles'],
    ['messes', 'C&POs', 'c_pos'],
    ['qualificationTypes', 'Vault key', 'VAULT_KEY'],
    ['divisions', 'Engineering and hull', 'ENGINEERIN'],
    ['trades', '№', 'no'],
  ] as const)('%s: “%s” gives %s', (list, name, code) => {
    expect(toCode(list, suggestCode(list, name))).toBe(code)
  })

  test('a name without a letter gives none, and is asked for', () => {
    expect(listNames.map((list) => toCode(list, suggestCode(list, ' – ')))).toEqual(listNames.map(() => null))
  })
})

test('each list is sent its own fields and nothing of the others', () => {
  const draft = { ...draftOf(null), name: 'New', description: ' ', isUsable: true, tagId: 'x' }
  expect(toNewItem('badgeStatuses', draft)).toEqual({ list: 'badgeStatuses', name: 'New', nameFr: null, description: null, chipVariant: 'soft', chipColor: 'neutral', isUsable: true, code: 'new' })
  expect(toNewItem('tags', draft)).not.toHaveProperty('code')
  expect(toNewItem('divisions', { ...draft, code: 'N' })).toEqual({ list: 'divisions', name: 'New', description: null, code: 'N' })
  expect(toChangedItem('messes', { ...draft, nameFr: 'Neuf' }, 'k')).toEqual({ list: 'messes', name: 'New', nameFr: 'Neuf', description: null, key: 'k' })
})

test('every stored colour has a hue, and every hue a colour that is stored for it (domain.md 3.3)', () => {
  expect(chipColors.filter((color) => !hues.includes(hueOf(color)))).toEqual([])
  expect(hues.map((hue) => hueOf(colorOf(hue)))).toEqual(hues)
})
