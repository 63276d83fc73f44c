import { ChevronLeft, ChevronRight, Delete } from 'lucide-react'
import type { MouseEvent, PointerEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { writeField, type FieldState } from '../../../wedge/text-entry.ts'
import { keyRows, withoutOne, withText } from './keyboard-keys.ts'

const face = 'grid min-h-14 min-w-0 cursor-pointer touch-manipulation place-items-center rounded-lg border-2 border-line bg-ground text-2xl font-semibold active:bg-chip disabled:cursor-default disabled:opacity-40'

interface Props {
  /** Where the keys write. */
  readonly field: () => HTMLInputElement | null
  /** To the field before or after; null where there is none. */
  readonly onPrevious?: (() => void) | null
  readonly onNext?: (() => void) | null
  /** What comes after writing: stands at the end of the last row. */
  readonly children: ReactNode
}

/**
 * Capitals, digits and the accents of French, 56 px and more (screens.md 5.3, W-16). It only writes: a keyboard that is
 * plugged in works beside it, and a badge leaves the field as it was. Tab passes it by.
 */
export function OnScreenKeyboard({ field, onPrevious = null, onNext = null, children }: Props) {
  const { t } = useTranslation('kioskVisitor')
  const change = (how: (before: FieldState, maxLength: number) => FieldState): void => {
    const element = field()
    if (element === null) return
    element.focus()
    writeField(element, how(element, element.maxLength))
  }
  const write = (text: string) => press(() => change((before, most) => withText(before, text, most)))
  return (
    <div role="group" aria-label={t('keyboard.label')} className="grid flex-none gap-2">
      {keyRows.map((row) => (
        <div key={row[0]} className="grid grid-cols-13 gap-2">
          {row.map((key) => (
            <button key={key} type="button" tabIndex={-1} className={face} {...write(key)}>
              {key}
            </button>
          ))}
        </div>
      ))}
      <div className="grid grid-cols-13 gap-2">
        <button type="button" tabIndex={-1} aria-label={t('keyboard.previous')} disabled={onPrevious === null} className={face} {...press(() => onPrevious?.())}>
          <ChevronLeft aria-hidden size={28} />
        </button>
        <button type="button" tabIndex={-1} aria-label={t('keyboard.next')} disabled={onNext === null} className={face} {...press(() => onNext?.())}>
          <ChevronRight aria-hidden size={28} />
        </button>
        <button type="button" tabIndex={-1} className={`${face} col-span-5 text-xl!`} {...write(' ')}>
          {t('keyboard.space')}
        </button>
        <button type="button" tabIndex={-1} aria-label={t('keyboard.delete')} className={`${face} col-span-2`} {...press(() => change(withoutOne))}>
          <Delete aria-hidden size={30} />
        </button>
        <div className="col-span-4 grid">{children}</div>
      </div>
    </div>
  )
}

/** A key acts when it goes down, as keys do: two quick thumbs lose none. A click without a pointer is a screen reader's. */
const press = (act: () => void) => ({
  onPointerDown: (event: PointerEvent) => {
    if (event.button === 0) act()
  },
  // The field keeps the focus, whatever key is touched.
  onMouseDown: (event: MouseEvent) => event.preventDefault(),
  onClick: ({ detail }: { detail: number }) => {
    if (detail === 0) act()
  },
})
