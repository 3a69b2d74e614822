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
constexpr double least_heading_height = 44;  // of whom to ask, in two lines
constexpr std::size_t most_heading_lines = 4;
constexpr double bottom = handout_height_pt - handout_margin_pt - 22;
constexpr double space_below = 8;        // of a question
constexpr double least_beginning = 150;  // of one that goes on on the next page
constexpr double item_indent = 10;

class QuestionSetter {
public:
    explicit QuestionSetter(const HandoutTexts& texts) : texts_{texts} {}

    void set(const HandoutQuestions& group) {
        const std::vector<std::string> heading = heading_of(group);
        bool headed = false;  // on this page
        for (const HandoutQuestion& question : group.questions) {
            ++number_;
            Block rest = block_of(question);
            if (pages_.empty()) next_page();
            if (!may_begin_here(height_with_answer(rest), height_of_heading(heading), headed)) {
                next_page();
                headed = false;
            }
            if (!headed) add_heading(heading);
            headed = true;
            add(take_lines(rest, bottom - y_ - space_below));
            while (!rest.lines.empty()) {
                next_page();
                add_heading(heading);
                rest.lines.insert(rest.lines.begin(), continued());
                add(take_lines(rest, bottom - y_ - space_below));
            }
        }
    }

    std::vector<Drawing> pages() {
        print_page_numbers(pages_, texts_);
        return std::move(pages_);
    }

private:
    std::string say(Text text) const { return std::string{text.in(texts_.language)}; }

    /// What fits on a page stays together; what is longer may begin on one that is begun.
    bool may_begin_here(double height, double heading, bool headed) const {
        const double room = bottom - y_ - (headed ? 0 : heading);
        const double whole_page = bottom - top_ - heading;
        return height <= room || (height > whole_page && room >= least_beginning);
    }

    void next_page() {
        const std::string title = say({"Offene Fragen", "Open questions"});
        pages_.push_back(handout_page(texts_, title));
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
        top_ = y_ = y + 4;
    }

    std::vector<std::string> heading_of(const HandoutQuestions& group) const {
        const std::string whom =
            group.ask.empty() ? say({"Wer weiß es? Noch ist niemand erfasst, den man fragen kann",
                                     "Who knows? Nobody to ask is recorded yet"})
                              : say({"Fragen an: ", "Questions for: "}) + group.ask;
        return first_lines(whom, 11, handout_width_pt - 2 * handout_margin_pt, most_heading_lines,
                           Weight::bold);
    }

    static double height_of_heading(const std::vector<std::string>& lines) {
        return std::max(16 + 14 * static_cast<double>(lines.size()), least_heading_height);
    }

    void add_heading(const std::vector<std::string>& lines) {
        y_ += 16;
        for (const std::string& line : lines) {
            print(pages_.back(), "subtitle", {handout_margin_pt, y_}, line, 11, Weight::bold);
            y_ += 14;
        }
    }

    static double height_with_answer(const Block& block) {
        return std::max(height_of(block) + space_below, least_answer_lines * line_distance + 10);
    }

    /// The question, or the part of it that this page holds, and lines to write on beside it.
    void add(const Block& block) {
        Drawing& page = pages_.back();
        const double height = height_with_answer(block);
        print(page, "text", {handout_margin_pt, y_ + question_font}, std::to_string(number_),
              question_font, Weight::bold);
        print(page, block, {handout_margin_pt + number_width, y_});
        add_writing_lines(page, {answer_left, y_, answer_right, y_ + height - space_below},
                          line_distance);
        y_ += height;
        add_box(page, {handout_margin_pt, y_ - 3, answer_right, y_ - 2.6}, {0xDD, 0xDD, 0xDD},
                {0xDD, 0xDD, 0xDD}, 0);
        y_ += 4;
    }

    /// Above what a longer question says on its next page.
    Block::Line continued() const {
        return {say({"Fortsetzung der Frage", "The question, continued"}), question_font,
                Weight::regular, faint_text_colour};
    }

    Block block_of(const HandoutQuestion& question) const {
        Block block;
        for (std::string& line : paragraph(question.question, question_font, question_width))
            block.lines.push_back({std::move(line), question_font});
        for (const std::string& item : question.items) {
            block.lines.push_back({"•", question_font});
            bool same_line = true;
            for (std::string& line : paragraph(item, question_font, question_width - item_indent)) {
                block.lines.push_back({std::move(line), question_font, Weight::regular, text_colour,
                                       item_indent, same_line});
                same_line = false;
            }
        }
        for (std::string& line :
             paragraph(say({"Eintragen in: ", "Enter in: "}) + question.enter_in, hint_font,
                       question_width))
            block.lines.push_back({std::move(line), hint_font, Weight::regular, faint_text_colour});
        return block;
    }

    const HandoutTexts& texts_;
    std::vector<Drawing> pages_;
    int number_ = 0;
    double top_ = 0;
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
