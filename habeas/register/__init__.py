"""What the lines add up to: tables that can be dropped and made again, and every question by name."""
