file(REMOVE_RECURSE
  "CMakeFiles/herald_language.dir/attention.cc.o"
  "CMakeFiles/herald_language.dir/attention.cc.o.d"
  "CMakeFiles/herald_language.dir/conllu.cc.o"
  "CMakeFiles/herald_language.dir/conllu.cc.o.d"
  "CMakeFiles/herald_language.dir/encoder.cc.o"
  "CMakeFiles/herald_language.dir/encoder.cc.o.d"
  "CMakeFiles/herald_language.dir/entities.cc.o"
  "CMakeFiles/herald_language.dir/entities.cc.o.d"
  "CMakeFiles/herald_language.dir/features.cc.o"
  "CMakeFiles/herald_language.dir/features.cc.o.d"
  "CMakeFiles/herald_language.dir/kernel.cc.o"
  "CMakeFiles/herald_language.dir/kernel.cc.o.d"
  "CMakeFiles/herald_language.dir/labels.cc.o"
  "CMakeFiles/herald_language.dir/labels.cc.o.d"
  "CMakeFiles/herald_language.dir/language.cc.o"
  "CMakeFiles/herald_language.dir/language.cc.o.d"
  "CMakeFiles/herald_language.dir/lemmatizer.cc.o"
  "CMakeFiles/herald_language.dir/lemmatizer.cc.o.d"
  "CMakeFiles/herald_language.dir/parser.cc.o"
  "CMakeFiles/herald_language.dir/parser.cc.o.d"
  "CMakeFiles/herald_language.dir/safetensors.cc.o"
  "CMakeFiles/herald_language.dir/safetensors.cc.o.d"
  "CMakeFiles/herald_language.dir/segmenter.cc.o"
  "CMakeFiles/herald_language.dir/segmenter.cc.o.d"
  "CMakeFiles/herald_language.dir/spanning_tree.cc.o"
  "CMakeFiles/herald_language.dir/spanning_tree.cc.o.d"
  "CMakeFiles/herald_language.dir/token_rules.cc.o"
  "CMakeFiles/herald_language.dir/token_rules.cc.o.d"
  "CMakeFiles/herald_language.dir/tokenizer.cc.o"
  "CMakeFiles/herald_language.dir/tokenizer.cc.o.d"
  "libherald_language.a"
  "libherald_language.pdb"
)

# Per-language clean rules from dependency scanning.
foreach(lang CXX)
  include(CMakeFiles/herald_language.dir/cmake_clean_${lang}.cmake OPTIONAL)
endforeach()
