#include "command_line.hpp"

#include <lotse/base/ascii.hpp>
#include <lotse/base/number.hpp>
#include <lotse/base/unicode.hpp>
#include <lotse/model/privacy.hpp>
#include <lotse/model/similar.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <map>

namespace lotse::driver {
namespace {

/// One-letter forms of options.
constexpr std::array short_names{std::pair{std::string_view{"output"}, 'o'},
                                 std::pair{std::string_view{"k"}, 'k'}};

/// Options that name rows or codes, whose keys are compared after NFC and trimming.
constexpr std::array<std::string_view, 16> options_of_keys{
    "area", "topic", "target", "legal", "kinds", "without", "with",      "from",
    "to",   "actor", "around", "fixed", "offer", "by",      "programme", "indicator"};

std::string cli_name(std::string_view key) {
    if (const char letter = short_name(key))
        return std::string{'-', letter} + ",--" + std::string{key};
    return "--" + std::string{key};
}

std::optional<Language> language_of(std::string_view text) {
    if (text == "de") return Language::de;
    if (text == "en") return Language::en;
    return std::nullopt;
}

std::optional<Language> language_of_locale() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') continue;
        return language_of(std::string_view{value}.substr(0, 2));
    }
    return std::nullopt;
}

std::vector<OptionInfo> all_options(const Command& command) {
    std::vector<OptionInfo> out = command.options;
    const auto common = common_options();
    out.insert(out.end(), common.begin(), common.end());
    return out;
}

Error usage(Text words, std::initializer_list<std::string_view> arguments) {
    return {ErrorKind::usage, message(words, arguments)};
}

/// "NET --area 05911 05913" becomes "NET --area 05911 --area 05913": a list takes the plain words
/// behind it, but leaves the last ones of them to the command as long as its network or target has
/// not been named: "new --area 05911 05913 TARGET". Plain words come first in the result, as CLI11
/// would give them to a list before them.
std::vector<std::string> spread_lists(std::span<const std::string> words,
                                      std::span<const OptionInfo> options, std::size_t required) {
    const auto is_option = [](const std::string& word) {
        return word.size() > 1 && word.starts_with('-');
    };
    std::vector<std::string> out;
    std::vector<std::string> positionals;
    std::string open_list;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (!is_option(word)) {
            const auto next = std::find_if(words.begin() + static_cast<std::ptrdiff_t>(i),
                                           words.end(), is_option);
            const auto behind =
                static_cast<std::size_t>(next - words.begin()) - i - 1;  // plain words after this
            const bool belongs_to_list =
                !open_list.empty() && positionals.size() + behind >= required;
            if (belongs_to_list) {
                out.push_back(open_list);
                out.push_back(word);
            } else {
                positionals.push_back(word);
            }
            continue;
        }
        open_list.clear();
        out.push_back(word);
        const auto option = std::ranges::find_if(options, [&](const OptionInfo& o) {
            return word == "--" + o.key ||
                   (word.size() == 2 && cli_name(o.key).starts_with(word + ","));
        });
        if (option == options.end() || option->form == OptionForm::flag) continue;
        if (i + 1 < words.size()) out.push_back(words[++i]);
        if (option->form == OptionForm::list) open_list = word;
    }
    out.insert(out.begin(), positionals.begin(), positionals.end());
    return out;
}

std::vector<std::string> split_at_commas(const std::vector<std::string>& texts) {
    std::vector<std::string> out;
    for (std::string_view text : texts)
        for (;;) {
            const auto comma = text.find(',');
            if (const auto part = unicode::trim(text.substr(0, comma)); !part.empty())
                out.emplace_back(part);
            if (comma == std::string_view::npos) break;
            text.remove_prefix(comma + 1);
        }
    return out;
}

}  // namespace

std::string Call::option(std::string_view key, std::string_view fallback) const {
    const auto it = options.find(key);
    return std::string{it == options.end() || it->second.empty() ? fallback : it->second.back()};
}

bool Call::has(std::string_view key) const {
    return options.contains(key);
}

Status refuse_words_of_persons(std::span<const std::string> words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        // Folders are not the user's to name; of a path only the last name is asked.
        const bool is_path = words[i].find("//") == std::string::npos;  // else: 12345//0001234
        const std::size_t name = is_path ? words[i].find_last_of('/') + 1 : 0;
        const auto found = privacy::client_value(std::string_view{words[i]}.substr(name));
        if (!found) continue;
        const std::string number = std::to_string(i + 1);
        return Error{
            ErrorKind::privacy,
            message({"Wort {} des Aufrufs enthält {}. lotse nimmt keine Daten von Personen "
                     "an.",
                     "Word {} of the call holds {}. lotse takes no data of persons."},
                    {Message{number, number}, Message{*found}})};
    }
    return std::monostate{};
}

Result<Language> choose_language(std::span<const std::string> words) {
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        std::string_view value;
        if (words[i] == "--language" && i + 1 < words.size())
            value = words[i + 1];
        else if (words[i].starts_with("--language="))
            value = std::string_view{words[i]}.substr(11);
        else
            continue;
        if (const auto language = language_of(value)) return *language;
        return usage({"--language: Eine Sprache „{}“ gibt es nicht; möglich sind de und en.",
                      "--language: there is no language '{}'; possible are de and en."},
                     {value});
    }
    const char* environment = std::getenv("LOTSE_LANGUAGE");
    if (environment != nullptr && *environment != '\0') {
        if (const auto language = language_of(environment)) return *language;
        return usage({"LOTSE_LANGUAGE: Eine Sprache „{}“ gibt es nicht; möglich sind de und en.",
                      "LOTSE_LANGUAGE: there is no language '{}'; possible are de and en."},
                     {environment});
    }
    return language_of_locale().value_or(Language::de);
}

namespace {

/// "-o=x.json" as "-o x.json": CLI11 would take the sign for the start of the name.
std::vector<std::string> without_signs_of_equality(std::span<const std::string> words) {
    std::vector<std::string> out;
    for (const std::string& word : words) {
        const bool joined = word.size() > 2 && word[0] == '-' && word[2] == '=' &&
                            std::ranges::any_of(short_names, [&](const auto& name) {
                                return name.second == word[1];
                            });
        if (!joined) {
            out.push_back(word);
            continue;
        }
        out.push_back(word.substr(0, 2));
        out.push_back(word.substr(3));
    }
    return out;
}

/// "--limit rows=10 --limit rows=1000"; empty: none is named with two values.
std::string limit_of_two_values(const std::vector<std::string>& limits) {
    std::map<std::string, std::string> known;
    for (const std::string& limit : limits) {
        const std::string name = limit.substr(0, limit.find('='));
        if (known.emplace(name, limit).first->second != limit) return name;
    }
    return {};
}

Error missing_value(std::string_view option) {
    return usage({"Einer Option fehlt ihr Wert: {}", "An option lacks its value: {}"}, {option});
}

/// "--title=" and "--title --pseudonymise": the next option is never the value of this one, which
/// CLI11 would make of it. "--title=--x" and "--shift -1" have a value.
Status refuse_forgotten_values(std::span<const std::string> words,
                               std::span<const OptionInfo> options) {
    const auto starts_option = [](std::string_view word) {
        return (word.size() > 2 && word.starts_with("--") && ascii::is_letter(word[2])) ||
               std::ranges::any_of(short_names, [&](const auto& name) {
                   return word == std::string{'-', name.second} ||
                          word.starts_with(std::string{'-', name.second, '='});
               });
    };
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        const auto option = std::ranges::find_if(options, [&](const OptionInfo& o) {
            return word == "--" + o.key || word == "--" + o.key + '=' ||
                   (word.size() == 2 && cli_name(o.key).starts_with(word + ","));
        });
        if (option == options.end() || option->form == OptionForm::flag) continue;
        if (word.ends_with('=') || i + 1 == words.size() || starts_option(words[i + 1]))
            return missing_value("--" + option->key);
        ++i;  // its value
    }
    return std::monostate{};
}

/// Errors: usage. Of every command, whether it reads a network or not.
Status check_threads(const Call& call) {
    constexpr NumberRange thread_counts{1, 1024};
    const std::string threads = call.option("threads");
    if (threads.empty() ||
        std::holds_alternative<std::int64_t>(parse_integer(threads, thread_counts)))
        return std::monostate{};
    return usage({"--threads: „{}“ ist keine Zahl von 1 bis 1024.",
                  "--threads: '{}' is not a number from 1 to 1024."},
                 {threads});
}

}  // namespace

Result<Call> parse(const Command& command, std::span<const std::string> given_words,
                   Language language) {
    const auto end = std::ranges::find(given_words, "--");  // behind it nothing is an option
    const auto words = without_signs_of_equality(std::span{given_words.begin(), end});
    const std::vector<std::string> names(end == given_words.end() ? end : end + 1,
                                         given_words.end());
    if (auto complete =
            refuse_forgotten_values(std::span{given_words.begin(), end}, all_options(command));
        !complete)
        return complete.error();
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    Call call;
    call.language = language;
    std::map<std::string, CLI::Option*> declared;
    for (const OptionInfo& option : all_options(command)) {
        CLI::Option* added = nullptr;
        if (option.form == OptionForm::flag) {
            added = app.add_flag(cli_name(option.key));
        } else {
            added = app.add_option(cli_name(option.key));  // bound to a list it would split "[a]"
            added->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        }
        declared[option.key] = added;
    }
    const auto required = static_cast<std::size_t>(std::ranges::count(
        command.positionals, Positional::Presence::required, &Positional::presence));
    try {
        std::vector<std::string> reversed =
            spread_lists(words, all_options(command), required - std::min(required, names.size()));
        std::ranges::reverse(reversed);  // CLI11 takes the words from the back
        app.parse(reversed);
    } catch (const CLI::ArgumentMismatch& problem) {
        const std::string_view words_of_library = problem.what();  // "--area: 1 required ..."
        return missing_value(words_of_library.substr(0, words_of_library.find(':')));
    } catch (const CLI::ParseError& problem) {
        return usage(
            {"Diesen Aufruf versteht lotse nicht: {}", "lotse does not understand this call: {}"},
            {problem.what()});
    }
    for (const std::string& extra : app.remaining()) {
        if (extra.size() > 1 && extra.starts_with('-'))
            return usage({"Eine Option „{}“ gibt es hier nicht. „lotse {} --help“ zeigt alle.",
                          "There is no option '{}' here. 'lotse {} --help' shows all."},
                         {extra, command.name});
        call.arguments.push_back(extra);
    }
    call.arguments.insert(call.arguments.end(), names.begin(), names.end());
    for (const OptionInfo& option : all_options(command)) {
        if (declared[option.key]->count() == 0) continue;
        const std::string with_value = "--" + std::string{option.key} + '=';
        if (option.form == OptionForm::flag &&
            std::ranges::any_of(
                words, [&](const std::string& word) { return word.starts_with(with_value); }))
            return usage({"--{} ist ein Schalter ohne Wert: Steht er da, gilt er; sonst nicht.",
                          "--{} is a switch without a value: it holds if it is there, else not."},
                         {option.key});
        std::vector<std::string>& given = call.options[option.key];
        const std::vector<std::string> typed = option.form == OptionForm::flag
                                                   ? std::vector<std::string>{}
                                                   : declared[option.key]->results();
        given = option.form == OptionForm::list ? split_at_commas(typed) : typed;
        if (std::ranges::find(options_of_keys, option.key) != options_of_keys.end())
            for (std::string& key : given) key = unicode::nfc(unicode::trim(key));
        const auto says_nothing = [&](const std::string& text) {
            return option.form == OptionForm::list ? split_at_commas({text}).empty() : text.empty();
        };
        if (std::ranges::any_of(typed, says_nothing))
            return missing_value("--" + std::string{option.key});
        if (option.form == OptionForm::single &&
            std::ranges::adjacent_find(given, std::not_equal_to{}) != given.end())
            return usage({"--{} steht mehrmals mit verschiedenen Werten. Bitte nur einmal angeben.",
                          "--{} stands several times with different values. Give it once only."},
                         {option.key});
        if (const std::string name = option.key == "limit" ? limit_of_two_values(given) : "";
            !name.empty())
            return usage({"--limit {} steht mehrmals mit verschiedenen Werten. Bitte nur einmal "
                          "angeben.",
                          "--limit {} stands several times with different values. Give it once "
                          "only."},
                         {name});
        for (const std::string& text : given)
            if (!option.choices.empty() &&
                std::ranges::find(option.choices, text) == option.choices.end()) {
                std::string choices;
                for (const std::string& choice : option.choices)
                    choices += (choices.empty() ? "" : ", ") + choice;
                return usage({"--{}: „{}“ ist nicht möglich; möglich sind {}.",
                              "--{}: '{}' is not possible; possible are {}."},
                             {option.key, text, choices});
            }
    }
    for (std::size_t i = 0; i < call.arguments.size() && i < command.positionals.size(); ++i)
        if (call.arguments[i].empty())
            return Error{ErrorKind::usage,
                         message({"{}: Die Angabe ist leer.", "{}: nothing is named."},
                                 {Message{command.positionals[i].name}})};
    if (call.arguments.size() < required) {
        const std::string name{command.name};
        return Error{
            ErrorKind::usage,
            message({"Es fehlt: {}. „lotse {} --help“ zeigt den Aufruf.",
                     "Missing: {}. 'lotse {} --help' shows the call."},
                    {Message{command.positionals[call.arguments.size()].name}, {name, name}})};
    }
    if (call.arguments.size() > command.positionals.size())
        return usage({"„{}“ ist zu viel. „lotse {} --help“ zeigt den Aufruf.",
                      "'{}' is too much. 'lotse {} --help' shows the call."},
                     {call.arguments[command.positionals.size()], command.name});
    if (auto possible = check_threads(call); !possible) return possible.error();
    return call;
}

char short_name(std::string_view key) {
    for (const auto& [name, letter] : short_names)
        if (key == name) return letter;
    return '\0';
}

const Command* find_command(std::string_view name) {
    const auto all = commands();
    const auto it = std::ranges::find(all, name, &Command::name);
    return it == all.end() ? nullptr : &*it;
}

Error unknown_command(std::string_view name) {
    const auto all = commands();
    const auto name_of = [](const Command& command) -> std::string_view { return command.name; };
    if (const auto best = most_similar(name, all, name_of))
        return usage({"Einen Befehl „{}“ gibt es nicht. Meinten Sie „{}“?",
                      "There is no command '{}'. Did you mean '{}'?"},
                     {name, all[*best].name});
    return usage({"Einen Befehl „{}“ gibt es nicht. „lotse --help“ zeigt alle.",
                  "There is no command '{}'. 'lotse --help' shows all."},
                 {name});
}

}  // namespace lotse::driver
