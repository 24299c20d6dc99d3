# Empty compiler generated dependencies file for times_test.
# This may be replaced when dependencies are built.
