/**
 * An invented unit to try Sentinel with: every name, number and badge is made up, and the same each time. Nobody here exists.
 */

export interface DemoMember {
  readonly serviceNumber: string
  readonly rank: string
  readonly lastName: string
  readonly firstName: string
  /** Code of a division of domain.md 3.2. */
  readonly division: string
  readonly memberType: string
  readonly status: string
  readonly source: 'nominal_roll' | 'civilian_manual'
  /** Full-time staff of the unit itself are marked as the simulation knows them (domain.md 4.24). */
  readonly notes: string | null
  /** Days from today; null = no contract on file. */
  readonly contractEndsIn: number | null
  /** Canonical serial. */
  readonly badge: string
}

export const demoUnitName = 'HMCS Example'
export const demoStations = [
  { id: 'front-door', name: 'Front door', nameFr: 'Porte avant', displayOrder: 1 },
  { id: 'rear-door', name: 'Rear door', nameFr: 'Porte arrière', displayOrder: 2 },
] as const

/** How many hold each rank: few at the top, many at the bottom. */
const pyramid: readonly (readonly [rank: string, count: number])[] = [
  ['Cdr', 1],
  ['LCdr', 3],
  ['Lt(N)', 8],
  ['SLt', 7],
  ['A/SLt', 6],
  ['NCdt', 4],
  ['CPO1', 1],
  ['CPO2', 3],
  ['PO1', 6],
  ['PO2', 12],
  ['MS', 16],
  ['S1', 22],
  ['Cpl', 2],
  ['S2', 26],
  ['S3', 28],
  ['CIV', 6],
]

export const lastNames = (
  'Tremblay|Singh|Bélanger|MacLeod|Nguyen|O’Brien|Côté|Okafor|Lefrançois|Van der Berg|Gagné|McAllister|Dhaliwal|Beaulieu-Fontaine|Kowalczyk|St-Pierre|Ouellette|Redsky|' +
  'Thériault|Fernández|Hébert|Bjarnason|Achterberg-Desrosiers|Lavallée|Ibrahim|Noël|Campbell|Péladeau|Zhang|D’Amours|Sinclair|Desjardins|Haddad|Whitford|Élie|Marchuk|' +
  'Bouchard|Oyelaran|L’Heureux|Friesen|Çelik|Robichaud|Mackenzie|Pelletier|Adeyemi|Chartrand|De la Cruz|Fraser|Guérin|Halvorsen|Iwasaki|Jørgensen|Kirkness|Léveillé|' +
  'Montgomery-Featherstonehaugh|Nadeau|Ostrowski|Papadopoulos|Quesnel|Raghunathan|Saint-Amand|Turcotte|Underhill|Vaillancourt|Wójcik|Yakimchuk|Zerbe'
).split('|')
export const firstNames = (
  'Émilie|Harjit|Marc-André|Chloé|Liam|Noémie|Thanh|Zoë|Gabriel|Amélie|Duncan|Fatima|Étienne|Sarah|Jean-François|Olivia|Björn|Maëlle|Owen|Priya|René|Kateryna|Théo|Grace|' +
  'Mathieu|Anaïs|Callum|Inès|Raphaël|Hannah|Loïc|Meera|Sébastien|Alexandra-Élisabeth|Nolan|Solène|Tadeusz|Ursula|Vincent|Wren|Xavier|Yara|Zacharie'
).split('|')
const divisions = ['OPS', 'DECK', 'LOG', 'ADMIN', 'TRG', 'BAND', 'OPS', 'DECK', 'PAO', 'LOG'] as const

/** Scatters numbers without repeating one: an odd factor modulo 2³². */
const scatter = (index: number): number => Math.imul(index + 17, 0x9e3779b1) >>> 0
/** A badge's serial for number `index`, as the door's reader reports it. */
const badgeOf = (index: number): string => `em4100:${scatter(index).toString(16).toUpperCase().padStart(8, '0')}`

const divisionOf = (rank: string, index: number): string => {
  if (rank === 'Cdr' || rank === 'CPO1' || (rank === 'LCdr' && index === 1)) return 'CMD'
  return rank === 'S3' ? 'BMQ' : (divisions[index % divisions.length] ?? 'OPS')
}
const typeOf = (rank: string, index: number): string => {
  if (rank === 'CIV') return 'civilian_staff'
  if (rank === 'S3' || index % 9 > 1) return 'class_a'
  return index % 27 === 1 ? 'reg_force' : index % 45 === 0 ? 'class_c' : 'class_b'
}

/** Places in the list below whose bearers something is the matter with. */
const inactiveAt = 60
const suspendedAt = 75
const expiredAt = 90
const deployedAt = 45

/** About 150 people, senior first. */
export const demoMembers: readonly DemoMember[] = pyramid
  .flatMap(([rank, count]) => Array.from({ length: count }, () => rank))
  .map((rank, index) => {
    const civilian = rank === 'CIV'
    const memberType = typeOf(rank, index)
    return {
      serviceNumber: civilian ? `CIV${String(1001 + index)}` : `X${String(10_000_000 + (scatter(index) % 89_999_999))}`,
      rank,
      lastName: lastNames[(index * 29) % lastNames.length] ?? '',
      firstName: firstNames[(index * 16 + Math.floor(index / firstNames.length)) % firstNames.length] ?? '',
      division: civilian ? 'ADMIN' : divisionOf(rank, index),
      memberType,
      status: index === inactiveAt ? 'inactive' : index === suspendedAt ? 'suspended' : index === deployedAt ? 'deployed' : 'active',
      source: civilian ? 'civilian_manual' : 'nominal_roll',
      notes: memberType === 'class_b' || memberType === 'reg_force' ? 'CHW staff' : null,
      contractEndsIn: civilian ? null : index === expiredAt ? -12 : 200 + (scatter(index) % 700),
      badge: badgeOf(index),
    }
  })

/** Badges in the drawer: unassigned, and one that was reported lost. */
export const demoSpareBadges = [
  { serial: badgeOf(900), status: 'active' },
  { serial: badgeOf(901), status: 'active' },
  { serial: badgeOf(902), status: 'lost' },
] as const

/** A card that is not on file, held up at the front door this morning. */
export const demoUnknownBadge = badgeOf(999)
