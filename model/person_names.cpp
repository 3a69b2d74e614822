#include <lotse/base/unicode.hpp>
#include <lotse/model/personal_mail.hpp>
#include <lotse/model/privacy.hpp>

#include "client_words.hpp"
#include "institution_words.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <set>
#include <string>
#include <vector>

namespace lotse::privacy {
namespace {

/// Usual given names of adults in Germany, written down for lotse (CC0-1.0). They need not be
/// complete: half of the names of a column are enough.
constexpr std::string_view given_names =
    "Achim Adam Adelheid Agnes Ahmed Ahmet Albert Alexander Alexandra Alfred Ali Alice Alina "
    "Amelie Amir Ana Anastasia Andre Andrea Andreas Andrzej Angela Angelika Anika Anita Anja "
    "Anke Ann Anna Anne Annegret Anneliese Annett Annette Annika Antje Anton Antonia Antonio "
    "Arne Arno Artur Astrid Axel Ayse Barbara Bastian Beate Ben Benedikt Benjamin Bernd "
    "Bernhard Bert Bettina Bianca Birgit Birgitta Birte Björn Bodo Boris Brigitte Britta Bruno "
    "Burkhard Carina Carla Carmen Carola Carolin Caroline Carsten Cathrin Cem Charlotte Chris "
    "Christa Christel Christian Christiane Christina Christine Christoph Christopher Clara "
    "Claudia Claus Clemens Conny Corinna Cornelia Dagmar Daniel Daniela David Denis Dennis "
    "Detlef Diana Dieter Dietmar Dietrich Dirk Dominik Dora Doreen Doris Dorothea Dorothee "
    "Eberhard Eckhard Edeltraud Edgar Edith Eike Elena Elfriede Elias Elif Elisabeth Elke Ella "
    "Ellen Elmar Elvira Emil Emilia Emily Emine Emma Emre Enno Erhard Eric Erich Erik Erika "
    "Erna Ernst Erwin Esther Eugen Eva Evelin Evelyn Fabian Fatima Fatma Felix Ferdinand Finn "
    "Florian Frank Franz Franziska Frauke Friederike Friedhelm Friedrich Fritz Gabriel Gabriela "
    "Gabriele Georg Gerald Gerd Gerda Gerhard Gerlinde Gero Gertrud Gesa Gisela Gottfried Götz "
    "Gregor Greta Grit Gudrun Guido Gunter Günter Günther Hakan Hanna Hannah Hannelore Hannes "
    "Hans Harald Harry Hartmut Hasan Hatice Hedwig Heidemarie Heidi Heike Heiko Heiner Heinrich "
    "Heinz Helena Helene Helga Helge Hella Helmut Hendrik Henning Henrik Henry Herbert Heribert "
    "Hermann Hilde Hildegard Hilke Holger Horst Hubert Hülya Ibrahim Ida Ilka Ilona Ilse Imke "
    "Ina Ines Inga Inge Ingeborg Ingo Ingrid Irene Irina Iris Irmgard Isabel Isabell Isabella "
    "Ivan Ivonne Iwona Jacqueline Jakob Jan Jana Janina Janine Jannik Jasmin Jean Jennifer "
    "Jenny Jens Jessica Joachim Joanna Jochen Johann Johanna Johannes Jonas Jonathan Jörg Jörn "
    "José Josef Josefine Joseph Judith Jule Julia Julian Juliane Jürgen Jutta Kai Karen Karin "
    "Karl Karla Karolina Karsten Katarina Katharina Kathrin Katja Katrin Kay Kerstin Kevin "
    "Kirsten Klara Klaus Konrad Konstantin Kornelia Krystyna Kurt Lara Larissa Lars Laura Lea "
    "Leif Lena Leo Leon Leonie Levin Liane Lilli Lina Linda Linus Lisa Lothar Louis Louisa Luca "
    "Lucas Lucia Lucie Ludger Ludwig Luis Luisa Luise Lukas Lutz Lydia Magdalena Maik Maike "
    "Maja Malgorzata Malte Manfred Manuel Manuela Marc Marcel Marco Marcus Margarete Margit "
    "Margot Margret Maria Marianne Marie Mariele Marina Mario Marion Marit Marita Markus "
    "Marlene Marlies Marta Martha Martin Martina Marvin Mathias Mathilde Mats Matthias Max "
    "Maximilian Maya Mechthild Mehmet Meike Melanie Melina Merle Mia Michael Michaela Michelle "
    "Miriam Mirjam Mirko Mohamed Mohammad Mohammed Mona Monika Monique Moritz Muhammad Murat "
    "Mustafa Nadine Nadja Nancy Natalia Natalie Natascha Nele Nicola Nicole Niels Niklas Nils "
    "Nina Noah Nora Norbert Olaf Ole Oleg Olga Oliver Olivia Oskar Osman Otto Özlem Pascal "
    "Patricia Patrick Paul Paula Pauline Peer Peggy Peter Petra Philipp Phillip Pia Piotr Rabea "
    "Rainer Ralf Ralph Ramona Raphael Rebecca Regina Regine Reiner Reinhard Reinhold Renate "
    "René Ricarda Richard Rita Robert Robin Roger Roland Rolf Roman Romy Ronald Ronny Rosa "
    "Rosemarie Roswitha Rudi Rüdiger Rudolf Ruth Sabine Sabrina Samira Samuel Sandra Sara Sarah "
    "Sascha Saskia Sebastian Selina Serkan Sevgi Siegfried Siegrid Sigrid Silke Silvana Silvia "
    "Simon Simone Sina Sofia Sofie Sonja Sophia Sophie Stefan Stefanie Steffen Steffi Stephan "
    "Stephanie Susan Susanna Susanne Suse Svea Sven Svenja Svetlana Swen Swetlana Sylke Sylvia "
    "Tabea Tamara Tanja Tatjana Thea Theo Theodor Theresa Therese Thilo Thomas Thorben Thorsten "
    "Till Tilman Tim Timo Tina Tobias Tom Toni Torben Torsten Traute Udo Ulf Uli Ulla Ulrich "
    "Ulrike Ursel Ursula Uta Ute Uwe Valentin Valentina Vanessa Vera Verena Veronika Victoria "
    "Viktor Viktoria Vincent Viola Volker Waldemar Walter Waltraud Werner Wiebke Wilfried "
    "Wilhelm Willi Winfried Wolf Wolfgang Wolfram Xaver Xenia Yasemin Yasmin Yusuf Yvonne "
    "Zeynep ";

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        if (end > at) words.emplace_back(text.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

/// "Vorname1", "Nachname": what examples and masked lists put in place of a name.
bool is_placeholder(std::string_view word, std::initializer_list<std::string_view> names) {
    const auto end = word.find_last_not_of("0123456789-_");
    if (end == word.npos) return false;
    return std::ranges::find(names, unicode::match_key(word.substr(0, end + 1))) != names.end();
}

bool is_placeholder(std::string_view word) {
    return is_placeholder(word, {"vorname", "nachname", "familienname", "zuname"});
}

}  // namespace

bool begins_with_given_name(std::string_view word) {
    static const std::set<std::string> known = [] {
        std::set<std::string> out;
        for (const std::string& name : words_of(given_names)) out.insert(unicode::match_key(name));
        return out;
    }();
    const std::string_view first = word.substr(0, word.find('-'));
    return known.contains(unicode::match_key(first)) || is_placeholder(first, {"vorname"});
}

namespace {

/// "Anna-Lena", but not "Paul-Gerhardt-Haus".
bool consists_of_given_names(std::string_view word) {
    for (;;) {
        if (!begins_with_given_name(word)) return false;
        const auto hyphen = word.find('-');
        if (hyphen == word.npos) return true;
        word.remove_prefix(hyphen + 1);
    }
}

bool addresses_a_person(std::string_view word) {
    constexpr std::array<std::string_view, 5> forms{"Herr", "Herrn", "Frau", "Hr.", "Fr."};
    return std::ranges::find(forms, word) != forms.end();
}

/// "Herr", "Dr.", "Dipl.-Päd.", but neither an initial nor "e.V.".
bool is_form_of_address(std::string_view word) {
    constexpr std::array<std::string_view, 14> titles{"Dr.",   "Prof.", "PD",   "Mag.", "med.",
                                                      "phil.", "rer.",  "nat.", "jur.", "habil.",
                                                      "dent.", "h.c.",  "Ing.", "Dres."};
    return addresses_a_person(word) || word.starts_with("Dipl.") ||
           std::ranges::find(titles, word) != titles.end();
}

bool is_particle(std::string_view word) {
    constexpr std::array<std::string_view, 9> particles{"von", "vom", "van", "der", "den",
                                                        "de",  "zu",  "al",  "el"};
    return std::ranges::find(particles, word) != particles.end();
}

/// A capital letter first, then letters, hyphens, apostrophes, or the point of an initial.
bool is_name_part(std::string_view word) {
    const auto is_capital = [&] {
        const auto first = static_cast<unsigned char>(word.front());
        if (first < 0x80) return first >= 'A' && first <= 'Z';
        return unicode::match_key(word) != unicode::nfc(word);  // folding changes it
    };
    if (is_placeholder(word)) return true;
    return is_capital() && std::ranges::none_of(word, [](char c) {
               return static_cast<unsigned char>(c) < 0x80 && !(c >= 'a' && c <= 'z') &&
                      !(c >= 'A' && c <= 'Z') && c != '-' && c != '\'' && c != '.';
           });
}

/// "Muster, Erika" as "Erika Muster".
std::string in_spoken_order(std::string text) {
    const auto comma = text.find(", ");
    if (comma == std::string::npos) return text;
    return text.substr(comma + 2) + ' ' + text.substr(0, comma);
}

/// "Wolf und Partner" is a firm; behind two names, "Anna Kaya und Partner", it may be a person.
bool joins_firm(std::string_view text, std::size_t at, std::size_t behind) {
    constexpr std::string_view ends = ";,|/\n";
    const auto before = text.substr(0, at);
    const auto sign = before.find_last_of(ends);
    const auto name = unicode::trim(before.substr(sign == before.npos ? 0 : sign + 1));
    const auto rest = text.substr(behind);
    return name.find(' ') == name.npos &&
           is_rest_of_firm(rest.substr(0, rest.find_first_of(" ;,|/\n")));
}

struct Looks {
    bool like_name = false;
    bool for_certain = false;  ///< by a form of address or a usual given name
    bool addressed = false;    ///< as "Herr" or "Frau"
};

Looks looks_of(std::string_view text) {
    constexpr std::size_t longest = 60;
    constexpr std::size_t most_parts = 3;
    if (text.size() > longest) return {};
    std::vector<std::string> words = words_of(in_spoken_order(unicode::as_typed(text)));
    const bool as_person = std::ranges::any_of(words, addresses_a_person);
    const bool addressed = std::erase_if(words, is_form_of_address) > 0;
    std::erase_if(words, is_particle);
    if (words.empty() || words.size() > most_parts || (words.size() == 1 && !addressed) ||
        !std::ranges::all_of(words, is_name_part) || names_institution(words))
        return {};
    const bool stands_for_name =
        std::ranges::any_of(words, [](std::string_view word) { return is_placeholder(word); });
    return {true, addressed || stands_for_name || begins_with_given_name(words.front()), as_person};
}

/// "Teamleitung", "stellv. Vorsitzende", "Erika Muster": not "Gymnasium" behind "Otto Hahn", nor
/// "1. OG" behind "Albert Einstein".
bool is_role_or_person(std::string_view text) {
    constexpr std::array<std::string_view, 30> roles{
        "leitung",      "leiter",    "leiterin",    "koordination", "koordinator", "koordinatorin",
        "beraterin",    "berater",   "referent",    "referentin",   "bearbeitung", "bearbeiter",
        "bearbeiterin", "vorstand",  "sekretariat", "assistenz",    "trainer",     "trainerin",
        "vertretung",   "vorsitz",   "vorsitzende", "vorsitzender", "dozentin",    "dozent",
        "manager",      "managerin", "coach",       "director",     "coordinator", "wart"};
    if (looks_of(text).for_certain) return true;
    const std::vector<std::string> words = words_of(unicode::match_key(text));
    return std::ranges::any_of(words, [&](std::string_view word) {
        return word == "lead" || word == "head" || word == "chair" ||
               word.find("geschäftsführ") != word.npos ||
               std::ranges::any_of(roles,
                                   [&](std::string_view role) { return word.ends_with(role); });
    });
}

/// "Erika Muster, Teamleitung", "Erika Muster (Leitung)", "Erika Muster und Max Muster".
bool begins_with_person(std::string_view text) {
    for (const std::string_view sign :
         {",", ";", "/", "|", "(", "\n", " - ", " – ", " und ", " & "})
        if (const auto at = text.find(sign); at != text.npos && at > 0)
            if (looks_of(unicode::trim(text.substr(0, at))).for_certain &&
                is_role_or_person(unicode::trim(text.substr(at + sign.size()))) &&
                !joins_firm(text, at, at + sign.size()))
                return true;
    return false;
}

}  // namespace

bool is_personal_mail_address(std::string_view text) {
    const std::string typed = unicode::as_typed(text);
    for (auto at = typed.find('@'); at != std::string::npos; at = typed.find('@', at + 1)) {
        const auto before = typed.find_last_of(" <>:;,()\"'", at);
        const std::size_t start = before == std::string::npos ? 0 : before + 1;
        const std::string_view name = std::string_view{typed}.substr(start, at - start);
        const auto sign = name.find_first_of("._");
        if (sign == std::string_view::npos) {
            const auto digits = name.find_first_of("0123456789");  // "erika1955@"
            if (digits != name.npos && name.find_first_not_of("0123456789", digits) == name.npos &&
                consists_of_given_names(name.substr(0, digits)))
                return true;
            continue;
        }
        const std::string_view rest = name.substr(sign + 1);
        const bool is_name = rest.size() > 1 && rest.find_first_of("._+") == std::string_view::npos;
        if (is_name && begins_with_given_name(name.substr(0, sign))) return true;
    }
    return false;
}

bool is_person_name(std::string_view text) {
    return looks_of(text).for_certain;
}

bool addresses_person(std::string_view text) {
    return looks_of(text).addressed;
}

bool lists_persons(std::string_view text) {
    constexpr std::array<std::string_view, 4> between{" und ", " and ", " & ", " + "};
    std::string all = unicode::as_typed(text);
    for (const std::string_view word : between)
        for (auto at = all.find(word); at != std::string::npos; at = all.find(word, at + 1))
            if (!joins_firm(all, at, at + word.size())) all.replace(at, word.size(), ";");
    const auto names_somebody = [](std::string_view part) {
        const std::string typed{unicode::trim(part)};
        const auto words = words_of(typed);
        if (words.size() == 1) return consists_of_given_names(typed) && is_name_part(typed);
        return is_person_name(typed);
    };
    const auto any_part = [&](std::string_view signs) {
        std::string_view rest = all;
        for (;;) {
            const auto end = rest.find_first_of(signs);
            if (names_somebody(rest.substr(0, end))) return true;
            if (end == rest.npos) return false;
            rest.remove_prefix(end + 1);
        }
    };
    return any_part(";|/\n") || any_part(";,|/\n");
}

void PersonNames::look_at(std::string_view text) {
    const Looks looks = looks_of(text);
    const bool beside_more = !looks.for_certain && begins_with_person(text);
    ++values_;
    like_names_ += looks.like_name || beside_more ? 1 : 0;
    certain_ += looks.for_certain || beside_more ? 1 : 0;
}

bool PersonNames::found() const {
    constexpr int enough = 5;
    return values_ >= enough && like_names_ * 5 >= values_ * 4 && certain_ * 2 >= values_;
}

}  // namespace lotse::privacy
