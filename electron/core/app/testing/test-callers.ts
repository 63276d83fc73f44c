import { levels, type Caller, type Level } from '../../../../shared/domain/access.ts'

/** A desk that an invented person of this level is signed in to. */
export const signedInDesk = (level: Level): Caller => ({
  kind: 'desk',
  id: 'desk',
  stationId: 'desk',
  scopes: ['display', 'device', 'desk'],
  person: { memberId: '00000000-0000-4000-8000-000000000001', name: 'PO1 Test, T' },
  level: levels[level],
  liveDds: false,
})
