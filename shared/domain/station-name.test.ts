import { expect, test } from 'vitest'
import { namesOfStation } from './station-name.ts'

test.each([
  ['front-kiosk', 'Front kiosk', 'Kiosque avant'],
  ['drill-deck', 'Drill deck', 'Pont d’exercice'],
  ['drill_deck', 'Drill deck', 'Pont d’exercice'],
  ['brow', 'Brow', 'Coupée'],
  ['admin', 'Administration', null],
  // Unknown: title-cased.
  ['drill-hall-2', 'Drill Hall 2', null],
  ['boat_shed', 'Boat Shed', null],
  ['toString', 'ToString', null],
  ['-', '-', null],
])('%s is called %s, in French %s (domain.md 3.5, kiosk names)', (id, name, nameFr) => expect(namesOfStation(id)).toEqual({ name, nameFr }))
