"""What an operator asks: how far each stage is behind, whether it moves, whether its process is well, what was set aside."""
