// A small gazetteer for tests: invented counts, real places, all that a test needs and nothing else.
#pragma once

#include <gtest/gtest.h>

#include <cctype>
#include <filesystem>
#include <string>

#include "herald/analysis.h"
#include "mention/places/builder.h"
#include "mention/places/gazetteer.h"

namespace herald::places::testing {

inline uint32_t put(Builder& b, uint32_t id, const char* name, Kind kind, const char* country, double lat, double lon, uint32_t population,
                    double radius, uint32_t admin1 = format::kNone) {
  return b.add({.name = name,
                .source = Source::geonames,
                .geonames = id,
                .id = {},
                .kind = kind,
                .at = {.lat = lat, .lon = lon},
                .radius_km = radius,
                .population = population,
                .country = country,
                .admin1 = admin1,
                .admin2 = format::kNone});
}

inline Builder small_world() {
  Builder b;
  const auto country = [&](uint32_t id, const char* name, const char* iso, double lat, double lon, const char* adjective) {
    const uint32_t at = put(b, id, name, Kind::country, iso, lat, lon, 20000000, 300);
    b.add_name(at, adjective, How::adjective);
    return at;
  };
  country(1, "Syria", "SY", 35, 38.5, "Syrian");
  country(2, "Turkey", "TR", 39, 35, "Turkish");
  country(3, "Jordan", "JO", 31.2, 36.5, "Jordanian");
  const uint32_t us = country(4, "United States", "US", 39.8, -98.5, "American");
  b.add_name(us, "U.S.", How::primary);
  country(5, "Russia", "RU", 60, 100, "Russian");
  const uint32_t aleppo = put(b, 10, "Ḩalab", Kind::admin1, "SY", 36.1, 37.5, 4000000, 90);
  b.add_name(aleppo, "Aleppo", How::alias);
  const uint32_t hama = put(b, 11, "Ḩamāh", Kind::admin1, "SY", 35.2, 37.1, 1500000, 80);
  b.add_name(hama, "Hama", How::alias);
  const uint32_t ohio = put(b, 12, "Ohio", Kind::admin1, "US", 40.3, -82.8, 11000000, 200);
  const uint32_t georgia = put(b, 13, "Georgia", Kind::admin1, "US", 32.7, -83.4, 10000000, 250);
  put(b, 20, "Aleppo", Kind::seat, "SY", 36.2, 37.16, 2000000, 10, aleppo);
  put(b, 21, "Hama", Kind::seat, "SY", 35.13, 36.75, 460000, 6, hama);
  put(b, 22, "Damascus", Kind::capital, "SY", 33.51, 36.29, 1600000, 9);
  put(b, 23, "Manbij", Kind::settlement, "SY", 36.53, 37.95, 100000, 4, aleppo);
  put(b, 24, "Columbus", Kind::seat, "US", 39.96, -83.0, 850000, 8, ohio);
  put(b, 25, "Columbus", Kind::settlement, "US", 32.46, -84.99, 200000, 5, georgia);
  put(b, 26, "Moscow", Kind::capital, "RU", 55.75, 37.62, 10000000, 20);
  put(b, 27, "Nice", Kind::settlement, "FR", 43.7, 7.27, 340000, 5);
  put(b, 28, "Of", Kind::settlement, "TR", 40.95, 40.26, 20000, 3);
  put(b, 29, "Jackson", Kind::settlement, "US", 32.3, -90.2, 150000, 5);
  put(b, 30, "Baghdad", Kind::capital, "IQ", 33.34, 44.4, 7000000, 17);
  put(b, 31, "Al Bab", Kind::settlement, "SY", 36.37, 37.52, 63000, 3, aleppo);
  put(b, 32, "Al Bab", Kind::settlement, "LY", 32.0, 13.0, 90000, 3);
  for (const char* word : {"of", "nice", "the", "in", "turkey", "post", "town", "province", "police", "reading", "bank"})
    b.add_word(word, kCommonWord);
  for (const char* word : {"michael", "jordan"}) b.add_word(word, kGivenName);
  for (const char* word : {"jackson", "jordan"}) b.add_word(word, kSurname);
  return b;
}

// Writes the builder's file under the test's name and opens it.
inline Gazetteer opened(const Builder& builder) {
  const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
  const std::filesystem::path path =
      std::filesystem::temp_directory_path() / (std::string("herald-gazetteer-") + info->test_suite_name() + "-" + info->name() + ".bin");
  EXPECT_TRUE(builder.write(path).ok());
  Result<Gazetteer> gazetteer = Gazetteer::open(path);
  std::filesystem::remove(path);  // the mapping stays
  return std::move(gazetteer).value();
}

// Words and marks as tokens, capitals as proper nouns, a sentence a line.
inline Analysis plain_analysis(const std::string& text) {
  Analysis a;
  uint32_t first = 0;
  const auto end_sentence = [&] {
    const auto last = static_cast<uint32_t>(a.tokens.size());
    if (last == first) return;
    a.sentences.push_back({.span = {a.tokens[first].span.begin, a.tokens[last - 1].span.end}, .first = first, .last = last});
    first = last;
  };
  for (uint32_t i = 0; i < text.size();) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\n') end_sentence();
    if (std::isspace(c) != 0) {
      ++i;
      continue;
    }
    uint32_t j = i + 1;
    if (std::isalnum(c) != 0 || c >= 0x80)
      while (j < text.size() && (std::isalnum(static_cast<unsigned char>(text[j])) != 0 || static_cast<unsigned char>(text[j]) >= 0x80))
        ++j;
    Token t;
    t.span = {i, j};
    t.sentence = static_cast<uint32_t>(a.sentences.size());
    t.upos = std::isupper(c) != 0 ? Upos::PROPN : std::isalpha(c) != 0 ? Upos::NOUN : Upos::PUNCT;
    a.tokens.push_back(t);
    i = j;
  }
  end_sentence();
  return a;
}

}  // namespace herald::places::testing
