"""Classifiers as .onnx files: exported, and described for those who run them."""
