"""Figures with intervals: evaluation, comparison, learning curves, leakage, confusable pairs."""
