# Empty compiler generated dependencies file for quantities_test.
# This may be replaced when dependencies are built.
