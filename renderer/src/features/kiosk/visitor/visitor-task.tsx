import { useEffect, useRef, useState } from 'react'
import { endVisit, type VisitorFlow } from '../../../stores/kiosk-visitor.ts'
import { DoneCard, type DoneWords } from './done-card.tsx'
import { IdleQuestion } from './idle-question.tsx'
import { LeavingForm } from './leaving-form.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { useIdle } from './use-idle.ts'

/**
 * A visitor at the kiosk, from the first tile to the last word. Members scan all the while: their answers stand beside it,
 * and where one of them covers it, it waits behind, untouched (screens.md W-11). Nothing outlives it.
 */
export function VisitorTask({ flow, isBehind }: { flow: VisitorFlow; isBehind: boolean }) {
  const [done, setDone] = useState<DoneWords | null>(null)
  const { isAsking, goOn } = useIdle(isBehind || done !== null)
  const focused = useRef<HTMLElement | null>(null)
  const isCovered = isBehind || isAsking
  // Who was writing goes on writing at the same place.
  useEffect(() => {
    if (!isCovered) focused.current?.focus({ preventScroll: true })
  }, [isCovered])
  const Form = flow === 'signIn' ? SignInForm : LeavingForm
  return (
    <div hidden={isBehind} data-visitor={flow} className="relative -my-3 min-h-0 min-w-0">
      {done !== null ? (
        <DoneCard done={done} isBehind={isBehind} onEnd={endVisit} />
      ) : (
        <div inert={isAsking} className="h-full" onFocus={({ target }) => (focused.current = target)}>
          <Form onDone={setDone} onCancel={endVisit} />
        </div>
      )}
      {isAsking ? <IdleQuestion onGoOn={goOn} onEnd={endVisit} /> : null}
    </div>
  )
}
