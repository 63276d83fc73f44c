/** A network of its own for one process, joined to this machine's by a cable that a test can pull (Linux, as root: `iproute2`). */
import { execFileSync } from 'node:child_process'

export interface Cable {
  /** This machine's address on it. */
  readonly near: string
  /** What runs a command in that network: to be put before it. */
  readonly under: readonly string[]
  /** Nothing goes through any more, and no connection is told. */
  pull(): void
  plugIn(): void
  remove(): void
}

const ip = (...words: string[]): void => void execFileSync('ip', words, { stdio: ['ignore', 'ignore', 'pipe'] })

/** Addresses are of the range for tests of networks (RFC 2544); other processes have others. */
export function layCable(): Cable {
  const space = `sentinel-${process.pid}`
  const [near, far] = [`sd${process.pid}a`, `sd${process.pid}b`]
  const net = `198.${18 + (process.pid & 1)}.${(process.pid >> 1) & 255}`
  ip('netns', 'add', space)
  ip('link', 'add', near, 'type', 'veth', 'peer', 'name', far, 'netns', space)
  ip('addr', 'add', `${net}.1/24`, 'dev', near)
  ip('-n', space, 'addr', 'add', `${net}.2/24`, 'dev', far)
  ip('-n', space, 'link', 'set', 'lo', 'up')
  ip('-n', space, 'link', 'set', far, 'up')
  ip('link', 'set', near, 'up')
  return {
    near: `${net}.1`,
    under: ['ip', 'netns', 'exec', space],
    pull: () => ip('link', 'set', near, 'down'),
    plugIn: () => ip('link', 'set', near, 'up'),
    // Its end of the cable goes with it, and so does ours.
    remove: () => ip('netns', 'del', space),
  }
}
