"""Asks a server with httpx: one job a line in, one answer a line out, both in JSON.

{"do": "request", "method", "url", "headers", "json"}  -> {"status", "headers", "body"}
{"do": "sign", "key", "claims", "algorithm"}           -> {"token"}
{"do": "versions"}                                     -> {"httpx", "PyJWT"}

`headers` and `json` may be left out; an answer has its headers in lower case, each as a list. Tokens
are PyJWT's, of a key that is a text, for those that no server would sign.
"""

import importlib.metadata
import json
import sys

import httpx
import jwt

# The environment shall not lead to a proxy. Passwords take a while to be hashed.
client = httpx.Client(trust_env=False, timeout=120)


def request(job):
    response = client.request(
        job["method"], job["url"], headers=job.get("headers"), json=job.get("json")
    )
    headers = {name.lower(): response.headers.get_list(name) for name in response.headers}
    return {"status": response.status_code, "headers": headers, "body": response.text}


def sign(job):
    return {"token": jwt.encode(job["claims"], job["key"], algorithm=job["algorithm"])}


def versions(_):
    return {name: importlib.metadata.version(name) for name in ("httpx", "PyJWT")}


JOBS = {"request": request, "sign": sign, "versions": versions}

for line in sys.stdin:
    job = json.loads(line)
    try:
        answer = JOBS[job["do"]](job)
    except Exception as error:  # whatever it is, the test wants to know
        answer = {"error": type(error).__name__, "message": str(error)}
    print(json.dumps(answer), flush=True)
