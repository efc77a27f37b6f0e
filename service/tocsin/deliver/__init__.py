"""Who gets which message, when, and what it says: pure decisions over the ledger's view.

`plan` decides the deliveries of an alert revision, `outbox` what follows an attempt, `render` what is sent. The room touches
no database and no channel: `ports` says what it needs of them.
"""
