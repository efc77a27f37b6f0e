"""The stages as processes: thin processors that ask the core and pass on what it says.

`detect` and `correlate` are Faust workers, `deliver` a plain consumer; `supervisor` runs them all on one machine. The room
guarantees delivery and decides nothing about news: whatever it calls is injected, so a stage is tested with a handler of
three lines. The rules that every processor here keeps, because Faust commits whatever an agent has seen, raised or not:

- a handler is total: an exception becomes a dead letter, bad bytes are an answer (`Poison`), never an exception;
- every message is awaited until the broker has acknowledged it, or the process ends without committing (`die`);
- state lives on a compacted topic of ours, written in one transaction with what follows from it.
"""
