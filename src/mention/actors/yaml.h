// Rows of the codebook's YAML files, read with errors that name the file and the line.
#pragma once

#include <yaml-cpp/yaml.h>

#include <filesystem>
#include <initializer_list>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/files.h"
#include "herald/result.h"

namespace herald::actors {

// Thrown by Row, caught by read_yaml; never leaves this layer.
struct RowError : std::runtime_error {
  RowError(const std::string& what, uint64_t at) : std::runtime_error(what), line(at) {}
  uint64_t line;  // 1-based
};

// One mapping of a file. Reading it throws RowError where the file is not as it should be.
class Row {
 public:
  // Refuses keys other than these.
  Row(const YAML::Node& node, std::initializer_list<const char*> keys) : line_(static_cast<uint64_t>(node.Mark().line) + 1) {
    if (!node.IsMap()) fail("a row must be a mapping");
    for (const auto& pair : node) {
      const std::string key = pair.first.Scalar();
      bool known = false;
      for (const char* k : keys) known = known || key == k;
      if (!known) fail("unknown field \"" + key + "\"");
      fields_.emplace(key, pair.second);
    }
  }
  [[nodiscard]] bool has(const std::string& key) const { return fields_.count(key) != 0; }
  // Empty where the field is left out.
  [[nodiscard]] std::string text(const std::string& key) const {
    const auto at = fields_.find(key);
    if (at == fields_.end()) return {};
    if (!at->second.IsScalar()) fail("\"" + key + "\" must be one word or phrase");
    return at->second.Scalar();
  }
  // A scalar is a list of one.
  [[nodiscard]] std::vector<std::string> list(const std::string& key) const {
    std::vector<std::string> out;
    const auto at = fields_.find(key);
    if (at == fields_.end()) return out;
    if (at->second.IsScalar()) return {at->second.Scalar()};
    for (const YAML::Node& item : at->second) {
      if (!item.IsScalar()) fail("\"" + key + "\" must be a list of words");
      out.push_back(item.Scalar());
    }
    return out;
  }
  [[nodiscard]] std::vector<YAML::Node> nodes(const std::string& key) const {
    std::vector<YAML::Node> out;
    const auto at = fields_.find(key);
    if (at == fields_.end()) return out;
    for (const YAML::Node& item : at->second) out.push_back(item);
    return out;
  }
  [[nodiscard]] bool flag(const std::string& key) const {
    const std::string value = text(key);
    if (!value.empty() && value != "true" && value != "false") fail("\"" + key + "\" must be true or false");
    return value == "true";
  }
  template <typename T>
  [[nodiscard]] T one_of(const std::string& key, const std::map<std::string, T>& values) const {
    const auto at = values.find(text(key));
    if (at == values.end()) fail("\"" + key + "\" cannot be \"" + text(key) + "\"");
    return at->second;
  }
  [[noreturn]] void fail(const std::string& what) const { throw RowError(what, line_); }

 private:
  uint64_t line_;
  std::map<std::string, YAML::Node> fields_;
};

// The file through `read`, with what YAML or Row finds wrong in it as an Error.
template <typename T, typename Read>
[[nodiscard]] Result<T> read_yaml(const std::filesystem::path& path, Read read) {
  const Result<std::string> bytes = base::read_file(path);
  if (!bytes) return bytes.error();
  const auto error = [&](const std::string& what, uint64_t line) {
    return Error{.what = what,
                 .origin = path.string(),
                 .offset = std::nullopt,
                 .line = line,
                 .hint = "docs/actors.md has the form of the codebook's files"};
  };
  try {
    return read(YAML::Load(*bytes));
  } catch (const RowError& e) {
    return error(e.what(), e.line);
  } catch (const YAML::Exception& e) {
    return error(e.msg, static_cast<uint64_t>(e.mark.line) + 1);
  }
}

}  // namespace herald::actors
