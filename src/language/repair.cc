#include "language/repair.h"

#include <algorithm>
#include <cctype>
#include <optional>

#include "base/one_of.h"

namespace herald::language {
namespace {

using base::one_of;

bool is_weekday(const Token& t) {
  return one_of(t.lemma, {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "monday", "tuesday", "wednesday",
                          "thursday", "friday", "saturday", "sunday"});
}

bool is_time_of_day(const Token& t) {
  return one_of(t.lemma, {"morning", "afternoon", "evening", "night"});
}

// Verbs that hardly ever stand as an adjective between two nouns.
bool tells(const Token& t) {
  return one_of(t.lemma,
                {"confirm", "deny", "claim", "announce", "acknowledge", "admit", "allege", "declare", "reveal", "say", "insist", "state"});
}

// Words that stand before a number and say how exact it is.
bool is_approximator(const Token& t) {
  return one_of(t.lemma, {"at",   "least", "more", "than", "much",  "most",   "many",  "few",  "less",    "nearly",  "almost",
                          "some", "up",    "to",   "as",   "close", "around", "about", "over", "another", "further", "estimated"});
}

// Nouns that measure rather than name what is acted on: "rose more than 10 percent".
bool is_measure(const Token& t) {
  return one_of(t.lemma, {"percent", "cent",   "%",      "year", "month",     "week",      "day",   "hour",  "minute",
                          "second",  "time",   "point",  "km",   "kilometre", "kilometer", "mile",  "metre", "meter",
                          "foot",    "degree", "dollar", "euro", "pound",     "rupee",     "tonne", "ton"});
}

bool is_noun(const Token& t) {
  return t.upos == Upos::NOUN || t.upos == Upos::PROPN;
}

bool is_subject(const Token& t) {
  return t.deprel.starts_with("nsubj");
}

class Tree {
 public:
  Tree(std::vector<Token>& tokens, uint32_t first, uint32_t last) : tokens_(tokens), first_(first), last_(last) {}

  void repair() {
    for (uint32_t t = first_; t < last_; ++t) letters(t);
    for (uint32_t t = first_; t < last_; ++t) {
      day_before_subject(t);
      told_between_nouns(t);
      crossing_subject(t);
      noun_under_number(t);
      counted_object(t);
      slain(t);
      taken_captive(t);
      split_object(t);
      dozens_more(t);
      auxiliary_apart(t);
      noun_of_gunfire(t);
    }
  }

 private:
  void hang(uint32_t t, uint32_t head, const char* deprel) {
    tokens_[t].head = static_cast<int32_t>(head);
    tokens_[t].deprel = deprel;
  }

  [[nodiscard]] std::optional<uint32_t> head(uint32_t t) const {
    if (tokens_[t].head < 0) return std::nullopt;
    return static_cast<uint32_t>(tokens_[t].head);
  }

  [[nodiscard]] bool has(uint32_t verb, const char* deprel) const {
    for (uint32_t t = first_; t < last_; ++t)
      if (head(t) == verb && tokens_[t].deprel.starts_with(deprel)) return true;
    return false;
  }

  void day_before_subject(uint32_t on) {
    if (tokens_[on].lemma != "on" || tokens_[on].upos != Upos::ADP || on + 2 >= last_ || !is_weekday(tokens_[on + 1])) return;
    const uint32_t day = on + 1 + (is_time_of_day(tokens_[on + 2]) ? 1 : 0);
    // The noun that the day was drawn into, over the nouns between.
    std::optional<uint32_t> noun = head(day);
    if (!noun || *noun <= day || !is_noun(tokens_[*noun])) return;
    while (tokens_[*noun].deprel == "compound" && head(*noun) && *head(*noun) > *noun) noun = head(*noun);
    for (uint32_t t = day + 1; t < *noun; ++t)
      if (tokens_[t].upos == Upos::PUNCT || tokens_[t].upos == Upos::VERB) return;
    std::optional<uint32_t> verb = head(*noun);
    if (verb && tokens_[*verb].upos == Upos::ADV) verb = head(*verb);  // "Late on Sunday gunmen shot"
    if (!verb || *verb < *noun || tokens_[*verb].upos != Upos::VERB) return;
    if (!is_subject(tokens_[*noun]) && (!tokens_[*noun].deprel.starts_with("obl") || has(*verb, "nsubj"))) return;
    if (!is_subject(tokens_[*noun])) hang(*noun, *verb, has(*verb, "aux:pass") ? "nsubj:pass" : "nsubj");
    hang(day, *verb, "obl");
    if (day > on + 1) hang(on + 1, day, "compound");
    hang(on, day, "case");
  }

  void told_between_nouns(uint32_t t) {
    if (tokens_[t].deprel != "amod" || tokens_[t].upos != Upos::VERB || !tells(tokens_[t]) || t == first_) return;
    const std::optional<uint32_t> noun = head(t);
    if (!noun || *noun < t || head(t - 1) != noun || !one_of(tokens_[t - 1].deprel, {"amod", "compound"})) return;
    const std::optional<uint32_t> verb = head(*noun);
    if (!verb || *verb < *noun || !is_subject(tokens_[*noun]) || tokens_[*verb].upos != Upos::VERB) return;
    const uint32_t teller = t - 1;
    tokens_[t].head = tokens_[*verb].head;
    tokens_[t].deprel = tokens_[*verb].deprel;
    hang(*verb, t, "ccomp");
    for (uint32_t k = first_; k < t; ++k)
      if (k != teller && head(k) == noun) tokens_[k].head = static_cast<int32_t>(teller);
    hang(teller, t, "nsubj");
    for (uint32_t k = first_; k < last_; ++k)
      if (head(k) == verb && (k < teller || (k > *verb && k + 1 == last_ && tokens_[k].upos == Upos::PUNCT)))
        tokens_[k].head = static_cast<int32_t>(t);
  }

  void crossing_subject(uint32_t t) {
    if (!is_subject(tokens_[t])) return;
    const std::optional<uint32_t> verb = head(t);
    if (!verb || tokens_[*verb].deprel != "ccomp") return;
    const std::optional<uint32_t> teller = head(*verb);
    if (!teller || *teller < t || *teller > *verb || tokens_[*teller].upos != Upos::VERB || has(*teller, "nsubj")) return;
    for (uint32_t k = *teller + 1; k < *verb; ++k)
      if (head(k) == verb && is_subject(tokens_[k])) {
        hang(t, *teller, "nsubj");
        return;
      }
  }

  // A short name is no symbol.
  void letters(uint32_t t) {
    const std::string& w = tokens_[t].lemma;
    if (tokens_[t].upos != Upos::SYM || w.size() < 2 || !std::all_of(w.begin(), w.end(), [](unsigned char c) { return std::isalpha(c); }))
      return;
    tokens_[t].upos = Upos::PROPN;
    tokens_[t].xpos = "NNP";
  }

  void noun_under_number(uint32_t number) {
    if (tokens_[number].upos != Upos::NUM || !one_of(tokens_[number].deprel, {"obj", "nsubj", "nsubj:pass", "obl", "root"})) return;
    uint32_t noun = number + 1;
    while (noun + 1 < last_ && noun < number + 3 && is_noun(tokens_[noun]) && tokens_[noun + 1].upos == Upos::NOUN) ++noun;
    if (noun >= last_ || tokens_[noun].upos != Upos::NOUN || has(noun, "case") || !head(noun)) return;
    if (*head(noun) < number || *head(noun) >= noun) return;
    const uint32_t up = *head(noun);
    tokens_[noun].head = tokens_[number].head;
    tokens_[noun].deprel = tokens_[number].deprel;
    for (uint32_t t = first_; t < last_; ++t)
      if (t != noun && (head(t) == number || (up > number && head(t) == up) || (t > number && t < noun)))
        tokens_[t].head = static_cast<int32_t>(noun);
    for (uint32_t t = number + 1; t < noun; ++t) tokens_[t].deprel = "compound";
    hang(number, noun, "nummod");
  }

  void counted_object(uint32_t noun) {
    const std::optional<uint32_t> verb = head(noun);
    if (tokens_[noun].deprel != "obl" || !verb || *verb > noun || tokens_[*verb].upos != Upos::VERB || is_measure(tokens_[noun])) return;
    if (has(noun, "case") || has(*verb, "obj") || has(*verb, "aux:pass") || (tokens_[*verb].xpos == "VBN" && !has(*verb, "nsubj"))) return;
    uint32_t number = *verb + 1;
    while (number < noun && is_approximator(tokens_[number])) ++number;
    if (tokens_[number].upos == Upos::NUM && number > *verb + 1 && (number == noun || head(number) == noun)) tokens_[noun].deprel = "obj";
  }

  // "was slain", read as an adjective.
  void slain(uint32_t t) {
    if (tokens_[t].lemma != "slain" || tokens_[t].upos != Upos::ADJ || !has(t, "cop")) return;
    tokens_[t].lemma = "slay";
    tokens_[t].upos = Upos::VERB;
    tokens_[t].xpos = "VBN";
    for (uint32_t k = first_; k < last_; ++k) {
      if (head(k) != t) continue;
      if (tokens_[k].deprel == "cop") tokens_[k].deprel = "aux:pass";
      if (tokens_[k].deprel == "nsubj") tokens_[k].deprel = "nsubj:pass";
    }
  }

  // "Workers taken hostage" have no hostage for an object.
  void taken_captive(uint32_t t) {
    const std::optional<uint32_t> verb = head(t);
    if (tokens_[t].deprel != "obj" || !verb || *verb + 1 != t) return;
    if (!one_of(tokens_[t].lemma, {"hostage", "Hostage", "captive", "prisoner"})) return;
    const bool by = t + 1 < last_ && tokens_[t + 1].lemma == "by";
    if (!by && (tokens_[*verb].xpos != "VBN" || has(*verb, "nsubj"))) return;
    tokens_[t].deprel = "xcomp";
    tokens_[*verb].xpos = "VBN";
    for (uint32_t k = first_; k < *verb; ++k)
      if (head(k) == verb && tokens_[k].deprel == "nsubj") tokens_[k].deprel = "nsubj:pass";
  }

  // "Arrested 12 PKK members": two objects side by side, of which the first is a name, are one.
  void split_object(uint32_t t) {
    const std::optional<uint32_t> verb = head(t);
    if (t == first_ || tokens_[t].deprel != "obj" || tokens_[t].upos != Upos::NOUN || !verb) return;
    const uint32_t name = t - 1;
    if (tokens_[name].deprel != "obj" || head(name) != verb || *verb > name) return;
    if (tokens_[name].upos != Upos::SYM && tokens_[name].upos != Upos::PROPN) return;
    for (uint32_t k = *verb + 1; k < name; ++k)
      if (head(k) == name && one_of(tokens_[k].deprel, {"nummod", "det", "amod", "advmod"})) tokens_[k].head = static_cast<int32_t>(t);
    hang(name, t, "compound");
  }

  // "Three were killed and dozens more wounded": a number that the tagger takes for a verb.
  void dozens_more(uint32_t t) {
    if (tokens_[t].upos != Upos::VERB || !one_of(tokens_[t].lemma, {"dozen", "score", "hundred", "thousand"}) || t + 2 >= last_) return;
    if (!one_of(tokens_[t + 1].lemma, {"more", "other", "others"}) || tokens_[t + 2].xpos != "VBN") return;
    const uint32_t verb = t + 2;
    if (head(t) == verb || has(t, "nsubj")) return;
    for (uint32_t k = first_; k < last_; ++k)
      if (k != t && head(k) == t) tokens_[k].head = static_cast<int32_t>(verb);
    if (head(verb) == t) {
      tokens_[verb].head = tokens_[t].head;
      tokens_[verb].deprel = tokens_[t].deprel;
    }
    tokens_[t].upos = Upos::NOUN;
    tokens_[t].xpos = "NNS";
    hang(t, verb, "nsubj:pass");
    hang(t + 1, t, "amod");
  }

  void auxiliary_apart(uint32_t have) {
    if (tokens_[have].lemma != "have" || tokens_[have].upos != Upos::VERB) return;
    uint32_t been = have + 1;
    while (been < last_ && tokens_[been].upos == Upos::ADV) ++been;
    if (been == have + 1 || been >= last_ || tokens_[been].lemma != "be" || tokens_[been].deprel != "aux:pass") return;
    const std::optional<uint32_t> verb = head(been);
    if (!verb || has(*verb, "nsubj") || head(have) == verb) return;
    if (head(*verb) == have) {
      tokens_[*verb].head = tokens_[have].head;
      tokens_[*verb].deprel = tokens_[have].deprel;
    }
    for (uint32_t k = first_; k < last_; ++k)
      if (k != *verb && head(k) == have) hang(k, *verb, is_subject(tokens_[k]) ? "nsubj:pass" : tokens_[k].deprel.c_str());
    tokens_[have].upos = Upos::AUX;
    hang(have, *verb, "aux");
  }

  // Whether `t` hangs on `ancestor`, over however many words.
  [[nodiscard]] bool below(uint32_t t, uint32_t ancestor) const {
    for (std::optional<uint32_t> up = head(t); up; up = head(*up))
      if (*up == ancestor) return true;
    return false;
  }

  void noun_of_gunfire(uint32_t fire) {
    const bool gerund = tokens_[fire].xpos == "VBG" && one_of(tokens_[fire].lemma, {"fire", "shell"}) && !has(fire, "obj");
    const bool noun = is_noun(tokens_[fire]) && one_of(tokens_[fire].lemma, {"firing", "shelling"});
    if (fire <= first_ + 1 || !(gerund || noun)) return;
    const uint32_t force = fire - 1;
    if (gerund && tokens_[force].deprel == "mark" && tokens_[force].lemma == "in" && tokens_[fire].deprel == "advcl") {
      tokens_[fire].deprel = "obl";  // "killed in firing by the police"
      hang(force, fire, "case");
    } else {
      const bool named = is_noun(tokens_[force]) &&
                         (tokens_[force].xpos == "NN" || tokens_[force].xpos == "NNP" || tokens_[force].lemma == "police") &&
                         one_of(tokens_[force - 1].deprel, {"case", "det", "mark", "amod", "compound", "fixed"});
      if (!named || tokens_[fire].deprel == "root") return;
      const std::optional<uint32_t> up = head(force);
      if (up == fire) {
        if (!gerund || !(is_subject(tokens_[force]) || tokens_[force].deprel == "compound")) return;
        tokens_[fire].deprel = is_noun(tokens_[*head(fire)]) ? "nmod" : "obl";
      } else {
        if (below(force, fire)) return;
        tokens_[fire].head = tokens_[force].head;
        tokens_[fire].deprel = tokens_[force].deprel;
      }
      for (uint32_t k = first_; k < force; ++k)
        if ((head(k) == force || head(k) == fire) && one_of(tokens_[k].deprel, {"case", "det", "mark"}))
          hang(k, fire, tokens_[k].deprel == "det" ? "det" : "case");
      hang(force, fire, "compound");
    }
    if (!gerund) return;
    tokens_[fire].upos = Upos::NOUN;
    tokens_[fire].xpos = "NN";
    tokens_[fire].feats = "Number=Sing";
    tokens_[fire].lemma = tokens_[fire].lemma == "fire" ? "firing" : "shelling";
  }

  std::vector<Token>& tokens_;
  uint32_t first_, last_;
};

}  // namespace

void repair_tree(std::vector<Token>& tokens, uint32_t first, uint32_t last) {
  Tree(tokens, first, last).repair();
}

void repair_entity(const std::vector<Token>& tokens, Entity& entity) {
  if (entity.first == 0 || tokens[entity.first - 1].lemma != "on" || !is_weekday(tokens[entity.first])) return;
  while (entity.first + 1 < entity.last && (is_weekday(tokens[entity.first]) || is_time_of_day(tokens[entity.first]))) ++entity.first;
}

}  // namespace herald::language
