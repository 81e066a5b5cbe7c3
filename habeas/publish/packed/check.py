"""Check a public copy of a register with nothing but Python: python3 check.py FOLDER [KEY [NUMBER]]

Every file is compared with the list in manifest.json. The signature of that list is checked if the package
`cryptography` is installed; KEY is the publisher's public key, as you have it from another place, and NUMBER that of
the copy which you saw last: an older copy, given whole, looks as sound as a new one.
"""

import hashlib
import json
import sys
from pathlib import Path


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    try:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        files, told = dict(manifest["files"]), (manifest["key"], int(manifest["copy"]), manifest["signature"])
        told_of = f"Copy {told[1]}, data release {manifest['release']} of {manifest['day']}: {len(files)} files."
    except (OSError, ValueError, KeyError, TypeError):
        print(f"{folder} holds no manifest.json of a public copy. Name the folder that has it.")
        return 1
    print(told_of)
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    changed = [name for name in sorted(there & set(files)) if digest(folder / name) != files[name]]
    extra = sorted(there - set(files) - {"manifest.json"})
    # A stick holds the pages alone, and whatever else it holds must be whole.
    parts = {name.partition("/")[0] for name in there} | {"site"}
    missing = sorted(name for name in set(files) - there if name.partition("/")[0] in parts)
    for what, names in (("changed", changed), ("not of this copy", extra), ("missing", missing)):
        if names:
            print(f"{len(names)} {what}, the first: {names[0]}")
    signed = signature(manifest)
    print(f"Signature: {signed}. Key: {told[0]}")
    return 1 if changed or extra or missing or signed == "WRONG" or not asked_for(*told[:2]) else 0


def asked_for(key: str, number: int) -> bool:
    """Whether it is whose it should be, and no older than the copy that was seen."""
    if len(sys.argv) < 3:
        print("Whose it is was not checked: give the publisher's key, as you have it from another place.")
    elif "".join(sys.argv[2].split()).lower() != key:
        print("This is NOT the key that you gave: ask the publisher again for theirs, and trust this copy in nothing.")
        return False
    if len(sys.argv) < 4:
        print(f"That it is not an old one was not checked: remember the number {number}, and give it next time.")
    elif not sys.argv[3].isdigit() or number < int(sys.argv[3]):
        print(f"It is OLDER than the copy {sys.argv[3]}, which you saw: get the newest from its publisher.")
        return False
    return True


def digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def signature(manifest: dict[str, object]) -> str:
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        return "not checked (install the package cryptography)"
    fields = {name: told for name, told in manifest.items() if name not in ("form", "signature")}
    text = json.dumps([manifest["form"], fields], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(str(manifest["key"])))
        key.verify(bytes.fromhex(str(manifest["signature"])), text.encode())
    except (InvalidSignature, ValueError, KeyError):
        return "WRONG"
    return "right"


if __name__ == "__main__":
    sys.exit(main())
