import { lazy, Suspense } from 'react'
import { windowName } from './api.ts'

const DeskWindow = lazy(() => import('./features/desk/desk-window.tsx').then((module) => ({ default: module.DeskWindow })))
const KioskWindow = lazy(() => import('./features/kiosk/kiosk-window.tsx').then((module) => ({ default: module.KioskWindow })))

/** One bundle, two windows: which one it is stands in the address. */
export const App = () => <Suspense fallback={null}>{windowName === 'kiosk' ? <KioskWindow /> : <DeskWindow />}</Suspense>
