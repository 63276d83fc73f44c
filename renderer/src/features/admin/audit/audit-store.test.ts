import { parse } from 'valibot'
import { beforeEach, expect, test } from 'vitest'
import { audit } from '../../../../../shared/contract/audit.ts'
import { isFiltered, noFilters, setFilters, toInput, useAuditView } from './audit-store.ts'

beforeEach(() => useAuditView.setState({ filters: noFilters, opened: null }))
const filters = () => useAuditView.getState().filters

test('what is chosen is asked for, and what is not narrows nothing', () => {
  expect(parse(audit.list.input, toInput(filters()))).toEqual(parse(audit.list.input, {}))
  setFilters({ area: 'badges', action: 'badge_assign', actor: 'boss', from: '2026-11-01', about: { entityType: 'member', entityId: 'm', name: 'S1 Roy, A' }, by: { id: 'a', name: 'PO1 Boss, A' } })
  expect(parse(audit.list.input, toInput(filters()))).toMatchObject({ areas: ['badges'], actions: ['badge_assign'], actor: 'boss', actorId: 'a', entityType: 'member', entityId: 'm', from: '2026-11-01', to: null })
})

test('an act goes with its area: in another one it would leave nothing to see', () => {
  setFilters({ area: 'badges', action: 'badge_assign' })
  setFilters({ area: 'members' })
  expect(filters()).toMatchObject({ area: 'members', action: '' })
  setFilters({ area: '', action: 'login' })
  setFilters({ area: 'access' })
  expect(filters().action).toBe('login')
})

test('a search alone is no filter that a button would end', () => {
  setFilters({ search: 'roy' })
  expect(isFiltered(filters())).toBe(false)
  setFilters({ to: '2026-11-30' })
  expect(isFiltered(filters())).toBe(true)
})
