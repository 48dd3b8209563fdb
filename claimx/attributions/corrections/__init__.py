"""What is mended in the model's statements, each by the role it mends."""
