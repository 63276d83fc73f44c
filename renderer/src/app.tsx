import { lazy, Suspense } from 'react'
import { windowName } from './api.ts'

const DeskWindow = lazy(() => import('./features/desk/desk-window.tsx').then((module) => ({ default: module.DeskWindow })))
const KioskWindow = lazy(() => import('./features/kiosk/kiosk-window.tsx').then((module) => ({ default: module.KioskWindow })))
const PhoneWindow = lazy(() => import('./features/phone/phone-window.tsx').then((module) => ({ default: module.PhoneWindow })))
const WallWindow = lazy(() => import('./features/wall/wall-window.tsx').then((module) => ({ default: module.WallWindow })))

const windows = { desk: DeskWindow, kiosk: KioskWindow, wall: WallWindow, phone: PhoneWindow } as const

/** One bundle, four windows: which one it is stands in the address. */
export function App() {
  const Window = windows[windowName]
  return (
    <Suspense fallback={null}>
      <Window />
    </Suspense>
  )
}
