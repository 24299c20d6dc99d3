# Empty compiler generated dependencies file for herald_times.
# This may be replaced when dependencies are built.
