"""Who might be whom: the names of a list against the people of the register."""
