#include "handout_page.hpp"
#include "text_width.hpp"

#include <algorithm>

namespace lotse::viz {
namespace {

constexpr double number_width = 24;
constexpr double question_width = 240;
constexpr double answer_left = handout_margin_pt + number_width + question_width + 16;
constexpr double answer_right = handout_width_pt - handout_margin_pt;
constexpr double question_font = 9.5;
constexpr double hint_font = 7.5;
constexpr double line_distance = 20;
constexpr int least_answer_lines = 2;
constexpr double heading_height = 44;  // of whom to ask, in two lines

class QuestionSetter {
public:
    explicit QuestionSetter(const HandoutTexts& texts) : texts_{texts} {}

    void set(const HandoutQuestions& group) {
        bool first = true;
        for (const HandoutQuestion& question : group.questions) {
            const Block block = block_of(question);
            const double height =
                std::max(height_of(block) + 8, least_answer_lines * line_distance + 10);
            const double heading = first ? heading_height : 0;
            if (pages_.empty() ||
                y_ + heading + height > handout_height_pt - handout_margin_pt - 22) {
                next_page();
                first = true;
            }
            if (first) add_heading(group);
            first = false;
            Drawing& page = pages_.back();
            print(page, "text", {handout_margin_pt, y_ + question_font}, std::to_string(++number_),
                  question_font, Weight::bold);
            print(page, block, {handout_margin_pt + number_width, y_});
            add_writing_lines(page, {answer_left, y_, answer_right, y_ + height - 8},
                              line_distance);
            y_ += height;
            add_box(page, {handout_margin_pt, y_ - 3, answer_right, y_ - 2.6}, {0xDD, 0xDD, 0xDD},
                    {0xDD, 0xDD, 0xDD}, 0);
            y_ += 4;
        }
    }

    std::vector<Drawing> pages() { return std::move(pages_); }

private:
    std::string say(Text text) const { return std::string{text.in(texts_.language)}; }

    void next_page() {
        const std::string title = say({"Offene Fragen", "Open questions"});
        pages_.push_back(handout_page(texts_, title, static_cast<int>(pages_.size()) + 1));
        Drawing& page = pages_.back();
        const double width = handout_width_pt - 2 * handout_margin_pt;
        double y = handout_margin_pt + 15;
        print(page, "title", {handout_margin_pt, y}, title, 17, Weight::bold);
        y += 16;
        for (const std::string& line : paragraph(
                 say({"„Gibt es nicht“ ist auch eine Antwort: bitte dazuschreiben. Nur "
                      "Einrichtungen und Funktionen eintragen, keine Namen von Personen.",
                      "'There is none' is an answer too: please write it down. Enter organisations "
                      "and functions only, no names of persons."}),
                 8.5, width)) {
            print(page, "note", {handout_margin_pt, y}, line, 8.5, Weight::regular,
                  faint_text_colour);
            y += 11;
        }
        y_ = y + 4;
    }

    void add_heading(const HandoutQuestions& group) {
        const std::string whom =
            group.ask.empty() ? say({"Wer weiß es? Noch ist niemand erfasst, den man fragen kann",
                                     "Who knows? Nobody to ask is recorded yet"})
                              : say({"Fragen an: ", "Questions for: "}) + group.ask;
        y_ += 16;
        for (const std::string& line :
             paragraph(whom, 11, handout_width_pt - 2 * handout_margin_pt, Weight::bold)) {
            print(pages_.back(), "subtitle", {handout_margin_pt, y_}, line, 11, Weight::bold);
            y_ += 14;
        }
    }

    Block block_of(const HandoutQuestion& question) const {
        Block block;
        for (std::string& line : paragraph(question.question, question_font, question_width))
            block.lines.push_back({std::move(line), question_font});
        for (std::string& line :
             paragraph(say({"Eintragen in: ", "Enter in: "}) + question.enter_in, hint_font,
                       question_width))
            block.lines.push_back({std::move(line), hint_font, Weight::regular, faint_text_colour});
        return block;
    }

    const HandoutTexts& texts_;
    std::vector<Drawing> pages_;
    int number_ = 0;
    double y_ = 0;
};

}  // namespace

std::vector<Drawing> question_pages(const std::vector<HandoutQuestions>& groups,
                                    const HandoutTexts& texts) {
    QuestionSetter setter{texts};
    for (const HandoutQuestions& group : groups)
        if (!group.questions.empty()) setter.set(group);
    return setter.pages();
}

}  // namespace lotse::viz
