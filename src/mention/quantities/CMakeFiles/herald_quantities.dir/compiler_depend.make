# Empty compiler generated dependencies file for herald_quantities.
# This may be replaced when dependencies are built.
