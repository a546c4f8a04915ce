"""Classifiers as .onnx files: exported, described, and run by onnxruntime."""
