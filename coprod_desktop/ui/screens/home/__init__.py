"""Home: what is likeliest next, for a group and before there is one."""
