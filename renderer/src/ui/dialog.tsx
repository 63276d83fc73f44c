import { Modal } from '@heroui/react'
import { useEffect, useRef, type ReactNode } from 'react'

interface Props {
  readonly title: string
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons, the main one last. */
  readonly footer?: ReactNode
  /** `wide` holds two fields side by side. */
  readonly size?: 'sm' | 'md' | 'wide' | 'lg'
}

const widths = { sm: '', md: '', wide: 'w-[min(38rem,calc(100vw-3rem))] max-w-none!', lg: 'w-[min(56rem,calc(100vw-3rem))] max-w-none!' } as const

/** A dialog with one heading. Esc and a click beside it close it; the focus is kept inside and given back afterwards. */
export const Dialog = ({ title, isOpen, onClose, children, footer, size = 'md' }: Props) => (
  <Modal.Backdrop isOpen={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
    <Modal.Container size={size === 'wide' ? 'lg' : size} placement="center">
      <Modal.Dialog className={`rounded-lg ${widths[size]}`}>
        <Modal.Header>
          <Modal.Heading className="text-lg font-semibold">{title}</Modal.Heading>
        </Modal.Header>
        <Modal.Body>
          <FirstFocus />
          {children}
        </Modal.Body>
        {footer === undefined ? null : <Modal.Footer>{footer}</Modal.Footer>}
      </Modal.Dialog>
    </Modal.Container>
  </Modal.Backdrop>
)

/**
 * A dialog that a key opened through a plain button takes the focus itself and not its first field: the key's click looks
 * like a screen reader's, for which React Aria waits, and meanwhile the focus is gone. So it is given here.
 */
function FirstFocus() {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const timer = setTimeout(() => {
      const dialog = mark.current?.closest('[role=dialog], [role=alertdialog]')
      const here = document.activeElement
      if (dialog == null || (here !== dialog && dialog.contains(here))) return
      dialog.querySelector<HTMLElement>('[data-first] input, input[data-first], select[data-first], button[data-first]')?.focus()
    }, 50)
    return () => clearTimeout(timer)
  }, [])
  return <span ref={mark} hidden />
}
