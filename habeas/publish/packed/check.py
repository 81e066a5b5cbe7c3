"""Check a public copy of a register with nothing but Python: python3 check.py FOLDER [KEY]

Every file is compared with the list in manifest.json. The signature of that list is checked if the package
`cryptography` is installed; KEY is the publisher's public key, as you have it from another place.
"""

import hashlib
import json
import sys
from pathlib import Path


def main() -> int:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    missing, changed = [], []
    for name, told in manifest["files"].items():
        file = folder / name
        if not file.is_file():
            missing.append(name)
        elif hashlib.sha256(file.read_bytes()).hexdigest() != told:
            changed.append(name)
    there = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    extra = sorted(there - set(manifest["files"]) - {"manifest.json"})
    print(f"Data release {manifest['release']} of {manifest['day']}: {len(manifest['files'])} files in the list.")
    for what, names in (("changed", changed), ("not of this copy", extra), ("missing", missing)):
        if names:
            print(f"{len(names)} {what}, the first: {names[0]}")
    signed = signature(manifest)
    print(f"Signature: {signed}. Key: {manifest['key']}")
    if len(sys.argv) > 2 and sys.argv[2].lower() != manifest["key"]:
        print("This is NOT the key that you gave.")
        return 1
    return 1 if changed or extra or signed == "WRONG" else 0


def signature(manifest: dict[str, object]) -> str:
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        return "not checked (install the package cryptography)"
    fields = {name: manifest[name] for name in ("before", "day", "edition", "files", "key", "release")}
    text = json.dumps([manifest["form"], fields], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    try:
        key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(str(manifest["key"])))
        key.verify(bytes.fromhex(str(manifest["signature"])), text.encode())
    except InvalidSignature:
        return "WRONG"
    return "right"


if __name__ == "__main__":
    sys.exit(main())
