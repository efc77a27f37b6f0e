"""`python -m tocsin`: the command line, for children that know only their interpreter."""

from tocsin.cli import main

if __name__ == "__main__":
    main()
