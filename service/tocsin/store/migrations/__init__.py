"""The ledger's migrations, one file a version, in the package so that an installed program can upgrade."""
