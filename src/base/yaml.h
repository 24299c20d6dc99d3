// YAML files of the codebook, read with errors that name the file and the line.
#pragma once

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/files.h"
#include "herald/result.h"

namespace herald::base {

// What `read` makes of the file's root. It and its callees throw YAML::Exception(node.Mark(), what) where a node is not as it should be;
// that, like what yaml-cpp itself throws, becomes the error. `hint` names the document that has the file's form.
template <typename T, typename Read>
[[nodiscard]] Result<T> read_yaml(const std::filesystem::path& file, const char* hint, Read read) {
  const Result<std::string> bytes = read_file(file);
  if (!bytes) return bytes.error();
  try {
    return read(YAML::Load(*bytes));
  } catch (const YAML::Exception& e) {
    const auto line = e.mark.is_null() ? std::nullopt : std::optional<uint64_t>(static_cast<uint64_t>(e.mark.line) + 1);
    return Error{.what = e.msg, .origin = file.string(), .offset = std::nullopt, .line = line, .hint = hint};
  }
}

// The words of a list; none where the key is left out.
[[nodiscard]] inline std::vector<std::string> strings(const YAML::Node& list) {
  std::vector<std::string> out;
  for (const YAML::Node& item : list) out.push_back(item.as<std::string>());
  return out;
}

}  // namespace herald::base
