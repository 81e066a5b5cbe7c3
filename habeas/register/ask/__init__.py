"""The questions, one module for each subject; faces ask them through queries."""
