// Rows of the codebook's YAML files, read with errors that name the file and the line.
#pragma once

#include <filesystem>
#include <initializer_list>
#include <map>
#include <string>
#include <vector>

#include "base/yaml.h"

namespace herald::actors {

// One mapping of a file. Reading it throws YAML::Exception where the file is not as it should be.
class Row {
 public:
  // Refuses keys other than these.
  Row(const YAML::Node& node, std::initializer_list<const char*> keys) : mark_(node.Mark()) {
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
  [[noreturn]] void fail(const std::string& what) const { throw YAML::Exception(mark_, what); }

 private:
  YAML::Mark mark_;
  std::map<std::string, YAML::Node> fields_;
};

// The file through `read`, with what YAML or Row finds wrong in it as an Error.
template <typename T, typename Read>
[[nodiscard]] Result<T> read_rows(const std::filesystem::path& path, Read read) {
  return base::read_yaml<T>(path, "docs/actors.md has the form of the codebook's files", read);
}

}  // namespace herald::actors
