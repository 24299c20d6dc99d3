# Empty dependencies file for herald_numbers.
# This may be replaced when dependencies are built.
