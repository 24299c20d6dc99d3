// The codebook's YAML files of this folder, read with errors that name the file and the line.
#pragma once

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <optional>

#include "herald/result.h"

namespace herald::quantities {

// A T that `Loader` fills from the file; what yaml-cpp or the loader throws (YAML::Exception) becomes the error.
template <class Loader, class T>
Result<T> load_yaml(const std::filesystem::path& file, T out) {
  try {
    Loader(out).read(YAML::LoadFile(file.string()));
  } catch (const YAML::BadFile&) {
    return Error{.what = "cannot be read",
                 .origin = file.string(),
                 .offset = std::nullopt,
                 .line = std::nullopt,
                 .hint = "is the data folder complete?"};
  } catch (const YAML::Exception& e) {
    const auto line = e.mark.is_null() ? std::nullopt : std::optional<uint64_t>(static_cast<uint64_t>(e.mark.line) + 1);
    return Error{.what = e.msg, .origin = file.string(), .offset = std::nullopt, .line = line, .hint = "see docs/codebook.md"};
  }
  return out;
}

}  // namespace herald::quantities
