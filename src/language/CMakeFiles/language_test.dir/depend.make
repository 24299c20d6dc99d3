# Empty dependencies file for language_test.
# This may be replaced when dependencies are built.
