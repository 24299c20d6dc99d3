# Empty dependencies file for herald_language.
# This may be replaced when dependencies are built.
