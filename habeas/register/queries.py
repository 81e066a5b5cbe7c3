"""Every question to the register, by name."""
