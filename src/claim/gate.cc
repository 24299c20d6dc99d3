#include "claim/gate.h"

namespace herald::claim {
namespace {

struct Signs {
  int accident = 0;
  int violence = 0;
};

bool is_accident_word(const std::string& w) {
  return one_of(
      w, {"accident",   "crash",        "collision", "collide",   "derail",       "derailment", "capsize",    "sink",    "sinking",
          "shipwreck",  "drown",        "drowning",  "flood",     "flooding",     "earthquake", "quake",      "tsunami", "storm",
          "typhoon",    "hurricane",    "cyclone",   "tornado",   "landslide",    "mudslide",   "avalanche",  "drought", "famine",
          "lightning",  "colliery",     "coal",      "mineshaft", "stampede",     "disease",    "virus",      "flu",     "influenza",
          "cholera",    "malaria",      "ebola",     "aids",      "hiv",          "sars",       "illness",    "cancer",  "epidemic",
          "outbreak",   "infection",    "overdose",  "heatwave",  "pileup",       "skid",       "overturn",   "plunge",  "malfunction",
          "gas",        "electrocute",  "volcano",   "eruption",  "suicide note", "cyclist",    "motorway",   "runway",  "bus crash",
          "accidental", "accidentally", "blaze",     "inferno",   "disaster",     "wildfire",   "starvation", "hunger"});
}

bool is_violence_word(const std::string& w) {
  return one_of(w, {"attack",    "bomb",      "bombing",   "gunman",     "gunmen",      "militant",      "rebel",      "insurgent",
                    "terrorist", "guerrilla", "soldier",   "troop",      "army",        "shoot",         "shooting",   "shell",
                    "shelling",  "missile",   "rocket",    "mortar",     "airstrike",   "raid",          "clash",      "ambush",
                    "fighting",  "war",       "militia",   "fighter",    "assassinate", "assassination", "murder",     "massacre",
                    "execute",   "kidnap",    "abduct",    "hostage",    "suicide",     "grenade",       "landmine",   "ied",
                    "gunfire",   "sniper",    "extremist", "separatist", "taliban",     "maoist",        "insurgency", "conflict",
                    "violence",  "unrest",    "riot",      "police",     "firing",      "encounter",     "strike",     "offensive"});
}

Signs signs_of(const Reading& r, uint32_t sentence) {
  Signs out;
  const Sentence& s = r.analysis.sentences[sentence];
  for (TokenId t = s.first; t < s.last; ++t) {
    if (is_accident_word(r.lemma(t))) ++out.accident;
    // A fire that kills or that people die in; "opened fire" and "under fire" are no such thing.
    if (r.lower(t) == "fire" && r.token(t).upos == Upos::NOUN && (r.is(t, {"nsubj"}) || (r.case_of(t) == "in" && r.child(t, {"det"}))))
      ++out.accident;
    if (is_violence_word(r.lemma(t)) && r.lemma(t) != "police") ++out.violence;
  }
  return out;
}

}  // namespace

bool is_accident(const Reading& r, uint32_t sentence) {
  const Signs here = signs_of(r, sentence);
  if (here.accident > 0 && here.violence == 0) return true;
  if (here.violence > here.accident) return false;
  // What the head of the report is about colours the sentences that say nothing of the cause.
  Signs head;
  const uint32_t n = static_cast<uint32_t>(r.analysis.sentences.size());
  for (uint32_t s = 0; s < n && s < 3; ++s) {
    const Signs x = signs_of(r, s);
    head.accident += x.accident;
    head.violence += x.violence;
  }
  return head.accident > head.violence && head.accident + here.accident > head.violence + here.violence;
}

}  // namespace herald::claim
