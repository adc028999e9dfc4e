"""The second verifier of a bundle: the same findings as the first, written apart from it.

Standard library only, so that an auditor can read all of it. Usage: verify.py BUNDLE --policy FILE [--seen FILE]
[--max-age HOURS] [--now INSTANT]. Prints one line, `RESULTADO <exit code> <finding> [<place>]`, and exits with the code.
"""

import base64
import datetime
import hashlib
import json
import re
import sys
import time

CODES = {
    "sound": 0, "failed": 1, "wrong-use": 2, "bundle-malformed": 10, "policy-malformed": 11,
    "log-signature": 20, "cosignature": 21, "unknown-log": 22, "quorum": 23, "stale": 24, "from-the-future": 25,
    "payload-altered": 30, "header-altered": 31, "missing": 32, "inserted": 33, "reordered": 34,
    "truncated": 35, "revision-gap": 36, "tree-altered": 40, "consistency": 41, "fork": 42,
    "rolled-back": 43, "not-included": 44,
}
MOST = 2**53 - 1
# Seconds by which the clock of a witness may be ahead of ours.
SKEW = 3600


class Finding(Exception):
    def __init__(self, name, place=None):
        super().__init__(name)
        self.name, self.place = name, place


# --- Ed25519 (RFC 8032), slow and plain -------------------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P


def recover_x(y, sign):
    if y >= P:
        return None
    x2 = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    if x2 == 0:
        return None if sign else 0
    x = pow(x2, (P + 3) // 8, P)
    if (x * x - x2) % P:
        x = x * pow(2, (P - 1) // 4, P) % P
    if (x * x - x2) % P:
        return None
    return P - x if x & 1 != sign else x


BASE_Y = 4 * pow(5, P - 2, P) % P
BASE_X = recover_x(BASE_Y, 0)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def point(raw):
    n = int.from_bytes(raw, "little")
    y = n & ((1 << 255) - 1)
    x = recover_x(y, n >> 255)
    return None if x is None else (x, y, 1, x * y % P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1:
            q = add(q, p)
        p, n = add(p, p), n >> 1
    return q


def signature_holds(key, message, signature):
    if len(signature) != 64:
        return False
    a, r, s = point(key), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    left, right = times(s, BASE), add(r, times(h, a))
    same_x = (left[0] * right[2] - right[0] * left[2]) % P == 0
    return same_x and (left[1] * right[2] - right[1] * left[2]) % P == 0


# --- Texts ------------------------------------------------------------------------------------------------------------


def unbase64(text):
    """The bytes of a base64 text; None unless it is written the one way it may be."""
    try:
        raw = base64.b64decode(text, validate=True)
    except (ValueError, TypeError):
        return None
    return raw if base64.b64encode(raw).decode() == text else None


def tree_hash(text):
    raw = unbase64(text)
    return raw if raw is not None and len(raw) == 32 else None


def count(text):
    if not re.fullmatch(r"0|[1-9][0-9]{0,15}", text):
        return None
    return int(text) if int(text) <= MOST else None


def sha(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


SPACES = re.compile(r"[\s\ufeff+]")


def is_name(name):
    return name != "" and not SPACES.search(name) and not any(ord(c) < 32 or 127 <= ord(c) < 160 for c in name)


def key_of(text):
    """(name, id, type, raw) of a vkey; None when it is none."""
    found = re.fullmatch(r"([^+]+)\+([0-9a-f]{8})\+(.+)", text, re.S)
    raw = unbase64(found[3]) if found else None
    if raw is None or len(raw) != 33 or raw[0] not in (1, 4) or not is_name(found[1]):
        return None
    key_id = sha(found[1].encode() + b"\n", raw)[:4].hex()
    return (found[1], key_id, raw[0], raw[1:]) if key_id == found[2] else None


def read_policy(text):
    """(logs, witnesses, quorum): a quorum takes a set of keys."""
    logs, witnesses, rules, members, quorum = [], [], {}, set(), None

    def need(fine):
        if not fine:
            raise Finding("policy-malformed")

    def fresh(word, kind, known):
        key = key_of(word)
        need(key is not None and key[2] == kind and all(key[3] != other[3] for other in known))
        return key

    def define(name, rule):
        need(name != "none" and name not in rules)
        rules[name] = rule

    need(not re.search(r"[\x00-\x08\x0b-\x1f\x7f]", text))
    for line in text.split("\n"):
        words = [word for word in re.split(r"[ \t]+", line) if word]
        if not words or words[0].startswith("#"):
            continue
        kind, words = words[0], words[1:]
        if kind == "log":
            need(1 <= len(words) <= 2)
            logs.append(fresh(words[0], 1, logs))
        elif kind == "witness":
            need(2 <= len(words) <= 3)
            key = fresh(words[1], 4, witnesses)
            define(words[0], lambda signed, key=key: key in signed)
            witnesses.append(key)
        elif kind == "group":
            need(len(words) >= 3)
            inside = []
            for member in words[2:]:
                need(member not in members and member in rules)
                members.add(member)
                inside.append(rules[member])
            if words[1] in ("all", "any"):
                least = len(inside) if words[1] == "all" else 1
            else:
                need(re.fullmatch(r"[1-9][0-9]{0,3}", words[1]))
                least = int(words[1])
            need(1 <= least <= len(inside))
            define(words[0], lambda signed, i=inside, n=least: sum(rule(signed) for rule in i) >= n)
        elif kind == "quorum":
            need(quorum is None and len(words) == 1 and (words[0] == "none" or words[0] in rules))
            quorum = (lambda signed: True) if words[0] == "none" else rules[words[0]]
        else:
            need(False)
    need(quorum is not None)
    return logs, witnesses, quorum


def read_checkpoint(text):
    """(origin, size, root, body, signatures); None when it is none. Signatures are (name, id, bytes)."""
    if any(ord(c) < 32 and c != "\n" for c in text) or any(0xD800 <= ord(c) < 0xE000 for c in text):
        return None
    split = text.rfind("\n\n")
    if not text.endswith("\n") or split < 0:
        return None
    body, signatures = text[: split + 1], []
    lines = text[split + 2 : -1].split("\n")
    if len(lines) > 64:
        return None
    for line in lines:
        words = line[2:].split(" ") if line.startswith("\u2014 ") else []
        raw = unbase64(words[1]) if len(words) == 2 else None
        if raw is None or len(raw) < 5 or not is_name(words[0]):
            return None
        signatures.append((words[0], raw[:4].hex(), raw[4:]))
    parts = body.split("\n")
    if len(parts) != 4 or parts[3] != "" or parts[0] == "":
        return None
    size, root = count(parts[1]), tree_hash(parts[2])
    if size is None or root is None or (size == 0 and root != sha()):
        return None
    return parts[0], size, root, body, signatures


# --- The tree (RFC 6962) ----------------------------------------------------------------------------------------------


def leaf_hash(text):
    return sha(b"\x00", text.encode("utf-8", "surrogatepass"))


def node(left, right):
    return sha(b"\x01", left, right)


def included(leaf, index, size, proof, root):
    if not 0 <= index < size:
        return False
    fn, sn, h = index, size - 1, leaf
    for sibling in proof:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            h = node(sibling, h)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            h = node(h, sibling)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and h == root


def consistent(first, second, proof, old_root, new_root):
    if first == second:
        return not proof and old_root == new_root
    if first == 0:
        return not proof and old_root == sha()
    path = ([old_root] if first & (first - 1) == 0 else []) + proof
    if not path:
        return False
    fn, sn = first - 1, second - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    old = new = path[0]
    for h in path[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            old, new = node(h, old), node(h, new)
            while not fn & 1 and fn:
                fn, sn = fn >> 1, sn >> 1
        else:
            new = node(new, h)
        fn, sn = fn >> 1, sn >> 1
    return sn == 0 and old == old_root and new == new_root


class Tree:
    def __init__(self):
        self.peaks, self.size = [], 0

    def add(self, h):
        at = self.size
        while at & 1:
            h, at = node(self.peaks.pop(), h), at >> 1
        self.peaks.append(h)
        self.size += 1

    def root(self):
        if not self.peaks:
            return sha()
        h = self.peaks[-1]
        for left in reversed(self.peaks[:-1]):
            h = node(left, h)
        return h


# --- Leaves -----------------------------------------------------------------------------------------------------------

TEXTS = ("stream", "eventId", "type", "recordedAt", "effectiveAt", "actor", "headerDigest", "payloadDigest")
NUMBERS = ("leafIndex", "revision", "schema")


def number(text):
    """JSON knows one kind of number: 1.0 is 1."""
    value = float(text)
    if not value.is_integer() or abs(value) > MOST:
        return value
    return int(text) if re.fullmatch(r"-?[0-9]+", text) else int(value)


def parse(text):
    """ValueError when it is no JSON, or nested deeper than anything that is meant."""

    def refuse(word):
        raise ValueError(word)

    try:
        return json.loads(text, parse_constant=refuse, parse_int=number, parse_float=number)
    except RecursionError:
        return refuse("nested too deep")


def canonical(value):
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return re.sub("[\ud800-\udfff]", lambda half: f"\\u{ord(half[0]):04x}", text)


def whole(value):
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) <= MOST


def read_leaf(text):
    try:
        leaf = parse(text)
    except ValueError:
        return None
    if not isinstance(leaf, dict) or leaf.get("v") != 1 or isinstance(leaf.get("v"), bool):
        return None
    fine = all(isinstance(leaf.get(n), str) for n in TEXTS) and all(whole(leaf.get(n)) for n in NUMBERS)
    if not fine or set(leaf) != {*TEXTS, *NUMBERS, "v"}:
        return None
    return leaf if canonical(leaf) == text else None


def digest(text):
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def make_leaf(event, index, payload):
    """The leaf an event would get today; None when its header is no JSON of texts."""
    try:
        header = parse(event["header"])
    except ValueError:
        return None
    if not isinstance(header, dict) or not all(isinstance(each, str) for each in header.values()):
        return None
    schema = header.get("schema", "0")
    if not re.fullmatch(r"[0-9]{1,9}", schema):
        return None
    said = {n: header.get(n, "") for n in ("recordedAt", "effectiveAt", "actor")}
    placed = {"stream": event["stream"], "revision": event["revision"], "eventId": event["id"], "type": event["type"]}
    digests = {"headerDigest": digest(event["header"]), "payloadDigest": payload}
    return canonical({"v": 1, "leafIndex": index, "schema": int(schema), **placed, **said, **digests})


# --- The bundle -------------------------------------------------------------------------------------------------------


def is_text(value):
    """A text without halves of characters: they are hashed as other ones."""
    return isinstance(value, str) and not any(0xD800 <= ord(c) < 0xE000 for c in value)


def texts(value):
    return isinstance(value, list) and all(is_text(each) for each in value)


def is_event(event):
    if event is None:
        return True
    if not isinstance(event, dict) or set(event) != {"stream", "revision", "id", "type", "header", "data"}:
        return False
    named = all(is_text(event[n]) for n in ("stream", "id", "type", "header"))
    return named and whole(event["revision"]) and (event["data"] is None or is_text(event["data"]))


NAMES = {
    "manifest": {"kind", "bundle", "origin", "scope", "streams", "madeAt"},
    "checkpoint": {"kind", "note", "consistency"},
    "entry": {"kind", "leaf", "event", "shredded", "proof"},
    "end": {"kind", "entries"},
}


def read_line(text):
    try:
        line = parse(text)
    except ValueError:
        return None
    kind = line.get("kind") if isinstance(line, dict) else None
    if not isinstance(kind, str) or kind not in NAMES or not set(line) <= NAMES[kind]:
        return None
    if kind == "manifest":
        streams = line.get("scope") == "streams" and texts(line.get("streams"))
        scoped = streams or (line.get("scope") == "whole" and "streams" not in line)
        named = is_text(line.get("origin")) and is_text(line.get("madeAt"))
        fine = whole(line.get("bundle")) and line["bundle"] == 1 and named and scoped
    elif kind == "checkpoint":
        fine = is_text(line.get("note")) and texts(line.get("consistency"))
    elif kind == "entry":
        leaf = "leaf" in line and (line["leaf"] is None or is_text(line["leaf"]))
        lists = all(n not in line or texts(line[n]) for n in ("shredded", "proof"))
        fine = leaf and lists and "event" in line and is_event(line["event"])
    else:
        fine = whole(line.get("entries"))
    return line if fine else None


class Bundle:
    def __init__(self, policy, seen, max_age, now):
        self.logs, self.witnesses, self.quorum = policy
        self.seen_text, self.max_age, self.now = seen, max_age, now
        self.manifest, self.checkpoints, self.cosigned = None, [], None
        self.entries, self.begun, self.ended = 0, False, False
        self.tree, self.leaves, self.tail, self.revisions = Tree(), 0, 0, {}
        self.expected, self.lost, self.reached = [], None, {}

    def verified(self, origin, size, body, signatures):
        """Keys that signed, with the times of witnesses."""
        logs = [key for key in self.logs if key[0] == origin]
        if origin != self.manifest["origin"] or not logs:
            raise Finding("unknown-log", size)
        signed = {}
        for name, key_id, raw in signatures:
            for key in logs + self.witnesses:
                if (key[0], key[1]) != (name, key_id):
                    continue
                if key[2] == 1:
                    if not signature_holds(key[3], body.encode(), raw):
                        raise Finding("log-signature", size)
                    signed.setdefault(key, None)
                else:
                    at = int.from_bytes(raw[:8], "big")
                    message = f"cosignature/v1\ntime {at}\n{body}".encode()
                    if len(raw) != 72 or at > MOST or not signature_holds(key[3], message, raw[8:]):
                        raise Finding("cosignature", size)
                    signed.setdefault(key, at)
                break
        if not any(key[2] == 1 for key in signed):
            raise Finding("log-signature", size)
        return signed

    def checkpoint(self, line):
        last = self.checkpoints[-1] if self.checkpoints else None
        read = read_checkpoint(line["note"])
        if read is None:
            raise Finding("bundle-malformed", last[0] if last else 0)
        origin, size, root, body, signatures = read
        signed = self.verified(origin, size, body, signatures)
        if last:
            if size == last[0] and root != last[1]:
                raise Finding("fork", size)
            if size <= last[0]:
                raise Finding("bundle-malformed", size)
            proof = [tree_hash(each) for each in line["consistency"]]
            if None in proof or not consistent(last[0], size, proof, last[1], root):
                raise Finding("consistency", size)
        self.checkpoints.append((size, root))
        cosigners = {key: at for key, at in signed.items() if key[2] == 4}
        if self.quorum(set(cosigners)):
            times = sorted(cosigners.values()) or [None]
            self.cosigned = (size, times[0], times[-1])

    def begin(self):
        if self.begun:
            return
        self.begun = True
        last = self.checkpoints[-1] if self.checkpoints else None
        if self.cosigned is None:
            raise Finding("quorum", last[0] if last else 0)
        size, oldest, youngest = self.cosigned
        if self.max_age is not None and oldest is not None and self.now - oldest > self.max_age:
            raise Finding("stale", size)
        if youngest is not None and youngest - self.now > SKEW:
            raise Finding("from-the-future", size)
        self.expected = [(size, root, "tree-altered") for size, root in self.checkpoints]
        if self.seen_text is not None:
            seen = read_checkpoint(self.seen_text)
            if seen is None:
                raise Finding("wrong-use", 0)
            origin, size, root, body, signatures = seen
            self.verified(origin, size, body, signatures)
            if size > last[0]:
                raise Finding("rolled-back", size)
            if any(size == other and root != known for other, known in self.checkpoints):
                raise Finding("fork", size)
            if self.manifest["scope"] == "streams" and all(size != other for other, _ in self.checkpoints):
                raise Finding("wrong-use", 0)
            self.expected.append((size, root, "fork"))
        self.expected.sort(key=lambda each: each[0])
        if self.manifest["scope"] == "whole":
            self.roots()

    def roots(self):
        while self.expected and self.expected[0][0] == self.tree.size:
            size, root, finding = self.expected.pop(0)
            if root != self.tree.root():
                raise Finding(finding, size)

    def compare(self, event, text, leaf):
        at = leaf["leafIndex"]
        payload = leaf["payloadDigest"] if event["data"] is None else digest(event["data"])
        now = make_leaf(event, at, payload)
        if now is not None and payload != leaf["payloadDigest"]:
            raise Finding("payload-altered", at)
        if now != text:
            raise Finding("header-altered", at)

    def follow(self, event, at):
        expected = self.revisions.get(event["stream"], 0) + 1
        if event["revision"] != expected:
            raise Finding("revision-gap", at)
        self.revisions[event["stream"]] = expected

    def younger(self, event):
        self.follow(event, self.leaves + self.tail)
        self.tail += 1

    def entry(self, line):
        if self.manifest["scope"] == "streams":
            return self.stream_entry(line)
        text, event = line["leaf"], line["event"]
        if self.lost is not None:
            return self.lose(text, event)
        if text is None:
            if event is None:
                raise Finding("bundle-malformed", self.leaves)
            return self.younger(event)
        if self.tail > 0:
            raise Finding("bundle-malformed", self.leaves)
        leaf = read_leaf(text)
        if leaf is None:
            raise Finding("tree-altered", self.leaves)
        if leaf["leafIndex"] != self.leaves:
            raise Finding("reordered", self.leaves)
        if event is None or event["id"] != leaf["eventId"]:
            self.lost = ([], [])
            return self.lose(text, event)
        self.compare(event, text, leaf)
        self.tree.add(leaf_hash(text))
        self.follow(event, self.leaves)
        self.leaves += 1
        self.roots()

    def lose(self, text, event):
        leaf = read_leaf(text) if text is not None else None
        if leaf is not None:
            self.lost[0].append(leaf["eventId"])
        self.lost[1].append(event["id"] if event else None)

    def stream_entry(self, line):
        text, event = line["leaf"], line["event"]
        if event is None or event["stream"] not in self.manifest["streams"]:
            raise Finding("bundle-malformed", self.leaves)
        stream = event["stream"]
        if text is None:
            self.reached[stream] = MOST + 1
            return self.younger(event)
        leaf = read_leaf(text)
        if leaf is None:
            raise Finding("not-included", self.leaves)
        reached = self.reached.get(stream, -1)
        if leaf["leafIndex"] <= reached:
            raise Finding("inserted" if reached > MOST else "reordered", leaf["leafIndex"])
        self.reached[stream] = leaf["leafIndex"]
        self.compare(event, text, leaf)
        size, root = self.checkpoints[-1]
        proof = [tree_hash(each) for each in line.get("proof", [])]
        if None in proof or not included(leaf_hash(text), leaf["leafIndex"], size, proof, root):
            raise Finding("not-included", leaf["leafIndex"])
        self.follow(event, leaf["leafIndex"])
        self.leaves += 1

    def finish(self):
        if self.lost is not None:
            leaves, events = self.lost
            wanted, found = leaves[0], events[0]
            if all(each is None for each in events):
                raise Finding("truncated", self.leaves)
            if wanted not in events:
                raise Finding("missing", self.leaves)
            raise Finding("reordered" if found is None or found in leaves else "inserted", self.leaves)
        if self.manifest["scope"] == "whole" and self.expected:
            raise Finding("truncated", self.leaves)

    def line(self, text):
        line = read_line(text)
        if line is None or self.ended:
            raise Finding("bundle-malformed", self.entries)
        kind = line["kind"]
        if self.manifest is None:
            if kind != "manifest":
                raise Finding("bundle-malformed", 0)
            self.manifest = line
        elif kind == "checkpoint" and not self.begun:
            self.checkpoint(line)
        elif kind == "entry":
            self.begin()
            self.entry(line)
            self.entries += 1
        elif kind == "end":
            self.begin()
            if line["entries"] != self.entries:
                raise Finding("bundle-malformed", self.entries)
            self.finish()
            self.ended = True
        else:
            raise Finding("bundle-malformed", self.entries)


def seconds(instant):
    return int(datetime.datetime.fromisoformat(instant.replace("Z", "+00:00")).timestamp())


def read(path):
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        return file.read()


def main(arguments):
    options, bundles = {}, []
    while arguments:
        word = arguments.pop(0)
        if not word.startswith("--"):
            bundles.append(word)
        elif word in ("--policy", "--seen", "--max-age", "--now") and arguments:
            options[word] = arguments.pop(0)
        else:
            raise Finding("wrong-use")
    if len(bundles) != 1 or "--policy" not in options:
        raise Finding("wrong-use")
    if not re.fullmatch(r"[0-9]{1,6}", options.get("--max-age", "0")):
        raise Finding("wrong-use")
    if not re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z", options.get("--now", "2026-01-01T00:00:00Z")):
        raise Finding("wrong-use")
    policy = read_policy(read(options["--policy"]))
    seen = read(options["--seen"]) if "--seen" in options else None
    max_age = int(options["--max-age"]) * 3600 if "--max-age" in options else None
    now = seconds(options["--now"]) if "--now" in options else int(time.time())
    bundle = Bundle(policy, seen, max_age, now)
    with open(bundles[0], "rb") as file:
        for raw in file:
            if not raw.endswith(b"\n"):
                raise Finding("bundle-malformed", 0)
            try:
                text = raw[:-1].decode("utf-8")
            except UnicodeDecodeError:
                raise Finding("bundle-malformed", 0) from None
            bundle.line(text)
    if not bundle.ended:
        raise Finding("bundle-malformed", bundle.entries)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
        found = Finding("sound")
    except Finding as finding:
        found = finding
    except OSError:
        found = Finding("failed")
    place = "" if found.place is None else f" {found.place}"
    print(f"RESULTADO {CODES[found.name]} {found.name}{place}")
    sys.exit(CODES[found.name])
