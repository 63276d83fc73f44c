/** Ranks and divisions that every desk begins with (domain.md 3.1, 3.2). */
type Branch = 'navy' | 'army' | 'air_force'
type Named = readonly [code: string, name: string]

const ladder: readonly (readonly [category: string, navy: Named, army: Named, airForce: Named])[] = [
  ['junior_ncm', ['S3', 'Sailor Third Class'], ['Pte (B)', 'Private (Basic)'], ['Avr (B)', 'Aviator (Basic)']],
  ['junior_ncm', ['S2', 'Sailor Second Class'], ['Pte (T)', 'Private (Trained)'], ['Avr (T)', 'Aviator (Trained)']],
  ['junior_ncm', ['S1', 'Sailor First Class'], ['Cpl', 'Corporal'], ['Cpl-AF', 'Corporal']],
  ['junior_ncm', ['MS', 'Master Sailor'], ['MCpl', 'Master Corporal'], ['MCpl-AF', 'Master Corporal']],
  ['senior_ncm', ['PO2', 'Petty Officer 2nd Class'], ['Sgt', 'Sergeant'], ['Sgt-AF', 'Sergeant']],
  ['senior_ncm', ['PO1', 'Petty Officer 1st Class'], ['WO', 'Warrant Officer'], ['WO-AF', 'Warrant Officer']],
  ['senior_ncm', ['CPO2', 'Chief Petty Officer 2nd Class'], ['MWO', 'Master Warrant Officer'], ['MWO-AF', 'Master Warrant Officer']],
  ['senior_ncm', ['CPO1', 'Chief Petty Officer 1st Class'], ['CWO', 'Chief Warrant Officer'], ['CWO-AF', 'Chief Warrant Officer']],
  ['junior_officer', ['NCdt', 'Naval Cadet'], ['OCdt', 'Officer Cadet'], ['OCdt-AF', 'Officer Cadet']],
  ['junior_officer', ['A/SLt', 'Acting Sub-Lieutenant'], ['2Lt', 'Second Lieutenant'], ['2Lt-AF', 'Second Lieutenant']],
  ['junior_officer', ['SLt', 'Sub-Lieutenant'], ['Lt', 'Lieutenant'], ['Lt-AF', 'Lieutenant']],
  ['junior_officer', ['Lt(N)', 'Lieutenant (Navy)'], ['Capt', 'Captain'], ['Capt-AF', 'Captain']],
  ['senior_officer', ['LCdr', 'Lieutenant-Commander'], ['Maj', 'Major'], ['Maj-AF', 'Major']],
  ['senior_officer', ['Cdr', 'Commander'], ['LCol', 'Lieutenant-Colonel'], ['LCol-AF', 'Lieutenant-Colonel']],
  ['senior_officer', ['Capt(N)', 'Captain (Navy)'], ['Col', 'Colonel'], ['Col-AF', 'Colonel']],
  ['general_officer', ['Cmdre', 'Commodore'], ['BGen', 'Brigadier-General'], ['BGen-AF', 'Brigadier-General']],
  ['general_officer', ['RAdm', 'Rear-Admiral'], ['MGen', 'Major-General'], ['MGen-AF', 'Major-General']],
  ['general_officer', ['VAdm', 'Vice-Admiral'], ['LGen', 'Lieutenant-General'], ['LGen-AF', 'Lieutenant-General']],
  ['general_officer', ['Adm', 'Admiral'], ['Gen', 'General'], ['Gen-AF', 'General']],
]

export interface RankSeed {
  readonly code: string
  readonly name: string
  readonly branch: string
  readonly category: string
  /** Greater is senior. */
  readonly displayOrder: number
  readonly isActive: boolean
  readonly replacedBy: string | null
}

const current = ladder.flatMap(([category, ...columns], index): RankSeed[] =>
  (['navy', 'army', 'air_force'] as const satisfies readonly Branch[]).map((branch, column) => {
    const [code = '', name = ''] = columns[column] ?? []
    return { code, name, branch, category, displayOrder: index + 1, isActive: true, replacedBy: null }
  }),
)

/** Names that old rolls still carry; an import puts the new rank in their place. */
const retired = (
  [
    ['OS', 'Ordinary Seaman', 'S3', 1],
    ['AB', 'Able Seaman', 'S2', 2],
    ['LS', 'Leading Seaman', 'S1', 3],
  ] as const
).map(([code, name, replacedBy, displayOrder]): RankSeed => ({ code, name, branch: 'navy', category: 'junior_ncm', displayOrder, isActive: false, replacedBy }))

export const rankSeeds: readonly RankSeed[] = [
  { code: 'CIV', name: 'Civilian', branch: 'civilian', category: 'civilian', displayOrder: 0, isActive: true, replacedBy: null },
  ...current,
  ...retired,
]

export const divisionSeeds: readonly Named[] = [
  ['BMQ', 'Basic Military Qualification'],
  ['OPS', 'Operations'],
  ['DECK', 'Deck'],
  ['ADMIN', 'Administration'],
  ['LOG', 'Logistics'],
  ['BAND', 'Band'],
  ['TRG', 'Training'],
  ['CMD', 'Command'],
  ['PAO', 'Public Affairs'],
]
