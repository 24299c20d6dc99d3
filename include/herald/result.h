// Expected failures are values. Exceptions do not cross a stage.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace herald {

// What went wrong, where, and what the user can do about it.
struct Error {
  std::string what;                // one clause, lower case, no full stop: "not valid UTF-8"
  std::string origin;              // path, address or "-"; may be empty where the caller knows it
  std::optional<uint64_t> offset;  // byte offset in the origin, where one is meaningful
  std::optional<uint64_t> line;    // 1-based line in the origin, for line-oriented inputs
  std::string hint;                // what to do; may be empty

  // "origin:line: what (byte N); hint" in one line.
  [[nodiscard]] std::string message() const;
};

// A value or an Error. Reading the wrong alternative is a programming error and throws std::bad_variant_access.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT(google-explicit-constructor)
  Result(Error error) : state_(std::move(error)) {}  // NOLINT(google-explicit-constructor)

  [[nodiscard]] bool ok() const { return std::holds_alternative<T>(state_); }
  explicit operator bool() const { return ok(); }
  T& value() & { return std::get<T>(state_); }
  const T& value() const& { return std::get<T>(state_); }
  T&& value() && { return std::get<T>(std::move(state_)); }
  T* operator->() { return &std::get<T>(state_); }
  const T* operator->() const { return &std::get<T>(state_); }
  T& operator*() & { return std::get<T>(state_); }
  const T& operator*() const& { return std::get<T>(state_); }
  [[nodiscard]] const Error& error() const { return std::get<Error>(state_); }

 private:
  std::variant<T, Error> state_;
};

// Success without a value.
struct Done {};
using Status = Result<Done>;

}  // namespace herald
