"""Signs and verifies with PyJWT: one job a line in, one answer a line out, both in JSON.

{"do": "sign", "alg", "key", "header", "claims"}               -> {"token"}
{"do": "verify", "alg", "key", "token", "issuer", "audience"}  -> {"header", "claims"}
{"do": "judge", …as verify}                                    -> {"accepted"}
{"do": "export", "alg", "key"}                                 -> {"jwk"}
{"do": "versions"}                                             -> {"PyJWT", "cryptography"}

A key is {"secret": base64url}, {"pem"} or {"jwk"}. What fails is answered with {"error", "message"}.
"""

import base64
import importlib.metadata
import json
import sys

import jwt


def sign(job):
    token = jwt.encode(job["claims"], key(job), algorithm=job["alg"], headers=job.get("header"))
    return {"token": token}


def verify(job):
    """As its manual shows it: the algorithm, the issuer and the audience are told."""
    complete = jwt.decode_complete(
        job["token"],
        key(job),
        algorithms=[job["alg"]],
        issuer=job.get("issuer"),
        audience=job.get("audience"),
    )
    return {"header": complete["header"], "claims": complete["payload"]}


def judge(job):
    """Also of claims that cannot be written as JSON."""
    verify(job)
    return {"accepted": True}


def export(job):
    algorithm = jwt.get_algorithm_by_name(job["alg"])
    return {"jwk": algorithm.to_jwk(algorithm.prepare_key(key(job)), as_dict=True)}


def versions(_):
    return {name: importlib.metadata.version(name) for name in ("PyJWT", "cryptography")}


def key(job):
    match job["key"]:
        case {"secret": secret}:
            return base64.urlsafe_b64decode(secret + "=" * (-len(secret) % 4))
        case {"pem": pem}:
            return pem
        case {"jwk": jwk}:
            return jwt.PyJWK(jwk, algorithm=job["alg"])


JOBS = {"sign": sign, "verify": verify, "judge": judge, "export": export, "versions": versions}


def answer(job):
    try:
        return JOBS[job["do"]](job)
    except Exception as error:  # whatever it is, the test wants to know
        return {"error": type(error).__name__, "message": str(error)}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line))), flush=True)
