"""Uses a server as an OAuth client does, with authlib: one job a line in, one answer a line out, both
in JSON.

{"do": "metadata", "url"}                                  -> {"metadata"}
{"do": "log_in", "url", "json"}                            -> {"token"}
{"do": "refresh", "url"}                                   -> {"token"}
{"do": "introspect" or "revoke", "url", "token", "hint"}   -> {"status", "headers", "body"}
{"do": "call", "method", "url"}                            -> {"status", "headers", "body"}
{"do": "versions"}                                         -> {"Authlib", "requests"}

After `log_in` and `refresh` the session has the token: `refresh` and `call` use it. `hint` may be left
out. What fails is answered with {"error", "message"}; an error that the server has told has its name.
"""

import importlib.metadata
import json
import sys

import requests
from authlib.integrations.base_client import OAuthError
from authlib.integrations.requests_client import OAuth2Session
from authlib.oauth2.rfc8414 import AuthorizationServerMetadata

# Passwords take a while to be hashed.
PATIENCE = 120

# A client with a name and a secret, which go into `Authorization: Basic`.
session = OAuth2Session("gateway", "for-this-example-only", default_timeout=PATIENCE)
# The environment shall not lead to a proxy.
session.trust_env = False


def metadata(job):
    """As authlib reads them, member by member."""
    response = requests.get(job["url"], timeout=PATIENCE)
    response.raise_for_status()
    read = AuthorizationServerMetadata(response.json())
    for name in AuthorizationServerMetadata.REGISTRY_KEYS:
        # Required by RFC 8414 §2 of a server, too, that has no authorization endpoint and so no
        # response type; authlib takes an empty list for a missing one.
        if name == "response_types_supported":
            assert read[name] == []
        else:
            getattr(read, f"validate_{name}")()
    return {"metadata": read}


def log_in(job):
    response = requests.post(job["url"], json=job["json"], timeout=PATIENCE)
    response.raise_for_status()
    session.token = response.json()
    return {"token": session.token}


def refresh(job):
    return {"token": session.refresh_token(job["url"])}


def introspect(job):
    return told(session.introspect_token(job["url"], job["token"], job.get("hint")))


def revoke(job):
    return told(session.revoke_token(job["url"], job["token"], job.get("hint")))


def call(job):
    return told(session.request(job["method"], job["url"]))


def told(response):
    headers = {name.lower(): value for name, value in response.headers.items()}
    return {"status": response.status_code, "headers": headers, "body": response.text}


def versions(_):
    return {name: importlib.metadata.version(name) for name in ("Authlib", "requests")}


JOBS = {
    "metadata": metadata,
    "log_in": log_in,
    "refresh": refresh,
    "introspect": introspect,
    "revoke": revoke,
    "call": call,
    "versions": versions,
}

for line in sys.stdin:
    job = json.loads(line)
    try:
        answer = JOBS[job["do"]](job)
    except OAuthError as error:
        answer = {"error": error.error, "message": str(error)}
    except Exception as error:  # whatever it is, the test wants to know
        answer = {"error": type(error).__name__, "message": str(error)}
    print(json.dumps(answer), flush=True)
