"""The job in FastAPI, with PyJWT."""

import os
from typing import Annotated

import jwt
from fastapi import Depends, FastAPI, HTTPException
from fastapi.responses import PlainTextResponse
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

KEY = os.environ["TOKEN_SIGNING_KEY"]

app = FastAPI()
bearer = HTTPBearer()


async def caller(credentials: Annotated[HTTPAuthorizationCredentials, Depends(bearer)]) -> dict:
    try:
        return jwt.decode(
            credentials.credentials,
            KEY,
            algorithms=["HS256"],
            issuer="https://issuer.example",
            audience="api",
            options={"require": ["exp", "iss", "aud"]},
        )
    except jwt.InvalidTokenError as error:
        raise HTTPException(401, headers={"WWW-Authenticate": "Bearer"}) from error


async def allowed(claims: Annotated[dict, Depends(caller)]) -> None:
    role = not {"Admin", "Owner"}.isdisjoint(claims["roles"])
    permissions = {"UpdateUsers", "DeleteUsers"}.issubset(claims["permissions"])
    claim = bool(claims.get("AdminID") or claims.get("EmployeeID"))
    if not (role and permissions and claim):
        raise HTTPException(403)


@app.get("/job", dependencies=[Depends(allowed)], response_class=PlainTextResponse)
async def restricted() -> str:
    return "hello"
