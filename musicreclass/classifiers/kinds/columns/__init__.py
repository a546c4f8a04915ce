"""Networks on columns: features, summaries of mels, and what encoders say."""
