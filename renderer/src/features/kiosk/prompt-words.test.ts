import { expect, test } from 'vitest'
import { promptSentence } from './prompt-words.ts'

const me = { id: 'me', displayName: 'PO2 Me, M' }
const other = { id: 'other', displayName: 'PO2 Other, O' }
const of = (over: Partial<Parameters<typeof promptSentence>[0]>) => promptSentence({ variant: 'blocked', needsBuildingOpen: true, needsDds: true, expectedDds: null, person: me, ...over })

test('the expected DDS is told what accepting brings with it (domain.md 4.12.5)', () => {
  expect(of({ variant: 'expected_dds', expectedDds: me })).toEqual({ key: 'expectedOpen', name: '' })
  expect(of({ variant: 'expected_dds', expectedDds: me, needsBuildingOpen: false })).toEqual({ key: 'expected', name: '' })
})

test('whoever may stand in is told for whom; where nobody is on the roster no name is made up', () => {
  expect(of({ variant: 'replacement_candidate', expectedDds: other })).toEqual({ key: 'instead', name: 'PO2 Other, O' })
  expect(of({ variant: 'building_open_dds_pending', needsBuildingOpen: false })).toEqual({ key: 'mayAccept', name: '' })
})

test('who may do nothing learns who is needed: somebody to open, or a DDS (P0-2 step 4)', () => {
  expect(of({})).toEqual({ key: 'needOpener', name: '' })
  expect(of({ needsDds: false })).toEqual({ key: 'needOpener', name: '' })
  expect(of({ needsBuildingOpen: false, expectedDds: other })).toEqual({ key: 'needDds', name: 'PO2 Other, O' })
  expect(of({ variant: 'opener_only' }).key).toBe('mayOpen')
})
