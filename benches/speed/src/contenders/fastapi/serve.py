"""Serves the job with so many workers, after it has said on which port."""

import sys

import uvicorn
from uvicorn.supervisors import Multiprocess

if __name__ == "__main__":
    workers = int(sys.argv[1])
    config = uvicorn.Config("app:app", port=0, workers=workers, access_log=False, log_level="error")
    socket = config.bind_socket()
    socket.listen(1024)
    print(socket.getsockname()[1], flush=True)
    if workers == 1:
        uvicorn.Server(config).run(sockets=[socket])
    else:
        Multiprocess(config, sockets=[socket]).run()
