"""What is generated from the models: JSON Schemas, and the types of the client."""
