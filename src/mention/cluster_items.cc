#include "mention/cluster_items.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace herald::mention {
namespace {

using actors::Words;

struct Pronoun {
  Number number;
  Gender gender;
  Being being;
  bool first_person = false;
};

const Pronoun* pronoun_named(const std::string& word) {
  static const std::map<std::string, Pronoun> pronouns = {
      {"he", {Number::singular, Gender::he, Being::person}},
      {"him", {Number::singular, Gender::he, Being::person}},
      {"his", {Number::singular, Gender::he, Being::person}},
      {"himself", {Number::singular, Gender::he, Being::person}},
      {"she", {Number::singular, Gender::she, Being::person}},
      {"her", {Number::singular, Gender::she, Being::person}},
      {"hers", {Number::singular, Gender::she, Being::person}},
      {"herself", {Number::singular, Gender::she, Being::person}},
      {"it", {Number::singular, Gender::unknown, Being::body}},
      {"its", {Number::singular, Gender::unknown, Being::body}},
      {"itself", {Number::singular, Gender::unknown, Being::body}},
      {"they", {Number::plural, Gender::unknown, Being::people}},
      {"them", {Number::plural, Gender::unknown, Being::people}},
      {"their", {Number::plural, Gender::unknown, Being::people}},
      {"theirs", {Number::plural, Gender::unknown, Being::people}},
      {"themselves", {Number::plural, Gender::unknown, Being::people}},
      {"i", {Number::singular, Gender::unknown, Being::person, true}},
      {"me", {Number::singular, Gender::unknown, Being::person, true}},
      {"my", {Number::singular, Gender::unknown, Being::person, true}},
      {"we", {Number::plural, Gender::unknown, Being::people, true}},
      {"us", {Number::plural, Gender::unknown, Being::people, true}},
      {"our", {Number::plural, Gender::unknown, Being::people, true}},
  };
  const auto at = pronouns.find(word);
  return at == pronouns.end() ? nullptr : &at->second;
}

Gender gender_of(const std::string& noun) {
  static const std::set<std::string> women = {"woman", "girl",        "mother",      "wife",    "daughter", "sister",   "widow",
                                              "nun",   "spokeswoman", "policewoman", "actress", "queen",    "housewife"};
  static const std::set<std::string> men = {"man",  "boy",       "father",    "husband", "son",  "brother", "priest", "imam",
                                            "king", "policeman", "spokesman", "gunman",  "monk", "mullah",  "sheikh"};
  if (women.count(noun)) return Gender::she;
  return men.count(noun) ? Gender::he : Gender::unknown;
}

bool is_article(const std::string& word) {
  static const std::set<std::string> words = {"the",   "a",   "an", "this", "that", "these", "those",   "its",  "his", "her",
                                              "their", "our", "my", "some", "any",  "no",    "another", "both", "all", "each"};
  return words.count(word) != 0;
}

int salience_of(const Words& words, uint32_t head) {
  const std::string_view r = words.relation(head);
  if (r == "nsubj") return 3;
  return r == "obj" || r == "iobj" ? 2 : 1;
}

Being being_of(const Mention& m, Number number) {
  if (m.as<Place>()) return Being::place;
  switch (m.as<Actor>()->type) {
    case ActorType::person:
      return number == Number::plural ? Being::people : Being::person;
    case ActorType::group:
      return Being::people;
    default:
      return Being::body;
  }
}

Item item_of(const Words& words, const Mention& mention) {
  Item out;
  out.mention = mention;
  const uint32_t head = mention.head;
  out.head = words.lemma(head).empty() ? words.folded(head) : words.lemma(head);
  for (uint32_t t = mention.first; t < mention.last; ++t) {
    const std::string& folded = words.folded(t);
    if (folded.empty()) continue;
    if (is_article(folded)) {
      if (out.determiner.empty()) out.determiner = folded;
      continue;
    }
    if (words.token(t).upos == Upos::NUM) out.counted = true;
    out.text += (out.text.empty() ? "" : " ") + folded;
    for (const std::string_view part : base::split(folded, ' ')) out.words.insert(std::string(part));
    if (t < head) out.modifiers.insert(folded);
  }
  // What stands beside a name describes it: "the spokesman, Vianney Kazarama".
  if (mention.form == MentionForm::name) {
    const actors::Phrase phrase = words.phrase_of(head);
    for (uint32_t t = phrase.first; t < phrase.last; ++t) out.words.insert(words.lemma(t));
    for (const uint32_t c : words.children(head))
      if (words.relation(c) == "appos") out.words.insert(words.lemma(c));
  }
  if (out.determiner.empty())
    for (const uint32_t c : words.children(head))
      if (c < mention.first && words.relation(c) == "det") out.determiner = words.folded(c);
  out.number = words.plural(head) ? Number::plural : Number::singular;
  if (const Actor* actor = mention.as<Actor>(); actor && mention.form == MentionForm::name && actor->type == ActorType::organisation)
    out.number = Number::unknown;
  if (const Actor* actor = mention.as<Actor>(); actor && actor->type == ActorType::organisation && out.number == Number::singular)
    out.number = Number::unknown;
  out.being = being_of(mention, out.number);
  out.gender = gender_of(out.head);
  out.salience = salience_of(words, head);
  return out;
}

std::optional<Item> pronoun_item(const Words& words, uint32_t t) {
  if (words.token(t).upos != Upos::PRON && words.token(t).upos != Upos::DET) return std::nullopt;
  const Pronoun* pronoun = pronoun_named(words.folded(t));
  if (!pronoun || words.relation(t) == "expl") return std::nullopt;
  Item out;
  out.original = false;
  out.mention.span = words.token(t).span;
  out.mention.sentence = words.token(t).sentence;
  out.mention.first = t;
  out.mention.last = t + 1;
  out.mention.head = t;
  out.mention.form = MentionForm::pronoun;
  Actor actor;
  actor.type = pronoun->being == Being::person ? ActorType::person : ActorType::organisation;
  actor.name = std::string(words.word(t));
  out.mention.what = std::move(actor);
  out.head = out.text = words.folded(t);
  out.number = pronoun->number;
  out.gender = pronoun->gender;
  out.being = pronoun->being;
  out.first_person = pronoun->first_person;
  out.salience = salience_of(words, t);
  return out;
}

std::optional<Item> place_noun_item(const Words& words, uint32_t t) {
  if (words.token(t).upos != Upos::NOUN || words.plural(t) || place_types_of(words.lemma(t)).empty()) return std::nullopt;
  const std::string_view r = words.relation(t);
  if (r == "compound" || r == "flat" || r == "amod") return std::nullopt;
  const actors::Phrase phrase = words.phrase_of(t);
  Mention mention;
  mention.span = words.span(phrase.first, phrase.last);
  mention.sentence = words.token(t).sentence;
  mention.first = phrase.first;
  mention.last = phrase.last;
  mention.head = t;
  mention.form = MentionForm::nominal;
  mention.what = Place{};
  Item out = item_of(words, mention);
  out.original = false;
  // "The town of Hajin", "the other town", "a town" name or bring in a place; they do not stand for one named before.
  if (!out.definite() || out.modifiers.count("other") || words.complement(t, {"of"}) < words.analysis.tokens.size()) return std::nullopt;
  return out;
}

}  // namespace

bool Item::definite() const {
  return determiner == "the" || determiner == "this" || determiner == "that" || determiner == "these" || determiner == "those" ||
         determiner == "both";
}

std::vector<PlaceType> place_types_of(const std::string& noun) {
  static const std::map<std::string, std::vector<PlaceType>> types = {
      {"town", {PlaceType::settlement}},
      {"city", {PlaceType::settlement}},
      {"village", {PlaceType::settlement}},
      {"township", {PlaceType::settlement}},
      {"hamlet", {PlaceType::settlement}},
      {"capital", {PlaceType::settlement}},
      {"settlement", {PlaceType::settlement}},
      {"suburb", {PlaceType::settlement}},
      {"neighbourhood", {PlaceType::settlement}},
      {"neighborhood", {PlaceType::settlement}},
      {"province", {PlaceType::region}},
      {"region", {PlaceType::region}},
      {"district", {PlaceType::region, PlaceType::settlement}},
      {"governorate", {PlaceType::region}},
      {"state", {PlaceType::region}},
      {"enclave", {PlaceType::region, PlaceType::settlement}},
      {"territory", {PlaceType::region}},
      {"peninsula", {PlaceType::region, PlaceType::feature}},
      {"country", {PlaceType::country}},
      {"republic", {PlaceType::country, PlaceType::region}},
      {"nation", {PlaceType::country}},
      {"camp", {PlaceType::facility, PlaceType::settlement}},
      {"base", {PlaceType::facility}},
      {"airbase", {PlaceType::facility}},
      {"airport", {PlaceType::facility}},
      {"airfield", {PlaceType::facility}},
      {"prison", {PlaceType::facility}},
      {"dam", {PlaceType::facility}},
      {"bridge", {PlaceType::facility}},
      {"crossing", {PlaceType::facility}},
      {"port", {PlaceType::facility, PlaceType::settlement}},
      {"island", {PlaceType::feature, PlaceType::region}},
      {"highway", {PlaceType::road}},
      {"road", {PlaceType::road}},
      {"mountain", {PlaceType::feature}},
      {"valley", {PlaceType::feature, PlaceType::region}},
      {"river", {PlaceType::feature}},
  };
  const auto at = types.find(noun);
  return at == types.end() ? std::vector<PlaceType>() : at->second;
}

std::vector<Item> items_of(const actors::Describer& describer, const std::vector<Mention>& mentions) {
  const Words& words = describer.words();
  std::vector<Item> out;
  std::set<uint32_t> heads;
  for (const Mention& mention : mentions) {
    if (!mention.as<Actor>() && !mention.as<Place>()) continue;
    heads.insert(mention.head);
    if (mention.form == MentionForm::pronoun) {
      Item item = pronoun_item(words, mention.head).value_or(Item{});
      item.original = true;
      item.mention = mention;
      if (item.text.empty()) item.text = item.head = words.folded(mention.head);
      out.push_back(std::move(item));
      continue;
    }
    out.push_back(item_of(words, mention));
  }
  for (uint32_t t = 0; t < words.analysis.tokens.size(); ++t) {
    if (heads.count(t)) continue;
    if (std::optional<Item> item = pronoun_item(words, t))
      out.push_back(std::move(*item));
    else if (std::optional<Item> place = place_noun_item(words, t))
      out.push_back(std::move(*place));
  }
  std::stable_sort(out.begin(), out.end(), [](const Item& a, const Item& b) { return in_text_order(a.mention.span, b.mention.span); });
  return out;
}

}  // namespace herald::mention
