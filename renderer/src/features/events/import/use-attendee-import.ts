/** The import of attendees as it stands in its panel (domain.md 4.9 Import): choose, say what is what, look, import. */
import { useRef, useState } from 'react'
import type { InputOf, OutputOf, Refused } from '../../../../../shared/contract/kit.ts'
import type { events } from '../../../../../shared/contract/events.ts'
import type { AttendeeField, DuplicatePolicy } from '../../../../../shared/domain/attendee-list.ts'
import { api } from '../../../api.ts'
import { readListFile, type ListFile } from '../../../ui/list-file.ts'

type Read = OutputOf<typeof events.importRead>
export type Preview = OutputOf<typeof events.importPreview>
export type Imported = OutputOf<typeof events.importRun>

export interface Choices {
  readonly sheet: string | null
  readonly columns: readonly (AttendeeField | null)[]
  readonly excludeRows: ReadonlySet<number>
  readonly duplicates: DuplicatePolicy
  readonly rows: ReadonlyMap<number, DuplicatePolicy>
  /** By what stands in the file; null = a new role. */
  readonly roles: ReadonlyMap<string, string | null>
}

interface State {
  readonly step: 'choose' | 'columns' | 'preview' | 'done'
  readonly file: ListFile | null
  readonly read: Read | null
  readonly choices: Choices
  readonly preview: Preview | null
  /** The list changed since the preview that was seen. */
  readonly isAgain: boolean
  readonly busy: 'reading' | 'previewing' | 'importing' | null
  readonly problem: Refused | 'too-large' | 'unreadable' | null
  readonly result: Imported | null
}

const noChoices: Choices = { sheet: null, columns: [], excludeRows: new Set(), duplicates: 'skip', rows: new Map(), roles: new Map() }
const begin: State = { step: 'choose', file: null, read: null, choices: noChoices, preview: null, isAgain: false, busy: null, problem: null, result: null }

const toWire = ({ sheet, columns, excludeRows, duplicates, rows, roles }: Choices): Omit<InputOf<typeof events.importPreview>, 'eventId' | 'file'> => ({
  sheet,
  columns: [...columns],
  excludeRows: [...excludeRows],
  duplicates,
  rows: [...rows].map(([row, as]) => ({ row, as })),
  roles: [...roles].map(([text, role]) => ({ text, role })),
})

export function useAttendeeImport(eventId: string) {
  const [state, setState] = useState(begin)
  // Only the newest question's answer is shown.
  const asked = useRef(0)
  const set = (change: Partial<State>): void => setState((before) => ({ ...before, ...change }))

  const preview = async (file: ListFile, choices: Choices, isAgain = false): Promise<void> => {
    asked.current += 1
    const own = asked.current
    set({ choices, busy: 'previewing', problem: null })
    const result = await api().events.importPreview({ eventId, file, ...toWire(choices) })
    if (own !== asked.current) return
    if (result.ok) set({ step: 'preview', preview: result.value, isAgain, busy: null })
    else set({ problem: result.error, busy: null, step: 'columns' })
  }
  const read = async (file: ListFile, sheet: string | null): Promise<void> => {
    set({ busy: 'reading', problem: null })
    const result = await api().events.importRead({ file, sheet })
    if (!result.ok) return set({ problem: result.error, busy: null })
    const choices = { ...noChoices, duplicates: state.choices.duplicates, sheet: result.value.sheet, columns: result.value.columns.map(({ suggested }) => suggested) }
    set({ file, read: result.value, choices, preview: null, busy: null, step: 'columns' })
    // Where the headings leave nothing to ask, and one sheet was not chosen among several, one goes on.
    if (sheet === null && result.value.missing.length === 0 && result.value.columns.every(({ certain }) => certain)) await preview(file, choices)
  }

  return {
    ...state,
    async choose(chosen: File): Promise<void> {
      set({ busy: 'reading', problem: null })
      // A stick may be pulled out while it is read.
      const file = await readListFile(chosen).catch(() => 'unreadable' as const)
      if (typeof file === 'string') set({ problem: file, busy: null })
      else await read(file, null)
    },
    chooseSheet: async (sheet: string): Promise<void> => (state.file === null ? undefined : read(state.file, sheet)),
    setColumns: (columns: Choices['columns']): void => set({ choices: { ...state.choices, columns }, problem: null }),
    goTo: (step: State['step']): void => set({ step, problem: null }),
    /** Asks anew what the import would do. */
    look: async (change: Partial<Choices> = {}): Promise<void> => (state.file === null ? undefined : preview(state.file, { ...state.choices, ...change })),
    async run(): Promise<void> {
      const { file, choices, preview: seen } = state
      if (file === null || seen === null) return
      set({ busy: 'importing', problem: null })
      const result = await api().events.importRun({ eventId, file, ...toWire(choices), previewHash: seen.hash })
      if (result.ok) set({ step: 'done', result: result.value, busy: null })
      else if (result.error.code === 'roll_changed') await preview(file, choices, true)
      else set({ problem: result.error, busy: null })
    },
  }
}

export type AttendeeImportState = ReturnType<typeof useAttendeeImport>
