import { levels, type Caller } from '../../../shared/domain/access.ts'

/**
 * The rights a host gives its windows. Until sign-in lands (issue 3) the desk window acts as the administrator of this
 * PC, whoever sits at it; the kiosk window may scan and show, and nothing else.
 */
export const deskCaller = (stationId: string, dev: boolean): Caller => ({
  kind: 'desk',
  id: 'desk',
  stationId,
  scopes: ['display', 'device'],
  person: null,
  level: dev ? levels.developer : levels.admin,
  liveDds: false,
})

export const kioskCaller = (stationId: string): Caller => ({ kind: 'kiosk', id: 'kiosk', stationId, scopes: ['display', 'device'], person: null, level: 0, liveDds: false })
