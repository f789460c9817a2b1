#!/usr/bin/env python3
"""Verifies a Foedus ledger from a folder of tiles: python3 verify.py FOLDER [VERIFIER-KEY]"""
import base64, hashlib, os, struct, sys
H = lambda *parts: hashlib.sha256(b"".join(parts)).digest()
P = 2**255 - 19                                         # Ed25519, RFC 8032, section 6
D = -121665 * pow(121666, -1, P) % P
Q = 2**252 + 27742317777372353535851937790883648493
def add(a, b):
    s, t = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    u, v = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = t - s, v - u, v + u, t + s
    return e * f % P, g * h % P, f * g % P, e * h % P
def times(n, a):
    r = (0, 1, 1, 0)
    while n: r, a, n = (add(r, a) if n & 1 else r), add(a, a), n >> 1
    return r
def point(b):
    n = int.from_bytes(b, "little"); y, sign = n & (2**255 - 1), n >> 255
    x2 = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P: x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P or y >= P: sys.exit("the key or the signature is no point of the curve")
    if x & 1 != sign: x = P - x
    return x, y, 1, x * y % P
def signed(key, text, sig):
    s, base = int.from_bytes(sig[32:], "little"), point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
    k = int.from_bytes(hashlib.sha512(sig[:32] + key + text).digest(), "little") % Q
    a, b = times(s, base), add(point(sig[:32]), times(k, point(key)))
    return s < Q and (a[0] * b[2] - b[0] * a[2]) % P == 0 and (a[1] * b[2] - b[1] * a[2]) % P == 0
folder, key = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
text, _, signatures = open(os.path.join(folder, "checkpoint"), encoding="utf-8", newline="").read().rpartition("\n\n")
origin, size, root = text.split("\n")[:3]
peaks, n, last = [], 0, -2**63                          # peaks: roots of complete subtrees, the highest first
while n < int(size):
    index, width = n // 256, min(256, int(size) - n)
    groups = [index // 1000**i % 1000 for i in range(max(1, (len(str(index)) + 2) // 3))]
    path = "/".join(["x%03d" % g for g in groups[:0:-1]] + ["%03d" % groups[0]]) + (".p/%d" % width if width < 256 else "")
    data = open(os.path.join(folder, "tile", "entries", path), "rb").read()
    for _ in range(width):
        length = int.from_bytes(data[:2], "big")
        entry, data = data[2:2 + length], data[2 + length:]
        c = 4 + entry[3]                                # "FL", version, length of the name, name, position, time
        position, recorded = struct.unpack_from(">Qq", entry, c)
        if entry[:3] != b"FL\1" or entry[4:c] != origin.encode() or position != n or recorded < last:
            sys.exit("entry %d is not what should stand there" % n)
        last, n = recorded, n + 1
        peaks.append(H(b"\0", entry))
        for _ in range((n ^ (n - 1)).bit_length() - 1): peaks[-2:] = [H(b"\1", *peaks[-2:])]
found = peaks.pop() if peaks else H()
while peaks: found = H(b"\1", peaks.pop(), found)
if base64.b64encode(found).decode() != root: sys.exit("the root over the entries is not that of the checkpoint")
print("%d entries of %s: the root is that of the checkpoint" % (n, origin))
for name, value in (line.split(" ")[1:] for line in signatures.splitlines()):
    sig, public = base64.b64decode(value), base64.b64decode(key.split("+", 2)[2])[1:] if key else b""
    known = key is not None and key.split("+")[0] == name and H(name.encode(), b"\n\1", public)[:4] == sig[:4]
    if known and not signed(public, (text + "\n").encode(), sig[4:]): sys.exit("the signature of %s is forged" % name)
    print("%s by %s+%s" % ("signed" if known else "not checked: a signature", name, sig[:4].hex()))
