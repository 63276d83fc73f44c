import { expect, test } from 'vitest'
import { reportFileName } from './file-name.ts'

const about = { unitName: 'NCSM Exemple – « Québec » (Réserve)', span: null, date: '2026-11-25', time: '18:30', format: 'pdf' } as const

test.each([
  ['roster', {}, 'ncsm-exemple-quebec-reserve_roster_2026-11-25.pdf'],
  ['presence', {}, 'ncsm-exemple-quebec-reserve_presence_2026-11-25_1830.pdf'],
  ['training_nights', { unitName: 'HMCS Example', span: { from: '2026-09-01', to: '2026-11-25' } }, 'hmcs-example_training-nights_2026-09-01_2026-11-25.pdf'],
  ['duty_log', { unitName: '海軍', span: { from: '2026-11-24', to: '2026-11-24' }, format: 'xlsx' }, 'sentinel_duty-log_2026-11-24.xlsx'],
] as const)('%s is called by unit, report and period, in signs that every stick takes (P1-3)', (kind, given, name) => {
  expect(reportFileName({ kind }, { ...about, ...given })).toBe(name)
})
