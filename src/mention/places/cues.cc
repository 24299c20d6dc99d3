#include "mention/places/cues.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/one_of.h"

namespace herald::places {
namespace {

using base::one_of;

constexpr std::array<std::pair<std::string_view, Sort>, 86> kSorts = {{
    {"city", Sort::settlement},
    {"town", Sort::settlement},
    {"village", Sort::settlement},
    {"hamlet", Sort::settlement},
    {"suburb", Sort::settlement},
    {"neighborhood", Sort::settlement},
    {"neighbourhood", Sort::settlement},
    {"township", Sort::settlement},
    {"settlement", Sort::settlement},
    {"municipality", Sort::settlement},
    {"capital", Sort::settlement},
    {"stronghold", Sort::settlement},
    {"quarter", Sort::settlement},
    {"enclave", Sort::region},
    {"cities", Sort::settlement},
    {"towns", Sort::settlement},
    {"villages", Sort::settlement},
    {"borough", Sort::settlement},
    {"commune", Sort::settlement},
    {"province", Sort::region},
    {"provinces", Sort::region},
    {"governorate", Sort::region},
    {"region", Sort::region},
    {"state", Sort::region},
    {"states", Sort::region},
    {"oblast", Sort::region},
    {"prefecture", Sort::region},
    {"department", Sort::region},
    {"district", Sort::region},
    {"districts", Sort::region},
    {"county", Sort::region},
    {"counties", Sort::region},
    {"parish", Sort::region},
    {"agency", Sort::region},
    {"division", Sort::region},
    {"raion", Sort::region},
    {"canton", Sort::region},
    {"territory", Sort::region},
    {"tehsil", Sort::region},
    {"subdivision", Sort::region},
    {"corridor", Sort::region},
    {"republic", Sort::country},
    {"kingdom", Sort::country},
    {"country", Sort::country},
    {"airport", Sort::airfield},
    {"airbase", Sort::airfield},
    {"airfield", Sort::airfield},
    {"airstrip", Sort::airfield},
    {"base", Sort::base},
    {"barracks", Sort::base},
    {"garrison", Sort::base},
    {"outpost", Sort::base},
    {"camp", Sort::camp},
    {"crossing", Sort::crossing},
    {"checkpoint", Sort::crossing},
    {"dam", Sort::dam},
    {"bridge", Sort::bridge},
    {"prison", Sort::prison},
    {"jail", Sort::prison},
    {"port", Sort::port},
    {"refinery", Sort::building},
    {"market", Sort::building},
    {"bazaar", Sort::building},
    {"chowk", Sort::building},
    {"mosque", Sort::building},
    {"palace", Sort::building},
    {"colony", Sort::building},
    {"square", Sort::building},
    {"hospital", Sort::building},
    {"road", Sort::road},
    {"highway", Sort::road},
    {"motorway", Sort::road},
    {"river", Sort::water},
    {"lake", Sort::water},
    {"sea", Sort::water},
    {"gulf", Sort::water},
    {"bay", Sort::water},
    {"strait", Sort::water},
    {"mountain", Sort::mountain},
    {"mountains", Sort::mountain},
    {"mt", Sort::mountain},
    {"hills", Sort::mountain},
    {"island", Sort::island},
    {"islands", Sort::island},
    {"desert", Sort::desert},
    {"valley", Sort::valley},
}};

constexpr std::array<std::string_view, 8> kLengths = {"km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "mile", "miles"};

constexpr std::array<std::string_view, 9> kLeads = {"lake", "mt", "camp", "port", "ft", "cape", "mount", "fort", "gulf"};

constexpr std::array<std::string_view, 70> kTitles = {
    "president",   "mr",         "mrs",       "ms",       "dr",      "gen",       "general",    "col",        "colonel",   "lt",
    "lieutenant",  "maj",        "major",     "capt",     "captain", "sgt",       "sergeant",   "brig",       "brigadier", "admiral",
    "sheikh",      "sheik",      "king",      "queen",    "prince",  "princess",  "sen",        "senator",    "rep",       "gov",
    "governor",    "mayor",      "judge",     "justice",  "rev",     "reverend",  "sir",        "lord",       "lady",      "pope",
    "secretary",   "ambassador", "commander", "coach",    "officer", "detective", "professor",  "prof",       "imam",      "mullah",
    "maulana",     "ayatollah",  "haji",      "hajji",    "sultan",  "emir",      "chancellor", "minister",   "spokesman", "spokeswoman",
    "congressman", "deputy",     "cpl",       "corporal", "pvt",     "chairman",  "director",   "archbishop", "bishop",    "father"};

constexpr std::array<std::string_view, 56> kPress = {
    "post",     "times",      "tribune",   "chronicle", "herald",   "journal",  "gazette", "telegraph", "guardian", "observer",
    "mail",     "globe",      "examiner",  "inquirer",  "dispatch", "bulletin", "press",   "radio",     "tv",       "television",
    "bank",     "university", "college",   "institute", "airlines", "airways",  "united",  "fc",        "hotel",    "hilton",
    "sheraton", "opera",      "orchestra", "symphony",  "stock",    "exchange", "inc",     "corp",      "ltd",      "co",
    "llc",      "yankees",    "lakers",    "knicks",    "bulls",    "bears",    "cowboys", "dodgers",   "rangers",  "giants",
    "tigers",   "wildcats",   "bulldogs",  "eagles",    "panthers", "street"};

constexpr std::array<std::string_view, 40> kDirections = {
    "north",        "south",    "east",        "west",         "northeast",    "northwest",    "southeast",    "southwest",
    "northern",     "southern", "eastern",     "western",      "northeastern", "northwestern", "southeastern", "southwestern",
    "central",      "greater",  "downtown",    "upper",        "lower",        "inner",        "outer",        "metro",
    "metropolitan", "mainland", "neighboring", "neighbouring", "old",          "rural",        "coastal",      "suburban",
    "nearby",       "occupied", "midtown",     "uptown",       "mid",          "modern",       "ancient",      "landlocked"};

constexpr std::array<std::string_view, 54> kLocatives = {
    "in",      "at",      "near",      "from",       "to",         "outside",    "around",    "inside",   "across",
    "toward",  "towards", "into",      "through",    "throughout", "over",       "via",       "off",      "beyond",
    "between", "leaving", "entering",  "visiting",   "within",     "against",    "reached",   "captured", "capture",
    "seized",  "seize",   "took",      "retook",     "retake",     "recaptured", "recapture", "overran",  "entered",
    "enter",   "stormed", "attacked",  "besieged",   "besiege",    "bombed",     "bombarded", "shelled",  "controls",
    "control", "fled",    "liberated", "surrounded", "bombarding", "shelling",   "bombing",   "holding",  "defending"};

constexpr std::array<std::string_view, 38> kCalendar = {
    "january",  "february", "march", "april", "may",    "june",    "july",      "august",   "september", "october",
    "november", "december", "jan",   "feb",   "mar",    "apr",     "jun",       "jul",      "aug",       "sep",
    "sept",     "oct",      "nov",   "dec",   "monday", "tuesday", "wednesday", "thursday", "friday",    "saturday",
    "sunday",   "mon",      "tue",   "wed",   "thu",    "fri",     "sat",       "sun"};

constexpr std::array<std::string_view, 53> kCreeds = {
    "christian",  "christians",  "muslim",   "muslims", "arab",    "arabs",    "arabic",    "sunni",     "sunnis",
    "shiite",     "shiites",     "shia",     "shias",   "druze",   "alawite",  "alawites",  "hindu",     "hindus",
    "sikh",       "sikhs",       "jew",      "jews",    "jewish",  "buddhist", "buddhists", "catholic",  "catholics",
    "protestant", "protestants", "orthodox", "islam",   "islamic", "islamist", "islamists", "christmas", "easter",
    "ramadan",    "eid",         "passover", "diwali",  "taliban", "tamil",    "tamils",    "pashtun",   "pashtuns",
    "hutu",       "hutus",       "tutsi",    "tutsis",  "english", "indians",  "olympic",   "olympics"};

constexpr std::array<std::string_view, 36> kParticles = {
    "al",  "el",    "as", "ash", "ad",  "adh", "an", "ar",  "at", "az",  "ed", "es",  "esh", "et", "ez",  "er",  "ul",  "de",
    "del", "della", "da", "do",  "dos", "das", "du", "des", "la", "las", "le", "les", "los", "of", "the", "and", "sur", "bin"};

constexpr std::array<std::string_view, 18> kArticles = {"al", "el", "as", "ash", "ad", "adh", "an", "ar",  "at",
                                                        "az", "ed", "es", "esh", "et", "ez",  "er", "ath", "ul"};

// Hill, monastery, village, ruin, mountain, valley, spring, house, castle, bridge, meadow, well.
constexpr std::array<std::string_view, 26> kHeads = {"tal",     "tall",  "tell",  "tel",    "deir", "dayr", "kafr", "kufr", "khirbet",
                                                     "khirbat", "rasm",  "jabal", "jebel",  "wadi", "ain",  "ayn",  "beit", "bayt",
                                                     "qasr",    "qalat", "jisr",  "maarat", "marj", "oued", "sidi", "bir"};

constexpr std::array<std::string_view, 62> kSpeech = {
    "say",         "deny",      "accuse",    "warn",    "reject",    "announce",  "agree",   "vow",       "insist",   "condemn",  "urge",
    "call",        "launch",    "intervene", "support", "back",      "send",      "want",    "threaten",  "demand",   "welcome",  "refuse",
    "offer",       "propose",   "sign",      "ratify",  "recognise", "recognize", "claim",   "declare",   "decide",   "plan",     "blame",
    "criticise",   "criticize", "fear",      "hope",    "expect",    "ask",       "deploy",  "withdraw",  "impose",   "lift",     "suspend",
    "expel",       "recall",    "order",     "pledge",  "promise",   "retaliate", "respond", "negotiate", "consider", "maintain", "argue",
    "acknowledge", "admit",     "confirm",   "oppose",  "sponsor",   "arm",       "provide"};

}  // namespace

Sort sort_of_word(std::string_view key) {
  for (const auto& [word, sort] : kSorts)
    if (word == key) return sort;
  return Sort::none;
}

bool fits(Sort sort, Kind kind) {
  switch (sort) {
    case Sort::none:
      return true;
    case Sort::settlement:
      return type_of(kind) == PlaceType::settlement;
    case Sort::region:
      return kind == Kind::admin1 || kind == Kind::admin2 || kind == Kind::region || kind == Kind::macro_region;
    case Sort::country:
      return type_of(kind) == PlaceType::country;
    case Sort::airfield:
      return kind == Kind::airport || kind == Kind::base;
    case Sort::base:
      return kind == Kind::base || kind == Kind::airport;
    case Sort::camp:
      return kind == Kind::camp || kind == Kind::base;
    case Sort::crossing:
      return kind == Kind::crossing;
    case Sort::dam:
      return kind == Kind::dam;
    case Sort::bridge:
      return kind == Kind::bridge;
    case Sort::prison:
      return kind == Kind::prison;
    case Sort::port:
      return kind == Kind::port;
    case Sort::building:
      return kind == Kind::facility;
    case Sort::road:
      return kind == Kind::road;
    case Sort::water:
      return kind == Kind::sea || kind == Kind::river || kind == Kind::lake || kind == Kind::strait;
    case Sort::mountain:
      return kind == Kind::mountain;
    case Sort::island:
      return kind == Kind::island;
    case Sort::desert:
      return kind == Kind::desert;
    case Sort::valley:
      return kind == Kind::valley || kind == Kind::region;
  }
  return false;
}

Kind kind_of(Sort sort) {
  switch (sort) {
    case Sort::settlement:
      return Kind::settlement;
    case Sort::region:
      return Kind::region;
    case Sort::country:
      return Kind::country;
    case Sort::airfield:
      return Kind::airport;
    case Sort::base:
      return Kind::base;
    case Sort::camp:
      return Kind::camp;
    case Sort::crossing:
      return Kind::crossing;
    case Sort::dam:
      return Kind::dam;
    case Sort::bridge:
      return Kind::bridge;
    case Sort::prison:
      return Kind::prison;
    case Sort::port:
      return Kind::port;
    case Sort::building:
      return Kind::facility;
    case Sort::road:
      return Kind::road;
    case Sort::water:
      return Kind::river;
    case Sort::mountain:
      return Kind::mountain;
    case Sort::island:
      return Kind::island;
    case Sort::desert:
      return Kind::desert;
    case Sort::valley:
      return Kind::valley;
    case Sort::none:
      break;
  }
  return Kind::settlement;
}

bool leads_name(std::string_view key) {
  return one_of(key, kLeads);
}
bool is_title(std::string_view key) {
  return one_of(key, kTitles);
}
bool is_press(std::string_view key) {
  return one_of(key, kPress);
}
bool is_direction(std::string_view key) {
  return one_of(key, kDirections);
}
bool is_locative(std::string_view key) {
  return one_of(key, kLocatives);
}
bool is_calendar(std::string_view key) {
  return one_of(key, kCalendar);
}
bool is_length(std::string_view key) {
  return one_of(key, kLengths);
}
bool is_creed(std::string_view key) {
  return one_of(key, kCreeds);
}
bool is_particle(std::string_view key) {
  return one_of(key, kParticles);
}
bool is_article_prefix(std::string_view key) {
  return one_of(key, kArticles);
}
bool begins_name(std::string_view key) {
  return one_of(key, kHeads);
}
bool is_speech_or_decision(std::string_view lemma) {
  return one_of(lemma, kSpeech);
}

}  // namespace herald::places
