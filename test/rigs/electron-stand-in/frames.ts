/** The frames of a page, and which of them a message came from: what our shell asks `senderFrame` about. */
import { toApplication } from './addresses.ts'
import type { Target } from './devtools.ts'

export interface Frame {
  readonly url: string
  readonly parent: Frame | null
}
interface FrameFacts {
  readonly id: string
  readonly parentId?: string
  readonly url: string
}
interface ContextFacts {
  readonly id: number
  readonly name: string
  readonly auxData: { readonly frameId: string }
}

export interface Frames {
  watch(page: Target): void
  /** Reads who the main frame is. */
  read(page: Target): Promise<void>
  main(): Frame
  isMain(id: string | undefined): boolean
  /** The frame whose preload runs in this context, or null when it has gone. */
  ofContext(context: number): Frame | null
  /** The main frame's preload world. */
  preloadContext(): number | undefined
}

export function createFrames(world: string): Frames {
  const frames = new Map<string, FrameFacts>()
  const contexts = new Map<number, string>()
  let mainId = ''
  const frameOf = (id: string | undefined): Frame | null => {
    const facts = frames.get(id ?? '')
    return facts === undefined ? null : { url: toApplication(facts.url), parent: frameOf(facts.parentId) }
  }
  return {
    watch(page) {
      page.on<{ frame: FrameFacts }>('Page.frameNavigated', ({ frame }) => void frames.set(frame.id, frame))
      page.on<{ frameId: string; url: string }>('Page.navigatedWithinDocument', ({ frameId, url }) => {
        const known = frames.get(frameId)
        if (known !== undefined) frames.set(frameId, { ...known, url })
      })
      page.on<{ frameId: string }>('Page.frameDetached', ({ frameId }) => void frames.delete(frameId))
      page.on<{ context: ContextFacts }>('Runtime.executionContextCreated', ({ context }) => {
        if (context.name === world) contexts.set(context.id, context.auxData.frameId)
      })
      page.on<{ executionContextId: number }>('Runtime.executionContextDestroyed', ({ executionContextId }) => void contexts.delete(executionContextId))
      page.on('Runtime.executionContextsCleared', () => contexts.clear())
    },
    async read(page) {
      const { frameTree } = await page.send<{ frameTree: { frame: FrameFacts } }>('Page.getFrameTree')
      mainId = frameTree.frame.id
      // Electron's page has no address until its first load.
      frames.set(mainId, { id: mainId, url: '' })
    },
    main: () => frameOf(mainId) ?? { url: '', parent: null },
    isMain: (id) => id === mainId,
    ofContext: (context) => frameOf(contexts.get(context)),
    preloadContext: () => [...contexts].findLast(([, frameId]) => frameId === mainId)?.[0],
  }
}
