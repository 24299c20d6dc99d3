// The JSON contract (docs/contract.md, schema 1): one line a report, out and in. The only place where spans leave the program; here bytes
// become code points of the report's text and back.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "herald/coded.h"
#include "herald/result.h"

namespace herald::exports {

inline constexpr int kSchema = 1;

// One JSON object without a line break. Keys come in the contract's order; what is not known is null; fields that belong to another type of
// claim are left out unless set. Pure; any thread.
[[nodiscard]] std::string to_json_line(const CodedReport& coded);

// The line for an input that could not be read. `id` may be empty where the input has none.
[[nodiscard]] std::string error_line(std::string_view id, std::string_view origin, const Error& error);

// Reads what to_json_line writes, and hand-coded data: any field but `id` and `text` may be null or missing. Token indices of mentions,
// which the contract does not carry, are 0. The error says which field is wrong; an error line is an error.
[[nodiscard]] Result<CodedReport> from_json_line(std::string_view line);

// Pieces that views of the ledger share.
[[nodiscard]] nlohmann::ordered_json claim_json(const Claim& claim, const base::CodePointIndex& index);
[[nodiscard]] nlohmann::ordered_json place_json(const Place& place);
[[nodiscard]] nlohmann::ordered_json date_json(const ClaimDate& date);
// Null for an empty string.
[[nodiscard]] nlohmann::ordered_json text_or_null(std::string_view text);
// One line, without its end.
[[nodiscard]] std::string line_of(const nlohmann::ordered_json& json);

}  // namespace herald::exports
