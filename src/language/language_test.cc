#include "language/language.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <thread>

#include "base/files.h"
#include "base/hash.h"
#include "language/entities.h"
#include "language/parser.h"
#include "language/segmenter.h"

namespace herald::language {
namespace {

// The published weights, or those that train/test_train.py has just made.
const std::filesystem::path kModels = [] {
  const char* other = std::getenv("HERALD_TEST_MODELS");
  return other ? std::filesystem::path(other) : std::filesystem::path(HERALD_SOURCE_DIR) / "models";
}();

const Model& model() {
  static const Result<Model> loaded = Model::load(kModels);
  return *loaded;
}

Report report_of(std::string text) {
  Report out;
  out.id = "r1";
  out.text = std::move(text);
  return out;
}

std::vector<std::string> sentences_of(const Report& report, const Analysis& analysis) {
  std::vector<std::string> out;
  for (const Sentence& s : analysis.sentences) out.emplace_back(s.span.in(report.text));
  return out;
}

// Every index in range, spans ascending, one root a sentence, no cycles.
void expect_sound(const Report& report, const Analysis& analysis) {
  uint32_t first = 0;
  uint32_t end = 0;
  for (size_t s = 0; s < analysis.sentences.size(); ++s) {
    const Sentence& sentence = analysis.sentences[s];
    ASSERT_EQ(sentence.first, first);
    ASSERT_LT(sentence.first, sentence.last);
    ASSERT_LE(sentence.last - sentence.first, kLongestSentence);
    first = sentence.last;
    int roots = 0;
    for (uint32_t t = sentence.first; t < sentence.last; ++t) {
      const Token& token = analysis.tokens[t];
      ASSERT_EQ(token.sentence, s);
      ASSERT_GE(token.span.begin, end);
      ASSERT_LT(token.span.begin, token.span.end);
      ASSERT_LE(token.span.end, report.text.size());
      ASSERT_FALSE(token.lemma.empty());
      end = token.span.end;
      ASSERT_EQ(token.head < 0, token.deprel == "root");
      roots += token.head < 0;
      uint32_t steps = 0;
      for (int32_t at = token.head; at >= 0; at = analysis.tokens[static_cast<size_t>(at)].head) {
        ASSERT_GE(at, static_cast<int32_t>(sentence.first));
        ASSERT_LT(at, static_cast<int32_t>(sentence.last));
        ASSERT_LE(++steps, sentence.last - sentence.first);
      }
    }
    ASSERT_EQ(roots, 1);
  }
  ASSERT_EQ(first, analysis.tokens.size());
  uint32_t last = 0;
  for (const Entity& e : analysis.entities) {
    ASSERT_GE(e.first, last);
    ASSERT_LT(e.first, e.last);
    last = e.last;
    ASSERT_LE(last, analysis.tokens.size());
    ASSERT_EQ(analysis.tokens[e.first].sentence, analysis.tokens[e.last - 1].sentence);
  }
}

// The parts of a model, taken apart to compare them one by one.
struct Parts {
  std::string labels_text, weights_text;
  Labels labels;
  Segmenter segmenter;
  Parser parser;
};

std::unique_ptr<Parts> load_parts() {
  auto out = std::make_unique<Parts>();
  out->labels_text = base::read_file(kModels / "english.labels.json").value();
  out->weights_text = base::read_file(kModels / "english.safetensors").value();
  out->labels = Labels::parse(out->labels_text, "labels").value();
  const Tensors tensors = Tensors::parse(out->weights_text, "weights").value();
  Weights for_segmenter(tensors, "segmenter.");
  out->segmenter = Segmenter::load(for_segmenter, out->labels).value();
  Weights for_parser(tensors, "parser.");
  out->parser = Parser::load(for_parser, out->labels).value();
  return out;
}

TEST(Language, TheRuntimeGivesWhatTheTrainersRuntimeGives) {
  const std::unique_ptr<Parts> parts = load_parts();
  const nlohmann::json fixture = nlohmann::json::parse(base::read_file(kModels / "fixture.json").value());
  ASSERT_GE(fixture.size(), 4U);
  size_t words_seen = 0;
  for (const auto& paragraph : fixture) {
    const auto forms = paragraph["words"].get<std::vector<std::string>>();
    std::string text;
    std::vector<Piece> pieces;
    for (const std::string& form : forms) {
      if (!text.empty()) text += ' ';
      const auto begin = static_cast<uint32_t>(text.size());
      text += form;
      pieces.push_back({.span = {begin, static_cast<uint32_t>(text.size())}, .gap = Gap::space, .joined = false});
    }
    // Sentence bounds: where the trainer's score is above the threshold.
    SegmenterState segmenter;
    std::vector<uint32_t> found;
    parts->segmenter.run(text, pieces, 0, pieces.size(), segmenter, found);
    std::vector<uint32_t> expected;
    const auto begins = paragraph["begins"].get<std::vector<float>>();
    for (size_t i = 0; i < begins.size(); ++i) {
      EXPECT_NEAR(segmenter.scores(static_cast<Eigen::Index>(i), 0), begins[i], 2e-3) << forms[i];
      if (i == 0 || begins[i] > parts->labels.begins)
        expected.push_back(1);
      else
        ++expected.back();
    }
    EXPECT_EQ(found, expected) << text;

    std::vector<uint32_t> sizes;
    for (const auto& sentence : paragraph["sentences"]) sizes.push_back(sentence["size"].get<uint32_t>());
    const std::vector<std::string_view> words(forms.begin(), forms.end());
    ParserState parser;
    parts->parser.run(words, sizes, parser);
    std::vector<std::string> entities(words.size(), "O");
    static const char* const kNames[] = {"",       "Person",           "Organisation", "Location", "Nationality",
                                         "Weapon", "MilitaryPlatform", "Vehicle",      "Temporal", "Quantity"};
    for (const Entity& e : parser.found) {
      const std::string type = kNames[static_cast<size_t>(e.type)];
      for (uint32_t i = e.first; i < e.last; ++i)
        entities[i] = (e.last - e.first == 1 ? "S-" : i == e.first ? "B-" : i + 1 == e.last ? "E-" : "I-") + type;
    }
    size_t at = 0;
    for (const auto& sentence : paragraph["sentences"]) {
      for (size_t i = 0; i < sentence["size"].get<size_t>(); ++i, ++at) {
        const ParsedWord& word = parser.words[at];
        const Tag& tag = parts->labels.tags[word.tag];
        EXPECT_NEAR(parser.encoder.states.row(static_cast<Eigen::Index>(at)).norm(), sentence["norms"][i].get<float>(), 5e-3) << words[at];
        EXPECT_EQ(std::string(name_of(tag.upos)) + "|" + tag.xpos + "|" + tag.feats, sentence["tags"][i].get<std::string>()) << words[at];
        EXPECT_EQ(word.lemma, sentence["lemmas"][i].get<std::string>()) << words[at];
        EXPECT_EQ(word.head, sentence["heads"][i].get<int>()) << words[at];
        EXPECT_EQ(parts->labels.relations[word.relation], sentence["relations"][i].get<std::string>()) << words[at];
        EXPECT_EQ(entities[at], sentence["entities"][i].get<std::string>()) << words[at];
        ++words_seen;
      }
    }
  }
  EXPECT_GT(words_seen, 200U);
}

TEST(Language, NoSentenceCrossesABlankLineOrTheHeadline) {
  Report report =
      report_of("Army shells Marwan\nThree killed\n\nMARWAN, Nov 3 (Reuters) - The army shelled the town on Monday\n \nResidents fled");
  report.headline_span = Span{0, 18};
  report.standfirst_span = Span{19, 31};
  report.dateline_span = Span{33, 57};
  ASSERT_EQ(report.standfirst_span->in(report.text), "Three killed");
  Workspace workspace;
  const Analysis analysis = analyse(report, model(), workspace);
  expect_sound(report, analysis);
  const std::vector<std::string> sentences = sentences_of(report, analysis);
  ASSERT_GE(sentences.size(), 5U);
  EXPECT_EQ(sentences[0], "Army shells Marwan");
  EXPECT_EQ(sentences[1], "Three killed");
  EXPECT_EQ(sentences.back(), "Residents fled");
  for (const std::string& s : sentences) EXPECT_EQ(s.find('\n'), std::string::npos);
}

TEST(Language, PlainNewsSentencesAreSplitAndTagged) {
  const Report report = report_of("Rebels killed two soldiers. Gen. Haddad didn't comment. \"We fled,\" a woman said.");
  Workspace workspace;
  const Analysis analysis = analyse(report, model(), workspace);
  expect_sound(report, analysis);
  EXPECT_EQ(sentences_of(report, analysis),
            (std::vector<std::string>{"Rebels killed two soldiers.", "Gen. Haddad didn't comment.", "\"We fled,\" a woman said."}));
  ASSERT_GE(analysis.tokens.size(), 10U);
  EXPECT_EQ(analysis.tokens[1].upos, Upos::VERB);
  EXPECT_EQ(analysis.tokens[1].lemma, "kill");
  EXPECT_EQ(analysis.tokens[1].deprel, "root");
  EXPECT_EQ(analysis.tokens[0].deprel, "nsubj");
  EXPECT_EQ(analysis.tokens[3].lemma, "soldier");
  EXPECT_EQ(analysis.tokens[3].head, 1);
}

TEST(Language, CaseIsNoObstacle) {
  Workspace workspace;
  for (const char* text : {"the soldiers killed a man in the village.", "THE SOLDIERS KILLED A MAN IN THE VILLAGE.",
                           "The soldiers killed a man in the village."}) {
    const Report report = report_of(text);
    const Analysis analysis = analyse(report, model(), workspace);
    ASSERT_EQ(analysis.tokens.size(), 9U) << text;
    EXPECT_EQ(analysis.tokens[1].lemma, "soldier") << text;
    EXPECT_EQ(analysis.tokens[2].upos, Upos::VERB) << text;
    EXPECT_EQ(analysis.tokens[2].lemma, "kill") << text;
    EXPECT_EQ(analysis.tokens[4].deprel, "obj") << text;
  }
}

TEST(Language, ResultsDoNotHangOnTheWorkspacesPastOrOnThreads) {
  const Report first = report_of("Shells hit the market in Tel Amin, killing 12 people. No one said who had fired them.");
  const Report second = report_of("Gunmen held the bridge.\n\nThey can't stay, the colonel said.");
  Workspace fresh;
  const std::string expected = to_conllu(second, analyse(second, model(), fresh));
  Workspace used;
  (void)analyse(first, model(), used);
  EXPECT_EQ(to_conllu(second, analyse(second, model(), used)), expected);
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results)
    threads.emplace_back([&result, &second, &first] {
      Workspace own;
      (void)analyse(first, model(), own);
      result = to_conllu(second, analyse(second, model(), own));
    });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) EXPECT_EQ(result, expected);
}

TEST(Language, EmptyAndOddTextsAreAnalysed) {
  Workspace workspace;
  for (const char* text : {"", " \n\n ", ".", "\n\n\na", "— “ ”", "مدينة", "a\u200Bb"}) {
    const Report report = report_of(text);
    expect_sound(report, analyse(report, model(), workspace));
  }
}

TEST(Language, EndlessSentencesAreCut) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "word" + std::to_string(i % 7) + (i % 50 == 49 ? ", " : " ");
  const Report report = report_of(text);
  Workspace workspace;
  const Analysis analysis = analyse(report, model(), workspace);
  expect_sound(report, analysis);
  EXPECT_GE(analysis.sentences.size(), 12U);
}

TEST(Conllu, PrintsRangesSpacesAndText) {
  const Report report = report_of("He can't go\n(yet).");
  Analysis analysis;
  const auto add = [&](uint32_t begin, uint32_t end, int32_t head, const char* relation, bool joined) {
    analysis.tokens.push_back({.span = {begin, end},
                               .lemma = "l",
                               .xpos = "X",
                               .feats = "_",
                               .deprel = relation,
                               .head = head,
                               .sentence = 0,
                               .upos = Upos::X,
                               .joined = joined});
  };
  add(0, 2, 3, "nsubj", false);
  add(3, 5, 3, "aux", false);
  add(5, 8, 3, "advmod", true);
  add(9, 11, -1, "root", false);
  add(12, 13, 3, "punct", false);
  add(13, 16, 3, "advmod", false);
  add(16, 17, 3, "punct", false);
  add(17, 18, 3, "punct", false);
  analysis.sentences.push_back({.span = {0, 18}, .first = 0, .last = 8});
  EXPECT_EQ(to_conllu(report, analysis),
            "# newdoc id = r1\n# sent_id = r1-1\n# text = He can't go (yet).\n"
            "1\tHe\tl\tX\tX\t_\t4\tnsubj\t_\t_\n"
            "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\t_\n"
            "2\tca\tl\tX\tX\t_\t4\taux\t_\t_\n"
            "3\tn't\tl\tX\tX\t_\t4\tadvmod\t_\t_\n"
            "4\tgo\tl\tX\tX\t_\t0\troot\t_\t_\n"
            "5\t(\tl\tX\tX\t_\t4\tpunct\t_\tSpaceAfter=No\n"
            "6\tyet\tl\tX\tX\t_\t4\tadvmod\t_\tSpaceAfter=No\n"
            "7\t)\tl\tX\tX\t_\t4\tpunct\t_\tSpaceAfter=No\n"
            "8\t.\tl\tX\tX\t_\t4\tpunct\t_\t_\n\n");
}

class DamagedModel : public ::testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(::testing::TempDir()) / ("damaged-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder_);
    for (const char* name : {"manifest.json", "english.labels.json", "english.safetensors"})
      std::filesystem::copy_file(kModels / name, folder_ / name, std::filesystem::copy_options::overwrite_existing);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  // Replaces a file; the manifest is made to agree where `honest`.
  void write(const std::string& name, const std::string& bytes, bool honest) {
    ASSERT_TRUE(base::write_file(folder_ / name, bytes).ok());
    if (!honest) return;
    nlohmann::json manifest = nlohmann::json::parse(base::read_file(folder_ / "manifest.json").value());
    manifest["files"][name] = base::sha256_hex(bytes);
    ASSERT_TRUE(base::write_file(folder_ / "manifest.json", manifest.dump()).ok());
  }
  std::string refusal() {
    const Result<Model> loaded = Model::load(folder_);
    return loaded.ok() ? "" : loaded.error().message();
  }
  std::filesystem::path folder_;
};

TEST_F(DamagedModel, TheCopyItselfLoads) {
  EXPECT_EQ(refusal(), "");
}

TEST_F(DamagedModel, OtherBytesThanTheManifestsAreRefused) {
  std::string bytes = base::read_file(folder_ / "english.safetensors").value();
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  write("english.safetensors", bytes, false);
  EXPECT_NE(refusal().find("SHA-256 differs"), std::string::npos);
}

TEST_F(DamagedModel, TruncatedWeightsAreRefused) {
  std::string bytes = base::read_file(folder_ / "english.safetensors").value();
  bytes.resize(bytes.size() / 2);
  write("english.safetensors", bytes, true);
  EXPECT_NE(refusal().find("reaches outside the file"), std::string::npos);
}

TEST_F(DamagedModel, LabelsThatDoNotFitAreRefused) {
  const std::string text = base::read_file(folder_ / "english.labels.json").value();
  for (const auto& [key, value] : std::vector<std::pair<std::string, nlohmann::json>>{{"vocabulary", {"b", "a"}},
                                                                                      {"vocabulary", nlohmann::json::array()},
                                                                                      {"relations", {"nsubj", "obj"}},
                                                                                      {"tags", {"NOUN|NN"}},
                                                                                      {"tags", {"THING|NN|_"}},
                                                                                      {"lemmas", {"?"}},
                                                                                      {"arc", "wide"},
                                                                                      {"relation", 0},
                                                                                      {"entities", {"O"}}}) {
    nlohmann::json labels = nlohmann::json::parse(text);
    labels[key] = value;
    write("english.labels.json", labels.dump(), true);
    EXPECT_NE(refusal(), "") << key << " " << value;
  }
  write("english.labels.json", "[", true);
  EXPECT_NE(refusal().find("not the labels"), std::string::npos);
}

TEST_F(DamagedModel, MissingFilesAreRefused) {
  std::filesystem::remove(folder_ / "english.labels.json");
  EXPECT_NE(refusal().find("english.labels.json"), std::string::npos);
  std::filesystem::remove(folder_ / "manifest.json");
  EXPECT_NE(refusal().find("manifest.json"), std::string::npos);
}

}  // namespace
}  // namespace herald::language
