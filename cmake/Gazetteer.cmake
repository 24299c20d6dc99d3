# gazetteer.bin: fetched sources -> tables -> one mapped file, remade where the script, the codebook or the compiler of it changes.
set(HERALD_GAZETTEER_SOURCES ${PROJECT_BINARY_DIR}/gazetteer CACHE PATH "Tables of scripts/gazetteer_sources.py")
find_package(Python3 3.9 REQUIRED COMPONENTS Interpreter)

set(GAZETTEER ${PROJECT_BINARY_DIR}/share/herald/gazetteer.bin)
add_custom_command(
  OUTPUT ${HERALD_GAZETTEER_SOURCES}/complete
  COMMAND ${Python3_EXECUTABLE} ${PROJECT_SOURCE_DIR}/scripts/gazetteer_sources.py --out ${HERALD_GAZETTEER_SOURCES}
  DEPENDS ${PROJECT_SOURCE_DIR}/scripts/gazetteer_sources.py
  COMMENT "Fetching the gazetteer's sources" VERBATIM)
add_custom_command(
  OUTPUT ${GAZETTEER}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/share/herald
  COMMAND gazetteer_compile ${HERALD_GAZETTEER_SOURCES} ${PROJECT_SOURCE_DIR}/codebook/places.yaml ${GAZETTEER}
  DEPENDS gazetteer_compile ${HERALD_GAZETTEER_SOURCES}/complete ${PROJECT_SOURCE_DIR}/codebook/places.yaml
  COMMENT "Building gazetteer.bin" VERBATIM)
add_custom_target(gazetteer ALL DEPENDS ${GAZETTEER})
