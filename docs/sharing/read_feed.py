"""Reads what a municipality shares: python3 read_feed.py FILE-OR-URL PUBLIC-KEY. Standard library only; SHARING.md says what it means."""
import base64, datetime, hashlib, json, sys, urllib.request

P = 2**255 - 19  # Ed25519 as in RFC 8032, for checking and not for signing
Q = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P

def add(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    g, h = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    x, y, z, t = f - e, h - g, h + g, f + e
    return x * y % P, z * t % P, y * z % P, x * t % P

def times(n, point):
    sum_ = (0, 1, 1, 0)
    while n:
        sum_, point, n = add(sum_, point) if n & 1 else sum_, add(point, point), n >> 1
    return sum_

def point_of(data):
    y, sign = int.from_bytes(data, "little") & (1 << 255) - 1, data[31] >> 7
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        raise ValueError("no point of the curve")
    x = x if x & 1 == sign else P - x
    return x, y, 1, x * y % P

def verify(key, text, signature):
    r, s = point_of(signature[:32]), int.from_bytes(signature[32:], "little")
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % Q
    left, right = times(s, point_of((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))), add(r, times(h, point_of(key)))
    return s < Q and all((left[i] * right[2] - right[i] * left[2]) % P == 0 for i in (0, 1))

where, trusted = sys.argv[1:3]
with urllib.request.urlopen(where) if where.startswith("https://") else open(where, "rb") as source:
    file = json.loads(source.read(4 * 1024 * 1024))
signed = [one["signature"] for one in file["signatures"] if one["publicKey"] == trusted]
if not any(verify(base64.b64decode(trusted), file["payload"].encode(), base64.b64decode(one)) for one in signed):
    sys.exit("Not signed by that key: nothing of it is read.")
feed = json.loads(file["payload"])
if feed["expires"] < datetime.datetime.now(datetime.timezone.utc).isoformat():
    sys.exit("It has expired.")
for entry in feed["entries"]:
    print(feed["publisher"]["code"], entry["id"], entry["version"], entry.get("title", "withdrawn"), sep="\t")
