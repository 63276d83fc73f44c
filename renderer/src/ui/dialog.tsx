import { Modal } from '@heroui/react'
import type { ReactNode } from 'react'

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
        <Modal.Body>{children}</Modal.Body>
        {footer === undefined ? null : <Modal.Footer>{footer}</Modal.Footer>}
      </Modal.Dialog>
    </Modal.Container>
  </Modal.Backdrop>
)
