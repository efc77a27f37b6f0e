"""How fast: what `make bench` measures, as ratios of one run. `python -m tests.bench --help` tells the options."""
