import { lazy, Suspense } from 'react'
import { windowName } from './api.ts'

const DeskWindow = lazy(() => import('./features/desk/desk-window.tsx').then((module) => ({ default: module.DeskWindow })))
const KioskWindow = lazy(() => import('./features/kiosk/kiosk-window.tsx').then((module) => ({ default: module.KioskWindow })))

const WallWindow = lazy(() => import('./features/wall/wall-window.tsx').then((module) => ({ default: module.WallWindow })))

const windows = { desk: DeskWindow, kiosk: KioskWindow, wall: WallWindow } as const

/** One bundle, three windows: which one it is stands in the address. */
export function App() {
  const Window = windows[windowName]
  return (
    <Suspense fallback={null}>
      <Window />
    </Suspense>
  )
}
