"""Trainer of Herald's language models: reads treebanks, writes models/ (safetensors, manifest, model card)."""
