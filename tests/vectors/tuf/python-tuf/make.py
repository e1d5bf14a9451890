"""Signs the repository beside this file with python-tuf, as an admin with another tool would.

Its private keys are made for the run and kept nowhere. Needs python-tuf and securesystemslib:
    python3 make.py
"""

import os
from datetime import datetime, timezone

from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import DelegatedRole, Delegations, Key, Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

HERE = os.path.dirname(os.path.abspath(__file__))
EXPIRES = datetime(2100, 1, 1, tzinfo=timezone.utc)
FILES = {
    "policy.json": b'{"site": "seoul", "zone": "Asia/Seoul", "lanes": ["p1-qr"]}',
    "status/00.cwt": b"a list",
}

# One key of each algorithm that the gate knows, and two for targets.
root_signers = [CryptoSigner.generate_ed25519(), CryptoSigner.generate_ecdsa()]
target_signers = [CryptoSigner.generate_rsa(), CryptoSigner.generate_ecdsa()]
status_signer = CryptoSigner.generate_ed25519()
online_signer = CryptoSigner.generate_ecdsa()


def put(path, content):
    target = TargetFile.from_data(path, content, ["sha256"])
    directory, _, name = path.rpartition("/")
    os.makedirs(os.path.join(HERE, "targets", directory), exist_ok=True)
    with open(os.path.join(HERE, "targets", directory, target.hashes["sha256"] + "." + name), "wb") as file:
        file.write(content)
    return target


def write(name, metadata, signers):
    for signer in signers:
        metadata.sign(signer, append=True)
    os.makedirs(os.path.join(HERE, "metadata"), exist_ok=True)
    metadata.to_file(os.path.join(HERE, "metadata", name))


root = Root(expires=EXPIRES, consistent_snapshot=True)
for role, signers in (("root", root_signers), ("targets", target_signers),
                      ("snapshot", [online_signer]), ("timestamp", [online_signer])):
    for signer in signers:
        root.add_key(signer.public_key, role)
    root.roles[role].threshold = len(signers)
write("1.root.json", Metadata(root), root_signers)

status = Targets(expires=EXPIRES)
status.targets = {path: put(path, content) for path, content in FILES.items() if path.startswith("status/")}
write("1.status.json", Metadata(status), [status_signer])

targets = Targets(expires=EXPIRES)
targets.targets = {path: put(path, content) for path, content in FILES.items() if "/" not in path}
role = DelegatedRole("status", [], 1, True, paths=["status/*"])
targets.delegations = Delegations({}, {"status": role})
targets.add_key(status_signer.public_key, "status")
write("1.targets.json", Metadata(targets), target_signers)

snapshot = Snapshot(expires=EXPIRES, meta={"targets.json": MetaFile(1), "status.json": MetaFile(1)})
write("1.snapshot.json", Metadata(snapshot), [online_signer])
write("timestamp.json", Metadata(Timestamp(expires=EXPIRES, snapshot_meta=MetaFile(1))), [online_signer])
