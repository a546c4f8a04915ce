"""Reports on what was measured, as data, tables, plots and pages."""
