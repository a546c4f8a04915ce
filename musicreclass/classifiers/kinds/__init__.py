"""The kinds of classifiers: each file has the config, network, fitting and answers of one."""
