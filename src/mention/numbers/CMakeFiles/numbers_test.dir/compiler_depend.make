# Empty compiler generated dependencies file for numbers_test.
# This may be replaced when dependencies are built.
