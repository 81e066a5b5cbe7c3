"""The readers that run in a process of their own, one for each kind of file: bytes in, blocks of rows out."""
