"""Finds scenarios, roles and models and reads their YAML; nothing else may import yaml."""
