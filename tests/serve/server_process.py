"""A server with limits of a test's own: `python -m tests.serve.server_process OPTIONS`."""

import json
import multiprocessing
import sys

from musicreclass.serve.limits import ServeLimits
from musicreclass.serve.run_server import ServeOptions, run_server


def main(options):
    given = json.loads(options)
    limits = ServeLimits(**given["limits"])
    wanted = ServeOptions(port=0, token=given["token"], limits=limits)

    def say(said):
        sys.stdout.write(f"{dict(said.values)['url']}\n")
        sys.stdout.flush()

    run_server(wanted, say)


if __name__ == "__main__":
    multiprocessing.freeze_support()
    main(sys.argv[1])
