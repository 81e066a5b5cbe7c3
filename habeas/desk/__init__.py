"""The editors' desk: who may come in, and what they do there. It writes through intake and ledger, never past them."""
