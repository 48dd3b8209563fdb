"""As much of jq's command line as the README uses, over the PyPI package ``jq``: options -r, -c, -s, and a program."""

import json
import sys

import jq


def main() -> None:
    """Read JSON values from standard input, print what the program makes of them."""
    *options, program = sys.argv[1:]
    assert {*options} <= {"-r", "-c", "-s"}, options
    values = [json.loads(line) for line in sys.stdin if line.strip()]
    for value in [values] if "-s" in options else values:
        for result in jq.compile(program).input_value(value):
            raw = "-r" in options and isinstance(result, str)
            sys.stdout.write((result if raw else json.dumps(result, ensure_ascii=False)) + "\n")


if __name__ == "__main__":
    main()
