# CMake generated Testfile for 
# Source directory: /tmp/times/proj/src/mention/quantities
# Build directory: /tmp/times/proj/src/mention/quantities
# 
# This file includes the relevant testing commands required for 
# testing this directory and lists subdirectories to be tested as well.
add_test([=[quantities]=] "/tmp/times/proj/quantities_test")
set_tests_properties([=[quantities]=] PROPERTIES  _BACKTRACE_TRIPLES "/tmp/times/proj/cmake/HeraldLayer.cmake;20;add_test;/tmp/times/proj/src/mention/quantities/CMakeLists.txt;1;herald_layer;/tmp/times/proj/src/mention/quantities/CMakeLists.txt;0;")
