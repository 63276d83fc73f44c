#!/usr/bin/env python3
"""A badge reader on a pty, driven by lines on stdin; serial-rig.ts speaks to it.

  serial-reader.py LINK     makes a pty and the symlink LINK to it, answers "ready"

  send GAP_MS BAUD HEX...   writes each frame; BAUD 0 = one write a frame, else paced byte by byte
                            answers "sent NS...", CLOCK_MONOTONIC just before each frame's last byte
  babble SECONDS RATE SEED  noise, so many bytes a second at most; answers "babbled BYTES"
  unplug                    hangs up and takes the link away
  plug                      a new pty behind the same link
Ends when stdin does.
"""
import os
import random
import sys
import time
import tty


class Reader:
    def __init__(self, link):
        self.link = link
        self.master = self.slave = None
        self.plug()

    def plug(self):
        self.master, self.slave = os.openpty()
        tty.setraw(self.slave)
        os.symlink(os.ttyname(self.slave), self.link)

    def unplug(self):
        os.unlink(self.link)
        os.close(self.master)
        os.close(self.slave)
        self.master = None

    def babble(self, seconds, rate, seed):
        noise = random.Random(seed)
        end = time.monotonic() + seconds
        sent, piece = 0, 2048
        while time.monotonic() < end:
            sent += os.write(self.master, noise.randbytes(piece))
            time.sleep(piece / rate)
        return sent

    def send(self, gap, baud, frames):
        stamps = []
        for frame in frames:
            if baud:
                due = time.monotonic()
                for byte in frame[:-1]:
                    due += 10.0 / baud
                    time.sleep(max(0.0, due - time.monotonic()))
                    os.write(self.master, bytes([byte]))
                time.sleep(max(0.0, due + 10.0 / baud - time.monotonic()))
                frame = frame[-1:]
            stamps.append(time.monotonic_ns())
            os.write(self.master, frame)
            time.sleep(gap)
        return stamps


def main():
    reader = Reader(sys.argv[1])
    print("ready", flush=True)
    for line in sys.stdin:
        command, *rest = line.split()
        if command == "send":
            stamps = reader.send(float(rest[0]) / 1000, int(rest[1]), [bytes.fromhex(frame) for frame in rest[2:]])
            print("sent", *stamps, flush=True)
        elif command == "babble":
            print("babbled", reader.babble(float(rest[0]), float(rest[1]), int(rest[2])), flush=True)
        elif command == "unplug":
            reader.unplug()
            print("ok", flush=True)
        elif command == "plug":
            reader.plug()
            print("ok", flush=True)
        else:
            print("unknown", command, flush=True)
    if reader.master is not None:
        reader.unplug()


if __name__ == "__main__":
    main()
