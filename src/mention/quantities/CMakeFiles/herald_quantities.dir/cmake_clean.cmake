file(REMOVE_RECURSE
  "CMakeFiles/herald_quantities.dir/codebook.cc.o"
  "CMakeFiles/herald_quantities.dir/codebook.cc.o.d"
  "CMakeFiles/herald_quantities.dir/quantities.cc.o"
  "CMakeFiles/herald_quantities.dir/quantities.cc.o.d"
  "CMakeFiles/herald_quantities.dir/unit.cc.o"
  "CMakeFiles/herald_quantities.dir/unit.cc.o.d"
  "CMakeFiles/herald_quantities.dir/weapons.cc.o"
  "CMakeFiles/herald_quantities.dir/weapons.cc.o.d"
  "libherald_quantities.a"
  "libherald_quantities.pdb"
)

# Per-language clean rules from dependency scanning.
foreach(lang CXX)
  include(CMakeFiles/herald_quantities.dir/cmake_clean_${lang}.cmake OPTIONAL)
endforeach()
