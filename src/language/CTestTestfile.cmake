# CMake generated Testfile for 
# Source directory: /tmp/times/proj/src/language
# Build directory: /tmp/times/proj/src/language
# 
# This file includes the relevant testing commands required for 
# testing this directory and lists subdirectories to be tested as well.
add_test([=[language]=] "/tmp/times/proj/language_test")
set_tests_properties([=[language]=] PROPERTIES  _BACKTRACE_TRIPLES "/tmp/times/proj/cmake/HeraldLayer.cmake;20;add_test;/tmp/times/proj/src/language/CMakeLists.txt;1;herald_layer;/tmp/times/proj/src/language/CMakeLists.txt;0;")
