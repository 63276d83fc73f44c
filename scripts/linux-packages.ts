/** The Debian packages that Sentinel and its tests need, installed where that is allowed and named where it is not. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

interface Need {
  readonly package: string
  /** A file that the package brings: looking is faster, and truer, than asking apt. */
  readonly brings: string
  readonly why: string
}

export const runNeeds: readonly Need[] = [
  { package: 'udev', brings: '/bin/udevadm', why: 'it names the ports that readers are plugged into' },
  { package: 'libusb-1.0-0', brings: '/usr/lib/x86_64-linux-gnu/libusb-1.0.so.0', why: 'USB readers are spoken to through it' },
]

export const testNeeds: readonly Need[] = [
  { package: 'chromium', brings: '/usr/bin/chromium', why: 'the windows are tested in a real browser' },
  { package: 'fonts-dejavu-core', brings: '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf', why: 'a browser without a font shows boxes' },
  { package: 'xvfb', brings: '/usr/bin/Xvfb', why: 'Electron needs a display where there is none' },
  { package: 'xauth', brings: '/usr/bin/xauth', why: 'xvfb-run needs it' },
  { package: 'python3', brings: '/usr/bin/python3', why: 'it plays the serial reader on a pseudo-terminal' },
  { package: 'umockdev', brings: '/usr/bin/umockdev-wrapper', why: 'it makes up the USB readers of the tests' },
  { package: 'gir1.2-umockdev-1.0', brings: '/usr/lib/x86_64-linux-gnu/girepository-1.0/UMockdev-1.0.typelib', why: 'its devices are played from Python' },
  { package: 'python3-gi', brings: '/usr/lib/python3/dist-packages/gi/__init__.py', why: 'Python speaks to umockdev through it' },
  { package: 'pcscd', brings: '/usr/sbin/pcscd', why: 'contactless readers are spoken to through it' },
  { package: 'vsmartcard-vpcd', brings: '/etc/reader.conf.d/vpcd', why: 'it makes up the contactless readers of the tests' },
  { package: 'socat', brings: '/usr/bin/socat', why: 'it joins two pseudo-terminals' },
  { package: 'strace', brings: '/usr/bin/strace', why: 'it counts the writes that really reach the disk' },
  { package: 'e2fsprogs', brings: '/sbin/mkfs.ext4', why: 'the power-cut test makes a disk of its own' },
  { package: 'poppler-utils', brings: '/usr/bin/pdftotext', why: 'what is printed is read back' },
  { package: 'postgresql', brings: '/usr/bin/pg_ctlcluster', why: 'many stations share one server' },
  { package: 'iproute2', brings: '/sbin/ip', why: 'a station gets a network of its own, whose cable is pulled' },
  { package: 'mount', brings: '/bin/mount', why: 'the power-cut test mounts it' },
  ...runNeeds,
]

const isRoot = process.getuid?.() === 0

/** Installs what is missing with apt-get. Throws an Error that names the command to run where that is not allowed. */
export function installMissing(needs: readonly Need[]): void {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return
  const missing = needs.filter((need) => !existsSync(need.brings))
  if (missing.length === 0) return
  const names = missing.map((need) => need.package)
  process.stderr.write(`Installing ${names.join(', ')}…\n`)
  const apt = isRoot ? ['apt-get'] : ['sudo', '-n', 'apt-get']
  const run = (...words: string[]): void => {
    const [command = 'apt-get', ...rest] = [...apt, ...words]
    execFileSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  }
  try {
    run('update')
    run('install', '-y', '--no-install-recommends', ...names)
  } catch {
    const reasons = missing.map((need) => `  ${need.package}: ${need.why}`).join('\n')
    throw new Error(`These packages are missing and could not be installed:\n${reasons}\nInstall them with:  sudo apt-get install --no-install-recommends ${names.join(' ')}`)
  }
}
