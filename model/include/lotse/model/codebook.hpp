/// Codebook: the code lists (actor kinds, topics, legal bases ...) that give codes their meaning.
///
/// The lists come with the program as data files (datasets/codes), dated and sourced; a network may
/// extend them by its `codes` table. Lists that the data format fixes are closed to typing errors:
/// an unknown code is an error. In the other lists it is a warning and the code is kept.
#ifndef LOTSE_MODEL_CODEBOOK_HPP
#define LOTSE_MODEL_CODEBOOK_HPP

#include <lotse/base/document.hpp>
#include <lotse/base/text.hpp>

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lotse {

struct Code {
    std::string code;
    Message label;
    std::vector<std::string> aliases;  ///< other spellings accepted on input
    std::map<std::string, std::string, std::less<>> attributes;  ///< further columns of the list

    /// An attribute's text; empty: the list has no such column, or the cell is empty.
    std::string_view attribute(std::string_view name) const;
};

class CodeList {
public:
    /// Of two equal codes the later is found.
    CodeList(std::string name, std::vector<Code> codes);

    /// Name of the list, such as "topics".
    const std::string& name() const noexcept { return name_; }
    /// In the order of the data file, own codes of a network last.
    std::span<const Code> codes() const noexcept { return codes_; }

    /// By code exactly.
    const Code* find(std::string_view code) const;
    /// By code, label or alias, whatever its case and blanks; none with telling signs ("clinic?").
    const Code* recognise(std::string_view text) const;
    /// The code most similar to a mistyped one, if any is close.
    const Code* nearest(std::string_view text) const;

    /// A new code; or a known one, which gets the label and attributes that are given.
    void add(Code code);

private:
    std::string name_;
    std::vector<Code> codes_;
    std::map<std::string, std::size_t, std::less<>> by_code_;
    std::map<std::string, std::size_t, std::less<>> by_match_key_;
    void index(std::size_t position);
};

/// Copies share the lists: O(number of lists).
class Codebook {
public:
    /// The lists that come with the program.
    static const Codebook& built_in();

    /// By its name; nullptr: there is none.
    const CodeList* list(std::string_view name) const;
    /// The same, to be extended; other copies of the book keep theirs as it is.
    CodeList* extend(std::string_view name);
    /// Sorted by name.
    std::span<const std::shared_ptr<const CodeList>> lists() const noexcept { return lists_; }

    /// A code's label; the code itself where the list does not know it.
    Choice choice(std::string_view list, std::string_view code) const;
    /// An attribute of a code; empty where anything is missing.
    std::string_view attribute(std::string_view list, std::string_view code,
                               std::string_view name) const;

private:
    std::vector<std::shared_ptr<const CodeList>> lists_;  ///< sorted by name

    /// Their number: there is none of that name.
    std::size_t position_of(std::string_view name) const;
};

}  // namespace lotse

#endif
