"""An attacker: reads public tables, writes down what they say of numbers that are not told, and solves for those."""
