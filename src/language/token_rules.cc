#include "language/token_rules.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/one_of.h"
#include "base/text.h"

namespace herald::language {
namespace {

using base::one_of;

constexpr std::array<std::string_view, 92> kAbbreviations = {
    "mr",    "mrs",   "ms",     "mx",   "dr",   "st",  "sts",  "gen", "lt",   "col",  "sgt",    "capt", "maj",  "cpl",  "pvt",   "adm",
    "brig",  "cmdr",  "cdr",    "rep",  "reps", "sen", "sens", "gov", "govs", "pres", "prof",   "rev",  "hon",  "jr",   "sr",    "inc",
    "corp",  "co",    "ltd",    "bros", "vs",   "etc", "al",   "vol", "pp",   "dept", "approx", "ave",  "blvd", "jan",  "feb",   "apr",
    "jun",   "jul",   "aug",    "sep",  "sept", "oct", "nov",  "dec", "mon",  "tue",  "tues",   "wed",  "thu",  "thur", "thurs", "fri",
    "ft",    "mt",    "messrs", "mme",  "mlle", "eg",  "ie",   "cf",  "ca",   "viz",  "attn",   "ret",  "supt", "insp", "det",   "const",
    "comdr", "lieut", "hr",     "hrs",  "min",  "sec", "ph",   "esq", "assn", "univ", "calif",  "mass"};

// Common words too: abbreviations only before a figure ("No. 5", "Mar. 3").
constexpr std::array<std::string_view, 8> kBeforeFigure = {"no", "nos", "mar", "sat", "sun", "fig", "art", "p"};

constexpr std::array<std::string_view, 41> kPrefixes = {
    "pan",   "non",   "e",     "re",     "anti",  "pre",     "co",    "pro",   "cross", "mid",   "post",  "multi", "sub",   "ex",
    "semi",  "mini",  "neo",   "inter",  "intra", "counter", "un",    "micro", "mega",  "ultra", "super", "arch",  "socio", "psycho",
    "proto", "infra", "quasi", "pseudo", "trans", "over",    "under", "extra", "hyper", "macro", "poly",  "bi",    "de"};

constexpr std::array<std::string_view, 40> kUnits = {"am",  "pm",  "a.m", "p.m", "a.m.", "p.m.", "km",   "kms", "m",   "cm",
                                                     "mm",  "mi",  "kg",  "kgs", "g",    "lb",   "lbs",  "oz",  "ft",  "k",
                                                     "bn",  "mn",  "tn",  "mw",  "kw",   "mb",   "gb",   "tb",  "hz",  "khz",
                                                     "mhz", "ghz", "mph", "kph", "hrs",  "hr",   "mins", "min", "yrs", "sq"};

constexpr std::array<std::string_view, 14> kFaces = {":)",  ":(", ":-)", ":-(", ";)", ";-)", ":D",
                                                     ":-D", ":P", ":-P", ":/",  "=)", "<3",  ":'("};

constexpr std::array<std::string_view, 26> kDomains = {"com", "org", "net", "gov", "edu", "mil", "int", "info", "uk",
                                                       "au",  "ca",  "de",  "fr",  "ru",  "us",  "in",  "il",   "ir",
                                                       "sy",  "iq",  "eu",  "tv",  "co",  "io",  "htm", "html"};
constexpr std::array<std::string_view, 12> kFiles = {"doc", "docx", "xls", "xlsx", "pdf", "txt", "ppt", "jpg", "gif", "png", "zip", "csv"};

// Words written in one that are two; the second begins at the offset.
constexpr std::array<std::pair<std::string_view, size_t>, 22> kPairs = {
    {{"cannot", 3},  {"gonna", 3},   {"wanna", 3},    {"gotta", 3},  {"gimme", 3}, {"lemme", 3}, {"dunno", 2},  {"kinda", 4},
     {"lotta", 3},   {"dont", 2},    {"didnt", 3},    {"doesnt", 4}, {"isnt", 2},  {"wasnt", 3}, {"werent", 4}, {"arent", 3},
     {"couldnt", 5}, {"wouldnt", 5}, {"shouldnt", 6}, {"havent", 4}, {"hasnt", 3}, {"hadnt", 3}}};

bool is_alnum(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_alpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

bool is_abbreviation(std::string_view word, std::string_view next) {
  const std::string low = base::lower_ascii(word);
  if (one_of(low, kBeforeFigure)) return !next.empty() && is_digit(next.front());
  return one_of(low, kAbbreviations);
}

bool is_bound_prefix(std::string_view part) {
  return one_of(base::lower_ascii(part), kPrefixes);
}

bool is_unit(std::string_view letters) {
  return one_of(base::lower_ascii(letters), kUnits);
}

bool is_emoticon(std::string_view chunk) {
  return one_of(chunk, kFaces);
}

bool is_address(std::string_view chunk) {
  const std::string low = base::lower_ascii(chunk);
  const std::string_view s = low;
  if (s.starts_with("http:") || s.starts_with("https:") || s.starts_with("www.") || s.starts_with("mailto:") ||
      s.find("://") != std::string_view::npos)
    return true;
  const size_t at = s.find('@');
  if (at != std::string_view::npos && at > 0 && at + 1 < s.size()) return s.find('.', at) != std::string_view::npos;
  const size_t dot = s.rfind('.');
  if (dot == std::string_view::npos || dot < 2 || dot + 1 >= s.size() || !is_alnum(s[dot - 1])) return false;
  std::string_view end = s.substr(dot + 1);
  if (one_of(end, kFiles)) return true;
  const size_t slash = s.find('/');
  if (slash != std::string_view::npos) {
    // "example.org/page"
    const size_t last = s.substr(0, slash).rfind('.');
    if (last == std::string_view::npos || last < 2) return false;
    end = s.substr(last + 1, slash - last - 1);
  }
  if (!one_of(end, kDomains)) return false;
  // A full stop without its space ("said.In") is no address: names of hosts are written in one case and without an apostrophe.
  const bool capital = chunk[dot + 1] >= 'A' && chunk[dot + 1] <= 'Z' && end.size() == 2;
  return !capital && std::all_of(s.begin(), s.end(), [](char c) {
    return is_alnum(c) || c == '.' || c == '-' || c == '_' || c == '/' || c == '?' || c == '=' || c == '&' || c == '%' || c == '#' ||
           c == '~' || c == '+';
  });
}

size_t clitic_cut(std::string_view word) {
  const std::string low = base::lower_ascii(word);
  const std::string_view s = low;
  for (const auto& [whole, cut] : kPairs)
    if (s == whole) return cut;
  if (s == "ra's") return 0;  // Arabic "head, cape", part of names
  for (const std::string_view apostrophe : {std::string_view("'"), std::string_view("’"), std::string_view("`")}) {
    const std::string negation = "n" + std::string(apostrophe) + "t";
    if (s.size() > negation.size() && s.ends_with(negation) && is_alpha(s[s.size() - negation.size() - 1]))
      return s.size() - negation.size();
    for (const std::string_view ending : {"s", "m", "re", "ve", "ll", "d"}) {
      const std::string clitic = std::string(apostrophe) + std::string(ending);
      if (s.size() > clitic.size() && s.ends_with(clitic)) return s.size() - clitic.size();
    }
  }
  return 0;
}

}  // namespace herald::language
