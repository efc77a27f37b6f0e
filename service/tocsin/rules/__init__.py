"""The rule language: documents with lines, faults, lexicons, rules, packs and their checks."""
