"""What whoever looks into a fault wants to know: packages, the log, a report."""
